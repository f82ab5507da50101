import { readDay } from '../../measure/day-reading';
import { type Measurement, toUtilizationPercent } from '../../measure/measurement';
import { minuteValueOf } from '../../measure/minute-value';
import { isSpentBy } from '../../measure/spending';
import type { ValueInForce } from '../../quotas/value-in-force';
import { maxOutputOf } from '../../traffic/max-output';
import type { ModelTraffic, TrafficMinute } from '../../traffic/model-traffic';
import type { Provenance } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import type { EpochMinute } from '../../vocabulary/time';

/** Tokens of the calls let in around a minute that are reserved at their start, beside `max_tokens`, which no metric counts. */
export interface Reserved {
  readonly input: number;
  readonly cacheWrite: number;
  /** Given back when a call ends, so that the settled use knows nothing of them. */
  readonly cacheRead: number;
}

/** How full a quota was in a minute with throttles. */
export interface QuotaEvidence {
  readonly quota: MappedQuota;
  /** In the quota's own unit: settled use around the minute, or the day up to it. */
  readonly value: number;
  /** What was in force then, in the same unit; above 0. */
  readonly limit: number;
  readonly percent: number;
  /** Of quotas of tokens per minute; `null` for others. */
  readonly reserved: Reserved | null;
  /** The largest use of calm minutes of the day, cache reads included, in the same unit, under the same value; 0: none. */
  readonly passed: number;
}

/** What is known of one minute in which calls of a model were refused. */
export interface ThrottledMinute {
  readonly minute: EpochMinute;
  readonly throttles: number;
  /** Minutes with throttles in a row, of which this is one. */
  readonly refusedInARow: number;
  /** Calls let in during the minute or the next one: a call counts in the minute in which it ends. */
  readonly accepted: number;
  readonly provenance: Provenance;
  /** A quota of 0 that can be in force: nothing was let in from this minute on. */
  readonly zero: MappedQuota | null;
  /** A quota whose value then was another, and is not known; `null`: there is none. */
  readonly unknownValue: MappedQuota | null;
  /** Per-minute quotas, the fullest first. */
  readonly minuteQuotas: readonly QuotaEvidence[];
  /** Daily quotas as they stood at the end of the minute, the fullest first; estimates. */
  readonly dailyQuotas: readonly QuotaEvidence[];
  /** Settled use of the same quotas by quota code: the median of the quarter of an hour before, or of the minutes after. */
  readonly usualValues: ReadonlyMap<string, number>;
  /** The largest output of the model in tokens, which an unset `max_tokens` reserves; `null`: it is not known. */
  readonly maxOutput: number | null;
}

/** A quota counts as at its limit from this share on: counts settle below it when calls are refused. */
export const AT_LIMIT_PERCENT = 90;

/** Minutes before a minute that say what is usual. */
const USUAL_MINUTES = 15;

/** Minutes after it that say whether it was the first of many. */
const AFTER_MINUTES = 5;

function byFullest(a: QuotaEvidence, b: QuotaEvidence): number {
  return b.percent - a.percent || a.quota.quotaCode.localeCompare(b.quota.quotaCode, 'en');
}

function percentOf(value: number, limit: number): number {
  return toUtilizationPercent(value, limit) ?? 0;
}

/** The middle value of some minutes, those without traffic being 0. */
function medianOf(values: ReadonlyMap<EpochMinute, number>, from: EpochMinute, minutes: number): number {
  const all = Array.from({ length: minutes }, (_, index) => values.get(from + index) ?? 0);
  return all.sort((a, b) => a - b)[Math.floor(minutes / 2)] ?? 0;
}

/** What is usual around a minute: before it, or after it and the next one, in which its calls end. */
function usualValue(values: ReadonlyMap<EpochMinute, number>, minute: EpochMinute): number {
  return Math.max(medianOf(values, minute - USUAL_MINUTES, USUAL_MINUTES), medianOf(values, minute + 2, AFTER_MINUTES));
}

function dailyEvidence({ quota, minutes, limit }: Measurement, minute: EpochMinute): QuotaEvidence {
  const value = readDay(minutes, minute + 1).larger.tokens;
  return { quota, value, limit, percent: percentOf(value, limit), reserved: null, passed: 0 };
}

/** What calls reserved of a quota that is known of them: what they used of it, and the cache reads of tokens. */
function heldOf(quota: MappedQuota, minute: TrafficMinute): number {
  return minuteValueOf(quota, minute) + (quota.dimension === 'tokensPerMinute' ? minute.cacheRead : 0);
}

/** Minutes without a refusal in them, before or after: what passed in them, the quota let pass. */
function calmMinutes(minutes: readonly TrafficMinute[]): TrafficMinute[] {
  const refused = new Set(minutes.filter(({ throttles }) => throttles > 0).map(({ minute }) => minute));
  return minutes.filter(({ minute }) => ![minute - 1, minute, minute + 1].some((one) => refused.has(one)));
}

/** So many calm minutes must have had as much: one or two may have held calls of the minute before. */
const PASSED_MINUTES = 5;

