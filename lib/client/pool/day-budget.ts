const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 1_440;

/** From this share of the day's tokens on, what is left is spread over what is left of the day. */
const SPREAD_FROM = 0.5;

/** Minutes of recent use by which the day is looked at. */
const RECENT_MINUTES = 60;

/** Tokens that were let in, in a minute of the day. */
export interface DayEntry {
  readonly minute: number;
  amount: number;
}

/**
 * The tokens of a day, by the minute. AWS does not document whether its day ends at midnight UTC or slides: the last 24 hours
 * hold the day of either.
 */
export class DayBudget {
  private readonly minutes = new Map<number, number>();

  /** @param limit tokens a day; `null`: it is not known. */
  constructor(private limit: number | null) {}

  /** A limit that is known anew, or no more. */
  set(limit: number | null): void {
    this.limit = limit;
  }

  private sum(from: number, until: number): number {
    let sum = 0;
    for (const [minute, amount] of this.minutes) {
      if (minute >= from && minute < until) sum += amount;
      else if (minute < from - MINUTES_PER_DAY) this.minutes.delete(minute);
    }
    return sum;
  }

  /** Tokens of the last 24 hours. */
  used(now: number): number {
    const minute = Math.floor(now / MINUTE_MS);
    return this.sum(minute - MINUTES_PER_DAY + 1, minute + 1);
  }

  /** Whether an amount fits in the day; `true` where no limit is known. */
  hasRoom(now: number, amount: number): boolean {
    return this.limit === null || this.used(now) + amount <= this.limit;
  }

  /**
   * Tokens a minute that are left for each minute of the day; `null`: no limit is known, less than half is used, or at the
   * pace of the last hour the day will do.
   */
  pace(now: number): number | null {
    if (this.limit === null) return null;
    const used = this.used(now);
    if (used < this.limit * SPREAD_FROM) return null;
    const minute = Math.floor(now / MINUTE_MS);
    const left = MINUTES_PER_DAY - (minute % MINUTES_PER_DAY);
    const recent = this.sum(minute - RECENT_MINUTES, minute) / RECENT_MINUTES;
    const remaining = Math.max(0, this.limit - used);
    return recent * left <= remaining ? null : remaining / left;
  }

  /** Lets an amount in. @returns it, to be settled. */
  add(now: number, amount: number): DayEntry {
    const minute = Math.floor(now / MINUTE_MS);
    this.minutes.set(minute, (this.minutes.get(minute) ?? 0) + amount);
    return { minute, amount };
  }

  /** Puts what was used in the place of what was reserved. */
  settle(entry: DayEntry, amount: number): void {
    const known = this.minutes.get(entry.minute);
    if (known === undefined) return;
    this.minutes.set(entry.minute, known + amount - entry.amount);
    entry.amount = amount;
  }

  /** A day that AWS shows to be new: what was before counts no more. */
  forget(now: number): void {
    const minute = Math.floor(now / MINUTE_MS);
    for (const one of this.minutes.keys()) if (one < minute) this.minutes.delete(one);
  }
}
