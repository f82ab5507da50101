import { callerKeyOf, type ModelTraffic } from '../traffic/model-traffic';
import { HISTORY_MINUTES, LATE_POINT_GRACE_MINUTES } from '../vocabulary/cadence';
import { minutesBetween } from '../vocabulary/minute-list';
import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/time';
import { forecastQuota } from './measurement';
import { minuteValueOf } from './minute-value';
import { isSpentBy } from './spending';

/** How closely a metric ModelId is watched. */
export type Temperature = 'hot' | 'warm' | 'cold';

/** Minutes between two reads of a series; ticks are aligned to the clock so that reads fall together. */
export const READ_INTERVAL_MINUTES: Readonly<Record<Temperature, number>> = { hot: 1, warm: 2, cold: 3 };

/**
 * Up to this many metrics a tick are read one a call by GetMetricStatistics: a million of those calls a month are free,
 * and beyond them a metric costs the same as by GetMetricData, which has no free tier. More metrics are batched.
 */
export const STATISTICS_PER_TICK = 40;

/** From this share of a per-minute quota on, a series is hot. */
const HOT_PERCENT = 50;

/** From this share on, it is warm. */
const WARM_PERCENT = 10;

/** Minutes of recent traffic the temperature is taken from. */
const RECENT_MINUTES = 30;

/** A rise that reaches the quota within this time is hot at any level. */
const RISING_HORIZON_MINUTES = 30;

function temperatureOf(modelTraffic: ModelTraffic, quotas: readonly MappedQuota[], now: EpochMinute): Temperature {
  const recent = minutesBetween(modelTraffic.minutes, now - RECENT_MINUTES, now);
  if (recent.some(({ throttles }) => throttles > 0)) return 'hot';
  let temperature: Temperature = 'cold';
  for (const quota of quotas) {
    if (quota.dimension === 'tokensPerDay' || quota.appliedValue === 0 || !isSpentBy(quota, modelTraffic)) continue;
    const peak = Math.max(0, ...recent.map((minute) => minuteValueOf(quota, minute)));
    const percent = (peak / quota.appliedValue) * 100;
    if (percent >= HOT_PERCENT) return 'hot';
    const forecast = forecastQuota(quota, modelTraffic.minutes, now);
    if (forecast.kind === 'exhausts' && forecast.at - now <= RISING_HORIZON_MINUTES) return 'hot';
    if (percent >= WARM_PERCENT) temperature = 'warm';
  }
  return temperature;
}

/** The temperature of every series that calls a known model, by its key. All others are cold. */
export function takeTemperatures(
  traffic: readonly ModelTraffic[],
  quotas: readonly MappedQuota[],
  now: EpochMinute,
): Record<string, Temperature> {
  const temperatures: Record<string, Temperature> = {};
  for (const modelTraffic of traffic) {
    const temperature = temperatureOf(modelTraffic, quotas, now);
    for (const caller of modelTraffic.callers) temperatures[callerKeyOf(modelTraffic, caller)] = temperature;
  }
  return temperatures;
}

/**
 * Whether a series is to be read at this tick: at each tick of its interval, and at once when it was never read or the
 * last read is older than its interval (a run was skipped or failed).
 */
export function isDue(readUntil: EpochMinute | null, temperature: Temperature, now: EpochMinute): boolean {
  if (readUntil === null) return true;
  const interval = READ_INTERVAL_MINUTES[temperature];
  return now % interval === 0 || now - readUntil >= interval;
}

/** The first minute a read must cover so that no minute is missed and late points are seen. */
export function readFrom(readUntil: EpochMinute | null, historyFrom: EpochMinute): EpochMinute {
  return readUntil === null ? historyFrom : Math.max(historyFrom, readUntil - LATE_POINT_GRACE_MINUTES);
}

/** The first evaluation looks back this long: what is older is no news. */
const FIRST_LOOK_BACK_MINUTES = 60;

/** The minutes an evaluation of the schedule looks back: all since the last one, and the grace before it. */
export function lookbackOf(evaluatedUntil: EpochMinute | null, now: EpochMinute): number {
  if (evaluatedUntil === null) return FIRST_LOOK_BACK_MINUTES;
  return Math.min(HISTORY_MINUTES, Math.max(0, now - evaluatedUntil) + LATE_POINT_GRACE_MINUTES);
}
