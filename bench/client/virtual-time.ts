interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  isCleared: boolean;
}

/** The parts of a timer that Node has and SDKs call. */
interface TimerHandle {
  readonly timer: Timer;
  ref(): TimerHandle;
  unref(): TimerHandle;
  hasRef(): boolean;
}

/** Timers in the order of their time, as a binary heap. */
class TimerHeap {
  private readonly items: Timer[] = [];

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.items[a], this.items[b]];
    if (!one || !other) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  private swap(a: number, b: number): void {
    const [one, other] = [this.items[a], this.items[b]];
    if (one && other) [this.items[a], this.items[b]] = [other, one];
  }

  push(timer: Timer): void {
    let place = this.items.push(timer) - 1;
    for (let above = (place - 1) >> 1; place > 0 && this.isBefore(place, above); above = (place - 1) >> 1) {
      this.swap(place, above);
      place = above;
    }
  }

  peek(): Timer | undefined {
    return this.items[0];
  }

  pop(): Timer | undefined {
    const [first] = this.items;
    const last = this.items.pop();
    if (!last || first === last) return first;
    this.items[0] = last;
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const least = [left, right].reduce((best, child) => (this.isBefore(child, best) ? child : best), place);
      if (least === place) return first;
      this.swap(place, least);
      place = least;
    }
  }
}

const REAL = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  now: Date.now,
  immediate: setImmediate,
};

/** Whether the promises of a moment have settled: an SDK's call has a few turns of the loop. */
async function settle(): Promise<void> {
  await new Promise<void>((resolve) => REAL.immediate(resolve));
}

/**
 * Time that passes as fast as the machine can think: `Date.now` and `setTimeout` of the whole process, so that SDKs and
 * libraries live in it as well. One at a time.
 */
export class VirtualTime {
  private readonly timers = new TimerHeap();
  private order = 0;

  constructor(private time: number) {}

  /** Milliseconds since 1970. */
  now = (): number => this.time;

  /** Takes the process over. */
  install(): void {
    Date.now = this.now;
    globalThis.setTimeout = ((run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) => {
      // Node takes no shorter time either.
      const at = this.time + Math.max(1, Number(delay) || 1);
      const timer: Timer = { at, order: this.order++, run: () => run(...args), isCleared: false };
      this.timers.push(timer);
      const handle: TimerHandle = { timer, ref: () => handle, unref: () => handle, hasRef: () => true };
      return handle;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((handle?: Partial<TimerHandle>) => {
      if (handle?.timer) handle.timer.isCleared = true;
    }) as typeof clearTimeout;
  }

  /** Gives it back. */
  uninstall(): void {
    Date.now = REAL.now;
    globalThis.setTimeout = REAL.setTimeout;
    globalThis.clearTimeout = REAL.clearTimeout;
  }

  /** Lets time pass until a moment. */
  async runUntil(end: number): Promise<void> {
    await settle();
    for (let timer = this.timers.peek(); timer && timer.at <= end; timer = this.timers.peek()) {
      this.timers.pop();
      if (timer.isCleared) continue;
      this.time = Math.max(this.time, timer.at);
      timer.run();
      await settle();
    }
    this.time = end;
  }
}
