import { readDay } from '../../measure/day-reading';
import { type Measurement, minuteValueOf, toUtilizationPercent } from '../../measure/measurement';
import { isSpentBy } from '../../measure/spending';
import type { ModelTraffic, TrafficMinute } from '../../traffic/model-traffic';
import type { Provenance } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import type { EpochMinute } from '../../vocabulary/time';

/** How full a quota was in a minute with throttles. */
export interface QuotaEvidence {
  readonly quota: MappedQuota;
  /** In the quota's own unit: settled use around the minute, or the day up to it. */
  readonly value: number;
  /** In the same unit; above 0. */
  readonly limit: number;
  readonly percent: number;
}

/** What is known of one minute in which calls of a model were refused. */
export interface ThrottledMinute {
  readonly minute: EpochMinute;
  readonly throttles: number;
  /** Calls let in during the minute or the next one: a call counts in the minute in which it ends. */
  readonly accepted: number;
  readonly provenance: Provenance;
  /** A quota of 0 that can be in force: nothing was let in from this minute on. */
  readonly zero: MappedQuota | null;
  /** Per-minute quotas, the fullest first. */
  readonly minuteQuotas: readonly QuotaEvidence[];
  /** Daily quotas as they stood at the end of the minute, the fullest first; estimates. */
  readonly dailyQuotas: readonly QuotaEvidence[];
  /** Settled use of the same quotas in the quarter of an hour before, by quota code: the median minute. */
  readonly usualValues: ReadonlyMap<string, number>;
}

/** Minutes before a minute that say what is usual. */
const USUAL_MINUTES = 15;

function byFullest(a: QuotaEvidence, b: QuotaEvidence): number {
  return b.percent - a.percent || a.quota.quotaCode.localeCompare(b.quota.quotaCode, 'en');
}

function percentOf(value: number, limit: number): number {
  return toUtilizationPercent(value, limit) ?? 0;
}

/** The middle value of the minutes before, those without traffic being 0. */
function usualValue(values: ReadonlyMap<EpochMinute, number>, minute: EpochMinute): number {
  const before = Array.from({ length: USUAL_MINUTES }, (_, index) => values.get(minute - 1 - index) ?? 0);
  return before.sort((a, b) => a - b)[Math.floor(USUAL_MINUTES / 2)] ?? 0;
}

/** Calls that start in one minute settle when they end, so the minute and the next one speak for it. */
function settledAround(values: ReadonlyMap<EpochMinute, number>, minute: EpochMinute): number {
  return Math.max(values.get(minute) ?? 0, values.get(minute + 1) ?? 0);
}

function dailyEvidence({ quota, minutes, limit }: Measurement, minute: EpochMinute): QuotaEvidence {
  const value = readDay(minutes, minute + 1).larger.tokens;
  return { quota, value, limit, percent: percentOf(value, limit) };
}

function valuesOf(modelTraffic: ModelTraffic, quota: MappedQuota): ReadonlyMap<EpochMinute, number> {
  return new Map(modelTraffic.minutes.map((minute) => [minute.minute, minuteValueOf(quota, minute)]));
}

/**
 * The evidence of every minute of the look-back in which calls of a model were refused, ascending. Everything is taken
 * from the same minutes: the day too stands as it stood then.
 */
export function gatherEvidence(
  modelTraffic: ModelTraffic,
  quotas: readonly MappedQuota[],
  measurements: readonly Measurement[],
): ThrottledMinute[] {
  const throttled = modelTraffic.recent.filter(({ throttles }) => throttles > 0);
  if (throttled.length === 0) return [];
  const spent = quotas.filter((quota) => isSpentBy(quota, modelTraffic));
  const perMinute = spent
    .filter(({ dimension, appliedValue }) => dimension !== 'tokensPerDay' && appliedValue > 0)
    .map((quota) => ({ quota, values: valuesOf(modelTraffic, quota) }));
  const daily = measurements.filter(({ day, quota, limit }) => day !== null && limit > 0 && spent.includes(quota));
  const zero = spent.find(({ appliedValue }) => appliedValue === 0) ?? null;
  const lastAccepted =
    modelTraffic.recent.findLast(({ invocations }) => invocations > 0)?.minute ?? Number.NEGATIVE_INFINITY;
  const byMinute = new Map(modelTraffic.minutes.map((one) => [one.minute, one]));
  const toEvidence = ({ minute, throttles, provenance, invocations }: TrafficMinute): ThrottledMinute => ({
    minute,
    throttles,
    provenance: byMinute.get(minute + 1)?.provenance === 'lowerBound' ? 'lowerBound' : provenance,
    accepted: Math.max(invocations, byMinute.get(minute + 1)?.invocations ?? 0),
    zero: lastAccepted < minute ? zero : null,
    minuteQuotas: perMinute
      .map(({ quota, values }) => {
        const value = settledAround(values, minute);
        return { quota, value, limit: quota.appliedValue, percent: percentOf(value, quota.appliedValue) };
      })
      .sort(byFullest),
    dailyQuotas: daily.map((measurement) => dailyEvidence(measurement, minute)).sort(byFullest),
    usualValues: new Map(perMinute.map(({ quota, values }) => [quota.quotaCode, usualValue(values, minute)])),
  });
  return throttled.map(toEvidence);
}
