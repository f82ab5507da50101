import type { TrafficMinute } from '../traffic/model-traffic';
import type { UsageWindow } from '../vocabulary/finding';
import { minutesBetween } from '../vocabulary/minute-list';
import { type EpochMinute, MINUTES_PER_DAY, utcMidnight } from '../vocabulary/time';

/** Quota tokens of a day in one of the two readings; AWS documents neither, so both are kept. */
export interface DayReading {
  /** Since UTC midnight, or the last 1,440 minutes. */
  readonly window: Extract<UsageWindow, 'utcDay' | 'rolling24h'>;
  /** First minute that counts. */
  readonly from: EpochMinute;
  /** Quota tokens. */
  readonly tokens: number;
}

/** Quota tokens of those of ascending minutes that lie in `[from, until)`. */
export function sumTokens(minutes: readonly TrafficMinute[], from: EpochMinute, until: EpochMinute): number {
  return minutesBetween(minutes, from, until).reduce((tokens, minute) => tokens + minute.quotaTokens, 0);
}

/** Both readings of the day that ends before the minute `now`: since UTC midnight, and the last 1,440 minutes. */
export function readDay(
  minutes: readonly TrafficMinute[],
  now: EpochMinute,
): { utcDay: DayReading; rolling24h: DayReading; larger: DayReading } {
  const midnight = utcMidnight(now);
  const dayAgo = now - MINUTES_PER_DAY;
  const utcDay: DayReading = { window: 'utcDay', from: midnight, tokens: sumTokens(minutes, midnight, now) };
  const rolling24h: DayReading = { window: 'rolling24h', from: dayAgo, tokens: sumTokens(minutes, dayAgo, now) };
  return { utcDay, rolling24h, larger: rolling24h.tokens > utcDay.tokens ? rolling24h : utcDay };
}
