const MINUTE_MS = 60_000;

/** First wait until a store that is away is asked again; it doubles up to the longest. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Whether a store is away, since when, and when it is asked again. Times are milliseconds since 1970. */
export class StoreOutage {
  private since: number | null = null;
  private wait = 0;
  private next = 0;

  get isAway(): boolean {
    return this.since !== null;
  }

  /** When it is asked again. */
  get retryAt(): number {
    return this.next;
  }

  /** It did not answer. @returns whether that is new. */
  fail(now: number): boolean {
    const isNew = this.since === null;
    this.since ??= now;
    this.wait = isNew ? FIRST_WAIT_MS : Math.min(LONGEST_WAIT_MS, this.wait * 2);
    this.next = now + this.wait;
    return isNew;
  }

  /** It answered. @returns whether it was away. */
  end(): boolean {
    const wasAway = this.isAway;
    this.since = null;
    return wasAway;
  }

  /** Whether all that was in the store before counts no more: it was away for a minute and a bit. */
  isOver(now: number): boolean {
    return this.since !== null && now - this.since > MINUTE_MS + LONGEST_WAIT_MS;
  }
}
