/** How much of a short quota a call gets beside the others. */
export type Priority = 'high' | 'normal' | 'low';

/** Shares of a quota by priority, while calls of each wait. */
const WEIGHTS: Readonly<Record<Priority, number>> = { high: 4, normal: 2, low: 1 };

const PRIORITIES: readonly Priority[] = ['high', 'normal', 'low'];

/** What waits: its size is what it takes of the quota. */
export interface Queued {
  readonly priority: Priority;
  readonly size: number;
}

/**
 * Those who wait, in the order in which they are served: within a priority first come, first served; between priorities by
 * their shares (start-time fair queueing), so that none waits for ever.
 */
export class FairQueue<T extends Queued> {
  private readonly waiting: Readonly<Record<Priority, T[]>> = { high: [], normal: [], low: [] };
  private readonly served: Record<Priority, number> = { high: 0, normal: 0, low: 0 };

  get length(): number {
    return PRIORITIES.reduce((sum, priority) => sum + this.waiting[priority].length, 0);
  }

  push(one: T): void {
    const own = this.waiting[one.priority];
    // Who comes back after a pause has no claim to what was served meanwhile.
    if (own.length === 0) {
      const busy = PRIORITIES.filter((other) => this.waiting[other].length > 0).map((other) => this.served[other]);
      if (busy.length > 0) this.served[one.priority] = Math.max(this.served[one.priority], Math.min(...busy));
    }
    own.push(one);
  }

  private next(): Priority | null {
    const busy = PRIORITIES.filter((priority) => this.waiting[priority].length > 0);
    return busy.reduce<Priority | null>(
      (best, priority) => (best === null || this.served[priority] < this.served[best] ? priority : best),
      null,
    );
  }

  /** Who is served next; `undefined`: nobody waits. */
  peek(): T | undefined {
    const priority = this.next();
    return priority === null ? undefined : this.waiting[priority][0];
  }

  /** Takes out who is served next. */
  shift(): T | undefined {
    const priority = this.next();
    const one = priority === null ? undefined : this.waiting[priority].shift();
    if (one) this.served[one.priority] += one.size / WEIGHTS[one.priority];
    return one;
  }

  /** Takes out one that waits no more. @returns whether it was there. */
  remove(one: T): boolean {
    const own = this.waiting[one.priority];
    const index = own.indexOf(one);
    if (index !== -1) own.splice(index, 1);
    return index !== -1;
  }
}
