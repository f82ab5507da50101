import type { ModelTraffic, TrafficMinute } from '../traffic/model-traffic';
import { sumMinutes } from '../traffic/sum-traffic';
import type { MappedQuota } from '../vocabulary/quota';
import { type EpochMinute, MINUTES_PER_DAY } from '../vocabulary/time';
import { readDay } from './day-reading';
import { minuteValueOf } from './minute-value';
import { indexSpenders } from './spender-index';
import { isSpentBy } from './spending';

/** What one quota was spent by in a time that ends at a clock's minute. */
export interface QuotaHistory {
  readonly quotaCode: string;
  /**
   * Ascending. Per-minute quotas: the minutes with traffic. Daily quotas: every minute, how the reading that counts
   * (UTC day or last 24 hours) had filled by then.
   */
  readonly points: readonly HistoryPoint[];
}

function toDayPoints(minutes: readonly TrafficMinute[], from: EpochMinute, now: EpochMinute): HistoryPoint[] {
  const { larger } = readDay(minutes, now);
  const tokensByMinute = new Map(minutes.map(({ minute, quotaTokens }) => [minute, quotaTokens]));
  const points: HistoryPoint[] = [];
  let value = 0;
  for (let minute = larger.from; minute < now; minute++) {
    value += tokensByMinute.get(minute) ?? 0;
    if (minute >= from) points.push({ minute, value });
  }
  return value > 0 ? points : [];
}

function toMinutePoints(quota: MappedQuota, minutes: readonly TrafficMinute[], from: EpochMinute, now: EpochMinute) {
  return minutes
    .filter(({ minute }) => minute >= from && minute < now)
    .map((one): HistoryPoint => ({ minute: one.minute, value: minuteValueOf(quota, one) }))
    .filter(({ value }) => value > 0);
}

/**
 * The histories of the quotas that have one; quotas without traffic are left out.
 * @param length minutes that a history goes back, a day at most
 */
export function toQuotaHistories(
  quotas: readonly MappedQuota[],
  traffic: readonly ModelTraffic[],
  now: EpochMinute,
  length = MINUTES_PER_DAY,
): QuotaHistory[] {
  const from = now - length;
  const spendersOf = indexSpenders(traffic);
  return quotas.flatMap((quota) => {
    const spending = spendersOf(quota).filter((modelTraffic) => isSpentBy(quota, modelTraffic));
    if (spending.length === 0) return [];
    const minutes = sumMinutes(spending.map((modelTraffic) => modelTraffic.minutes));
    const points =
      quota.dimension === 'tokensPerDay' ? toDayPoints(minutes, from, now) : toMinutePoints(quota, minutes, from, now);
    return points.length > 0 ? [{ quotaCode: quota.quotaCode, points }] : [];
  });
}

/** One value of a quota's history. */
export interface HistoryPoint {
  readonly minute: EpochMinute;
  /** In the quota's own unit. */
  readonly value: number;
}
