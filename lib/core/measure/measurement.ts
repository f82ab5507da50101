import type { ValueInForce } from '../quotas/value-in-force';
import type { ModelTraffic, TrafficMinute } from '../traffic/model-traffic';
import { sumMinutes } from '../traffic/sum-traffic';
import type { MeasuredUsage, MeasuredUsageNow } from '../vocabulary/finding';
import { minutesFrom } from '../vocabulary/minute-list';
import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/time';
import { type DayProfile, profileKeyOf, sumProfile } from './day-profile';
import { type DayReading, readDay, sumTokens } from './day-reading';
import type { Forecast } from './forecast';
import { forecastDay } from './forecast-day';
import { forecastMinute, trendFrom } from './forecast-minute';
import { minuteProvenanceOf, minuteUnitOf, minuteValueOf } from './minute-value';
import { findNewestMinute } from './newest-minute';
import { effectiveLimit, isSpentBy, isSpentByLongContext } from './spending';

/** One quota compared with the traffic that spends it. */
export interface Measurement {
  readonly quota: MappedQuota;
  readonly traffic: readonly ModelTraffic[];
  /** Sum of the traffic, ascending, up to the clock's minute. */
  readonly minutes: readonly TrafficMinute[];
  /** The peak minute of the look-back, or the larger day reading. */
  readonly usage: MeasuredUsage;
  /** The newest minute that can be trusted, or the larger day reading; `null`: not known. */
  readonly usageNow: MeasuredUsageNow | null;
  /**
   * In the usage's unit; the applied value, but for per-model daily rows (see {@link effectiveLimit}) and for a minute in
   * which a larger value was in force.
   */
  readonly limit: number;
  /** `null` for a zero quota: there is nothing to divide by. */
  readonly utilizationPercent: number | null;
  readonly forecast: Forecast;
  /** Both day readings, for daily quotas. */
  readonly day: { readonly utcDay: DayReading; readonly rolling24h: DayReading } | null;
}

/** 100 × value ÷ limit, to four decimals; `null` for a limit of 0. */
export function toUtilizationPercent(value: number, limit: number): number | null {
  return limit > 0 ? Math.round((value / limit) * 1_000_000) / 10_000 : null;
}

/**
 * The use of a quota in the unit of its applied value, in which an increase is asked for. It differs where AWS raises a daily
 * row for cross-Region calls: 1,900,000 tokens across Regions of a row of 1,000,000 are 95 % of 2,000,000, so 950,000 of it.
 */
export function ownUsageOf({ quota, usage, limit, day }: Measurement): number {
  return day && limit > 0 ? (usage.value * quota.appliedValue) / limit : usage.value;
}

/** Forecast of a per-minute quota. @param minutes of what spends it, ascending. */
export function forecastQuota(quota: MappedQuota, minutes: readonly TrafficMinute[], now: EpochMinute): Forecast {
  const values = minutesFrom(minutes, trendFrom(now)).map((one) => [one.minute, minuteValueOf(quota, one)] as const);
  return forecastMinute(values, quota.appliedValue, now);
}

/**
 * What a minute is held against: a quota lowered since was larger then, and one raised since is what counts now. A quota of 0
 * stays 0: nothing is let in any more.
 */
function limitOf(quota: MappedQuota, { minute }: TrafficMinute, valueInForce: ValueInForce): number {
  return quota.appliedValue === 0 ? 0 : Math.max(quota.appliedValue, valueInForce(quota, minute) ?? 0);
}

function measureMinute(
  quota: MappedQuota,
  traffic: readonly ModelTraffic[],
  minutes: readonly TrafficMinute[],
  moment: MeasuringMoment,
): Measurement | null {
  const { now, valueInForce } = moment;
  let peak: { readonly minute: TrafficMinute; readonly value: number; readonly limit: number } | null = null;
  for (const minute of sumMinutes(traffic.map((modelTraffic) => modelTraffic.recent))) {
    const value = minuteValueOf(quota, minute);
    if (value <= 0) continue;
    const limit = limitOf(quota, minute, valueInForce);
    if (!peak || value * peak.limit > peak.value * limit || (limit === 0 && value > peak.value))
      peak = { minute, value, limit };
  }
  if (!peak) return null;
  const { value, limit } = peak;
  const { minute } = peak.minute;
  const unit = minuteUnitOf(quota);
  const newest = moment.isLate ? null : findNewestMinute(quota, traffic, now);
  return {
    quota,
    traffic,
    minutes,
    usage: { value, unit, at: minute, window: 'minute', provenance: minuteProvenanceOf(quota, peak.minute) },
    usageNow: newest && {
      ...newest,
      unit,
      utilizationPercent: toUtilizationPercent(newest.value, quota.appliedValue),
    },
    limit,
    utilizationPercent: toUtilizationPercent(value, limit),
    forecast: forecastQuota(quota, minutes, now),
    day: null,
  };
}

function measureDay(
  quota: MappedQuota,
  traffic: readonly ModelTraffic[],
  minutes: readonly TrafficMinute[],
  { now, profile }: MeasuringMoment,
): Measurement | null {
  const { utcDay, rolling24h, larger } = readDay(minutes, now);
  if (larger.tokens === 0) return null;
  const tokensOf = (scope: ModelTraffic['scope']) =>
    traffic
      .filter((modelTraffic) => modelTraffic.scope === scope)
      .reduce((tokens, modelTraffic) => tokens + sumTokens(modelTraffic.minutes, larger.from, now), 0);
  const limit = effectiveLimit(quota, { onDemand: tokensOf('onDemand'), crossRegion: tokensOf('crossRegion') });
  const utilizationPercent = toUtilizationPercent(larger.tokens, limit);
  return {
    quota,
    traffic,
    minutes,
    usage: {
      value: larger.tokens,
      unit: 'tokens',
      at: now,
      window: larger.window,
      provenance: 'estimate',
    },
    usageNow: { value: larger.tokens, unit: 'tokens', at: now, provenance: 'estimate', utilizationPercent },
    limit,
    utilizationPercent,
    forecast: forecastDay({
      minutes,
      utcDay,
      rolling24h,
      limit,
      now,
      hourly: profile && sumProfile(profile, traffic.map(profileKeyOf)),
    }),
    day: { utcDay, rolling24h },
  };
}

/** When a quota is measured, and what is remembered of the days before; `null` when nothing is. */
export interface MeasuringMoment {
  readonly now: EpochMinute;
  readonly profile: DayProfile | null;
  readonly valueInForce: ValueInForce;
  /** Whether CloudWatch is known to show points late: what is used now is then not known. @default false */
  readonly isLate?: boolean;
  /** Calls of long contexts, as far as CloudWatch tells them apart; they are among the traffic too. */
  readonly longContext: readonly ModelTraffic[];
}

/**
 * Compares a quota with the traffic of the look-back (per-minute quotas: the peak minute) or of the day (daily quotas: the
 * larger of the two readings). `null` when nothing spent it.
 */
export function measureQuota(
  quota: MappedQuota,
  traffic: readonly ModelTraffic[],
  moment: MeasuringMoment,
): Measurement | null {
  const spending = [
    ...traffic.filter((modelTraffic) => isSpentBy(quota, modelTraffic)),
    ...moment.longContext.filter((modelTraffic) => isSpentByLongContext(quota, modelTraffic)),
  ];
  if (spending.length === 0) return null;
  const minutes = sumMinutes(spending.map((modelTraffic) => modelTraffic.minutes));
  return quota.dimension === 'tokensPerDay'
    ? measureDay(quota, spending, minutes, moment)
    : measureMinute(quota, spending, minutes, moment);
}
