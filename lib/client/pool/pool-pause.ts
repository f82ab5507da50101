import type { Clock } from '../contract/clock';

const MINUTE_MS = 60_000;

/** The shortest pause after a throttle. */
const SHORTEST_MS = 250;

/** Calls come back spread over so much of a new minute, not at its first moment. */
const SPREAD_MS = 2_000;

/**
 * How long a pool is left alone after a throttle: never shorter than the quota can have refilled, to the next minute at most,
 * for then each form of a minute has room again. Twice as long after each throttle in a row.
 */
export class PoolPause {
  private inRow = 0;
  private end = 0;

  constructor(private readonly clock: Clock) {}

  /** Nobody goes before. */
  get until(): number {
    return this.end;
  }

  /** AWS refused a call. @param refill milliseconds in which the quota can have refilled. */
  lengthen(refill: number): void {
    const now = this.clock.now();
    const least = Math.max(SHORTEST_MS, refill);
    const most = MINUTE_MS - (now % MINUTE_MS) + this.clock.random() * SPREAD_MS;
    const wait = least * (1 + this.clock.random()) * 2 ** this.inRow;
    // Refusals of calls that went together are one.
    if (now >= this.end) this.inRow++;
    this.end = Math.max(this.end, now + Math.max(Math.min(wait, most), Math.min(least, most)));
  }

  /** AWS said how long to wait. */
  atLeast(until: number): void {
    this.end = Math.max(this.end, until);
  }

  /** A call was served. */
  clear(): void {
    this.inRow = 0;
  }
}
