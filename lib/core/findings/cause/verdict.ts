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

/** A peak within the minute: more than half of a quota was asked for, and far more than was used in the minutes around. */
function findBurst(minute: ThrottledMinute): QuotaEvidence | null {
  const { minuteQuotas, usualValues, accepted, throttles, refusedInARow } = minute;
  const [fullest] = minuteQuotas;
  if (refusedInARow > LONGEST_BURST_MINUTES) return null;
  const attemptsPerCall = (accepted + throttles) / Math.max(1, accepted);
  if (!fullest || fullest.percent * attemptsPerCall < BURST_PERCENT) return null;
  const usual = usualValues.get(fullest.quota.quotaCode) ?? 0;
  return fullest.value * attemptsPerCall >= usual * BURST_FACTOR ? fullest : null;
}

/** Requests that arrive unevenly: let in and refused together they pass the quota, and tokens are not what is short. */
function findUnevenRequests({ minuteQuotas, accepted, throttles }: ThrottledMinute): QuotaEvidence | null {
  const requests = minuteQuotas.find(({ quota }) => quota.dimension === 'requestsPerMinute');
  const tokens = minuteQuotas.find(isTokens);
  if (!requests || accepted + throttles < requests.limit) return null;
  if (!tokens) return requests;
  return requests.percent >= BURST_PERCENT && heldPercentOf(tokens) < BURST_PERCENT ? requests : null;
}

/** A peak of seconds, and its retries in the next minute; what goes on for longer is a level. */
const LONGEST_BURST_MINUTES = 2;

/** Fewer calls say little of what a minute bears: one of them more or larger is another minute. */
const TELLING_CALLS = 5;

/** Whether as much was let pass in calm minutes of the same day: then no quota refused, whatever calls reserved. */
function hasPassedBefore({ minuteQuotas, accepted }: ThrottledMinute): boolean {
  return accepted >= TELLING_CALLS && minuteQuotas.every((one) => one.passed >= (heldPercentOf(one) * one.limit) / 100);
}

/** What no count shows: refusals with every quota below its limit. */
function judgeUnseen(minute: ThrottledMinute, fullest: QuotaEvidence): MinuteVerdict {
  const capacity: MinuteVerdict = { kind: 'capacity', quota: null, evidence: fullest };
  if (hasPassedBefore(minute)) return capacity;
  const tokens = minute.minuteQuotas.find(isTokens);
  const isPossible = tokens !== undefined && canBeReserved(minute, tokens);
  if (Math.max(fullest.percent, tokens ? heldPercentOf(tokens) : 0) < NEAR_ZERO_PERCENT) {
    return isPossible ? blame('reservation', tokens) : capacity;
  }
  const burst = findBurst(minute) ?? findUnevenRequests(minute);
  if (burst) return blame('burst', burst);
  if (!tokens) return { kind: 'unknown', quota: null, evidence: fullest };
  return isPossible ? blame('reservation', tokens) : capacity;
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
