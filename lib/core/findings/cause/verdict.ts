import type { CauseKind } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import { AT_LIMIT_PERCENT, type QuotaEvidence, type ThrottledMinute } from './evidence';
import { canBeReserved, heldPercentOf } from './reservation';

/** Below this share of every per-minute quota, the account's own limits are an unlikely cause. */
export const NEAR_ZERO_PERCENT = 5;

/** From this share on, a short peak can have passed the limit within the minute although its sum did not. */
const BURST_PERCENT = 50;

/** A minute is a peak when it is this many times what is usual before it. */
const BURST_FACTOR = 3;

/** When calm minutes let pass this many times as much, the quota is not what refused. */
const PASSED_FACTOR = 1.2;

/** Why the calls of one minute were refused, and the quota that refused them where one did. */
export interface MinuteVerdict {
  readonly kind: CauseKind;
  readonly quota: MappedQuota | null;
  /** How full that quota was; `null` without quota, or when it is 0. */
  readonly evidence: QuotaEvidence | null;
}

function blame(kind: CauseKind, evidence: QuotaEvidence): MinuteVerdict {
  return { kind, quota: evidence.quota, evidence };
}

function isTokens({ quota }: QuotaEvidence): boolean {
  return quota.dimension === 'tokensPerMinute';
}

/** A peak within the minute: more than half of a quota, and far more than the minutes before. */
function findBurst({ minuteQuotas, usualValues }: ThrottledMinute): QuotaEvidence | null {
  const [fullest] = minuteQuotas;
  if (!fullest || fullest.percent < BURST_PERCENT) return null;
  const usual = usualValues.get(fullest.quota.quotaCode) ?? 0;
  return fullest.value >= usual * BURST_FACTOR ? fullest : null;
}

/** Requests that arrive unevenly: let in and refused together they pass the quota, and tokens are not what is short. */
function findUnevenRequests({ minuteQuotas, accepted, throttles }: ThrottledMinute): QuotaEvidence | null {
  const requests = minuteQuotas.find(({ quota }) => quota.dimension === 'requestsPerMinute');
  const tokens = minuteQuotas.find(isTokens);
  if (!requests || accepted + throttles < requests.limit) return null;
  if (!tokens) return requests;
  return requests.percent >= BURST_PERCENT && heldPercentOf(tokens) < BURST_PERCENT ? requests : null;
}

/** Whether more was let pass in calm minutes of the same day: then no quota refused, whatever calls reserved. */
function hasPassedMore({ minuteQuotas }: ThrottledMinute): boolean {
  return minuteQuotas.every((one) => one.passed >= (PASSED_FACTOR * heldPercentOf(one) * one.limit) / 100);
}

/** What no count shows: refusals with every quota below its limit. */
function judgeUnseen(minute: ThrottledMinute, fullest: QuotaEvidence): MinuteVerdict {
  const capacity: MinuteVerdict = { kind: 'capacity', quota: null, evidence: fullest };
  if (hasPassedMore(minute)) return capacity;
  const tokens = minute.minuteQuotas.find(isTokens);
  const isPossible = tokens !== undefined && canBeReserved(minute, tokens);
  if (Math.max(fullest.percent, tokens ? heldPercentOf(tokens) : 0) < NEAR_ZERO_PERCENT) {
    return isPossible ? blame('reservation', tokens) : capacity;
  }
  const burst = findBurst(minute) ?? findUnevenRequests(minute);
  if (burst) return blame('burst', burst);
  return tokens ? blame('reservation', tokens) : { kind: 'unknown', quota: null, evidence: fullest };
}

/**
 * Why the calls of one minute were refused. In this order: a quota of 0 that lets nothing through; a per-minute quota at
 * its limit; a day near its end; tokens that calls are known to have reserved; a quota whose value then is not known; then,
 * with all of them below their limits, what no count shows: shared capacity, a burst, uneven requests, the reservation of
 * `max_tokens`.
 */
export function judgeMinute(minute: ThrottledMinute): MinuteVerdict {
  const [fullest] = minute.minuteQuotas;
  const [day] = minute.dailyQuotas;
  if (minute.zero) return { kind: 'zeroQuota', quota: minute.zero, evidence: null };
  if (fullest && fullest.percent >= AT_LIMIT_PERCENT) {
    return blame(isTokens(fullest) ? 'tokensPerMinute' : 'requestsPerMinute', fullest);
  }
  if (day && day.percent >= AT_LIMIT_PERCENT) return blame('tokensPerDay', day);
  const held = minute.minuteQuotas.find((one) => isTokens(one) && heldPercentOf(one) >= AT_LIMIT_PERCENT);
  if (held) return blame('reservation', held);
  if (!fullest || minute.unknownValue) return { kind: 'unknown', quota: null, evidence: fullest ?? null };
  return judgeUnseen(minute, fullest);
}

/** The minutes with throttles that have one cause and one quota. */
export interface JudgedMinutes {
  readonly verdict: MinuteVerdict;
  readonly minutes: readonly ThrottledMinute[];
  readonly throttles: number;
  /** Of all throttles of the look-back, 0 to 1. */
  readonly share: number;
}

/** The minute a quota's evidence is of. @throws RangeError when it is of none of them. */
export function peakMinuteOf({ minutes }: JudgedMinutes, evidence: QuotaEvidence): ThrottledMinute {
  const minute = minutes.find(({ minuteQuotas }) => minuteQuotas.includes(evidence));
  if (!minute) throw new RangeError('evidence of a quota is of a minute');
  return minute;
}
