/** Something that was let in, and counts as long as the window holds it. */
export interface WindowEntry {
  readonly at: number;
  amount: number;
}

/**
 * What was let in within the last so many milliseconds. Whoever keeps to a sliding window keeps to a fixed window of the same
 * length too, and to a bucket that refills over it: AWS does not document which of them its minute is.
 */
export class SlidingWindow {
  private entries: WindowEntry[] = [];
  private head = 0;
  private total = 0;

  constructor(readonly milliseconds: number) {}

  private expire(now: number): void {
    for (
      let entry = this.entries[this.head];
      entry && entry.at <= now - this.milliseconds;
      entry = this.entries[this.head]
    ) {
      this.total -= entry.amount;
      entry.amount = 0;
      this.head++;
    }
    if (this.head > 1_000 && this.head * 2 > this.entries.length) {
      this.entries = this.entries.slice(this.head);
      this.head = 0;
    }
  }

  /** What counts now. */
  used(now: number): number {
    this.expire(now);
    return this.total;
  }

  /** Lets an amount in. @returns it, to be settled. */
  add(now: number, amount: number): WindowEntry {
    this.expire(now);
    const entry = { at: now, amount };
    this.entries.push(entry);
    this.total += amount;
    return entry;
  }

  /** Puts the true amount in the place of a reserved one, where that counts still. */
  settle(entry: WindowEntry, amount: number, now: number): void {
    this.expire(now);
    if (entry.at <= now - this.milliseconds) return;
    this.total += amount - entry.amount;
    entry.amount = amount;
  }

  /** When an amount fits under a limit, if nothing else is let in; `null`: never, it is larger than the limit. */
  fitsAt(now: number, amount: number, limit: number): number | null {
    if (amount > limit) return null;
    this.expire(now);
    let used = this.total;
    if (used + amount <= limit) return now;
    for (let index = this.head; index < this.entries.length; index++) {
      const entry = this.entries[index];
      if (!entry) continue;
      used -= entry.amount;
      if (used + amount <= limit) return entry.at + this.milliseconds;
    }
    return now + this.milliseconds;
  }
}
