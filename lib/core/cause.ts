import type { Cause, Confidence } from './finding';
import { type Measurement, minuteValueOf, toUtilizationPercent } from './measurement';
import type { Pool, PoolMinute } from './pool';
import type { Dimension, MappedQuota } from './quota';
import { isSpentBy } from './spending';
import { spellCount, spellDimension, spellPercent, spellQuantity } from './wording';

/** A minute counts as "at the limit" from this share of the quota: counts settle below it when calls are refused. */
const AT_LIMIT_PERCENT = 90;

/** Below this share of the minute's quota, the account's own limits are an unlikely cause. */
const NEAR_ZERO_PERCENT = 5;

/** Below this share of the day, the daily quota is no cause. */
const DAY_IN_QUESTION_PERCENT = 90;

/** A cause with the quota that binds, where one does. */
export interface Diagnosis {
  readonly cause: Cause;
  readonly quota: MappedQuota | null;
}

interface MinuteEvidence {
  readonly quota: MappedQuota;
  /** Highest utilization among the minutes with throttles. */
  readonly peakPercent: number;
  readonly peakValue: number;
  /** Share of the minutes with throttles that were at the limit, 0 to 1. */
  readonly shareAtLimit: number;
}

/** Settled use in a minute with throttles or the next one: calls that started in one minute settle when they end. */
function settledAround(pool: Pool, throttled: readonly PoolMinute[], quota: MappedQuota): number[] {
  const byMinute = new Map(pool.minutes.map((minute) => [minute.minute, minuteValueOf(quota, minute)]));
  return throttled.map(({ minute }) => Math.max(byMinute.get(minute) ?? 0, byMinute.get(minute + 1) ?? 0));
}

function minuteEvidence(pool: Pool, throttled: readonly PoolMinute[], quota: MappedQuota): MinuteEvidence {
  const values = settledAround(pool, throttled, quota);
  const atLimit = values.filter((value) => (toUtilizationPercent(value, quota.appliedValue) ?? 0) >= AT_LIMIT_PERCENT);
  const peakValue = Math.max(...values);
  return {
    quota,
    peakPercent: toUtilizationPercent(peakValue, quota.appliedValue) ?? 0,
    peakValue,
    shareAtLimit: atLimit.length / values.length,
  };
}

function spellMinuteEvidence({ quota, peakPercent, peakValue }: MinuteEvidence): string {
  return `${spellDimension(quota.dimension)} peaked at ${spellCount(peakValue)} of ${spellCount(quota.appliedValue)} (${spellPercent(peakPercent)}) in the minutes with throttles`;
}

function atLimitCause(evidence: MinuteEvidence, dayText: string | null): Diagnosis {
  const kind: Extract<Dimension, 'requestsPerMinute' | 'tokensPerMinute'> =
    evidence.quota.dimension === 'requestsPerMinute' ? 'requestsPerMinute' : 'tokensPerMinute';
  const confidence: Confidence = evidence.shareAtLimit === 1 ? 'high' : 'medium';
  const share =
    evidence.shareAtLimit === 1
      ? 'at the limit in every minute with throttles'
      : `at the limit in ${spellPercent(evidence.shareAtLimit * 100)} of the minutes with throttles`;
  const texts = [share, spellMinuteEvidence(evidence), ...(dayText ? [dayText] : [])];
  return { quota: evidence.quota, cause: { kind, confidence, evidence: texts } };
}

/**
 * Why calls of a pool were throttled, from the minutes in which they were. Never "daily" while the day is low, and
 * never a quota when use is near zero.
 * @returns `null` when the look-back holds no throttles.
 */
export function diagnoseThrottles(
  pool: Pool,
  quotas: readonly MappedQuota[],
  measurements: readonly Measurement[],
): Diagnosis | null {
  const throttled = pool.recent.filter((minute) => minute.throttles > 0);
  if (throttled.length === 0) return null;
  const spent = quotas.filter((quota) => isSpentBy(quota, pool));
  // A zero quota that is in force lets nothing through: accepted calls in the same minutes acquit it.
  const isAnyAccepted = throttled.some((minute) => minute.invocations > 0);
  const zero = spent.find((quota) => quota.appliedValue === 0);
  if (zero && !isAnyAccepted) {
    const evidence = [
      `${zero.quotaCode} (${spellDimension(zero.dimension)}) is 0: every call is refused, often with "Too many tokens per day"`,
    ];
    return { quota: zero, cause: { kind: 'zeroQuota', confidence: 'high', evidence } };
  }
  const minuteQuotas = spent.filter((quota) => quota.dimension !== 'tokensPerDay' && quota.appliedValue > 0);
  const evidences = minuteQuotas
    .map((quota) => minuteEvidence(pool, throttled, quota))
    .sort((a, b) => b.shareAtLimit - a.shareAtLimit || b.peakPercent - a.peakPercent);
  const day = measurements
    .filter((measurement) => measurement.day && spent.includes(measurement.quota))
    .sort((a, b) => (b.utilizationPercent ?? 0) - (a.utilizationPercent ?? 0))[0];
  const dayText = day
    ? `the day is at ${spellPercent(day.utilizationPercent ?? 0)} of ${day.quota.quotaCode} (estimate)`
    : null;
  const strongest = evidences[0];
  if (strongest && strongest.shareAtLimit >= 0.5) return atLimitCause(strongest, dayText);
  if (day && (day.utilizationPercent ?? 0) >= DAY_IN_QUESTION_PERCENT) {
    return {
      quota: day.quota,
      cause: { kind: 'tokensPerDay', confidence: 'medium', evidence: dayText ? [dayText] : [] },
    };
  }
  const counted = spellQuantity(
    throttled.reduce((sum, m) => sum + m.throttles, 0),
    'throttled call',
  );
  if (!strongest) {
    return {
      quota: null,
      cause: {
        kind: 'unknown',
        confidence: 'low',
        evidence: [`${counted}, and no per-minute quota is known for this traffic`],
      },
    };
  }
  const texts = [spellMinuteEvidence(strongest), ...(dayText ? [dayText] : [])];
  if (strongest.peakPercent < NEAR_ZERO_PERCENT) {
    return {
      quota: null,
      cause: {
        kind: 'capacity',
        confidence: 'low',
        evidence: [...texts, 'use is near zero: shared capacity, or a large reservation, is likelier than your quota'],
      },
    };
  }
  const tokens = evidences.find(({ quota }) => quota.dimension === 'tokensPerMinute');
  if (!tokens) return { quota: null, cause: { kind: 'unknown', confidence: 'low', evidence: texts } };
  return {
    quota: tokens.quota,
    cause: {
      kind: 'reservation',
      confidence: strongest.shareAtLimit > 0 ? 'low' : 'medium',
      evidence: [
        ...texts,
        'settled use is below the limit while calls are refused: input + max_tokens are reserved when a call starts',
      ],
    },
  };
}