/** How many minutes in a row a minute is one of. */
function countInARow(minutes: ReadonlySet<EpochMinute>, minute: EpochMinute): number {
  let [first, end] = [minute, minute + 1];
  while (minutes.has(first - 1)) first--;
  while (minutes.has(end)) end++;
  return end - first;
}

/** What a quota let pass without a refusal, in the value that was in force in a minute. */
function passedOf(
  quota: MappedQuota,
  calm: readonly TrafficMinute[],
  { limit, valueInForce }: { readonly limit: number; readonly valueInForce: ValueInForce },
): number {
  const held = calm
    .filter(({ minute }) => valueInForce(quota, minute) === limit)
    .map((minute) => heldOf(quota, minute))
    .sort((a, b) => b - a);
  return held[PASSED_MINUTES - 1] ?? 0;
}

/** One quota of a model, and what of the traffic bears on it. */
interface Spending {
  readonly quota: MappedQuota;
  readonly values: ReadonlyMap<EpochMinute, number>;
  /** By the value in force: what passed under it. */
  readonly passed: (limit: number) => number;
}

function toSpending(quota: MappedQuota, calm: readonly TrafficMinute[], sources: EvidenceSources): Spending {
  const { modelTraffic, valueInForce } = sources;
  const passed = new Map<number, number>();
  return {
    quota,
    values: new Map(modelTraffic.minutes.map((minute) => [minute.minute, minuteValueOf(quota, minute)])),
    passed: (limit) => {
      const known = passed.get(limit) ?? passedOf(quota, calm, { limit, valueInForce });
      passed.set(limit, known);
      return known;
    },
  };
}

/** Calls that start in one minute settle when they end, so the minute and the next one speak for it. */
function minuteEvidence(
  { quota, passed }: Spending,
  limit: number,
  around: readonly TrafficMinute[],
): QuotaEvidence | null {
  const [first, second] = around;
  if (!first) return null;
  const value = Math.max(...around.map((minute) => minuteValueOf(quota, minute)));
  const most = second && heldOf(quota, second) > heldOf(quota, first) ? second : first;
  const { input, cacheWrite, cacheRead } = most;
  return {
    quota,
    value,
    limit,
    percent: percentOf(value, limit),
    reserved: quota.dimension === 'tokensPerMinute' ? { input, cacheWrite, cacheRead } : null,
    passed: passed(limit),
  };
}

/** What evidence is gathered from. */
export interface EvidenceSources {
  readonly modelTraffic: ModelTraffic;
  readonly quotas: readonly MappedQuota[];
  readonly measurements: readonly Measurement[];
  readonly valueInForce: ValueInForce;
}

/**
 * The evidence of every minute of the look-back in which calls of a model were refused, ascending. Everything is taken
 * from the same minutes: the day too stands as it stood then, and quotas are worth what they were worth then.
 */
export function gatherEvidence(sources: EvidenceSources): ThrottledMinute[] {
  const { modelTraffic, quotas, measurements, valueInForce } = sources;
  const throttled = modelTraffic.recent.filter(({ throttles }) => throttles > 0);
  if (throttled.length === 0) return [];
  const spent = quotas.filter((quota) => isSpentBy(quota, modelTraffic));
  const refused = new Set(throttled.map(({ minute }) => minute));
  const calm = calmMinutes(modelTraffic.minutes);
  const perMinute = spent
    .filter(({ dimension }) => dimension !== 'tokensPerDay')
    .map((quota) => toSpending(quota, calm, sources));
  const daily = measurements.filter(({ day, quota, limit }) => day !== null && limit > 0 && spent.includes(quota));
  const lastAccepted =
    modelTraffic.recent.findLast(({ invocations }) => invocations > 0)?.minute ?? Number.NEGATIVE_INFINITY;
  const byMinute = new Map(modelTraffic.minutes.map((one) => [one.minute, one]));
  const maxOutput = maxOutputOf(modelTraffic.baseModelId);
  const toEvidence = (one: TrafficMinute): ThrottledMinute => {
    const { minute, throttles, provenance, invocations } = one;
    const next = byMinute.get(minute + 1);
    const around = next ? [one, next] : [one];
    const isZero = (quota: MappedQuota) => valueInForce(quota, minute) === 0;
    return {
      minute,
      throttles,
      refusedInARow: countInARow(refused, minute),
      provenance: next?.provenance === 'lowerBound' ? 'lowerBound' : provenance,
      accepted: Math.max(invocations, next?.invocations ?? 0),
      zero: lastAccepted < minute ? (spent.find(isZero) ?? null) : null,
      unknownValue: perMinute.find(({ quota }) => valueInForce(quota, minute) === null)?.quota ?? null,
      minuteQuotas: perMinute
        .flatMap((spending) => {
          const limit = valueInForce(spending.quota, minute);
          return limit === null || limit === 0 ? [] : (minuteEvidence(spending, limit, around) ?? []);
        })
        .sort(byFullest),
      dailyQuotas: daily.map((measurement) => dailyEvidence(measurement, minute)).sort(byFullest),
      usualValues: new Map(perMinute.map(({ quota, values }) => [quota.quotaCode, usualValue(values, minute)])),
      maxOutput,
    };
  };
  return throttled.map(toEvidence);
}
