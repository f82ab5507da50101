import type { CauseKind } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import type { QuotaEvidence, ThrottledMinute } from './evidence';

/** A quota counts as at its limit from this share on: counts settle below it when calls are refused. */
export const AT_LIMIT_PERCENT = 90;

/** Below this share of every per-minute quota, the account's own limits are an unlikely cause. */
export const NEAR_ZERO_PERCENT = 5;

/** From this share on, a short peak can have passed the limit within the minute although its sum did not. */
const BURST_PERCENT = 50;

/** A minute is a peak when it is this many times what is usual before it. */
const BURST_FACTOR = 3;

/**
 * What one call reserves at most when `max_tokens` is unset: the largest output of a model.
 * Source: AWS documentation on token quotas, 64k to 128k by model, as quoted in 2026-10.
 */
export const LARGEST_RESERVATION = 128_000;

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
  return requests.percent >= BURST_PERCENT && tokens.percent < BURST_PERCENT ? requests : null;
}

/**
 * Why the calls of one minute were refused. In this order: a quota of 0 that lets nothing through; a per-minute quota at
 * its limit; a day near its end; then, with all of them below their limits, what no count shows: shared capacity, a
 * burst, uneven requests, the reservation of input + max_tokens.
 */
export function judgeMinute(minute: ThrottledMinute): MinuteVerdict {
  const [fullest] = minute.minuteQuotas;
  const [day] = minute.dailyQuotas;
  if (minute.zero) return { kind: 'zeroQuota', quota: minute.zero, evidence: null };
  if (fullest && fullest.percent >= AT_LIMIT_PERCENT) {
    return blame(isTokens(fullest) ? 'tokensPerMinute' : 'requestsPerMinute', fullest);
  }
  if (day && day.percent >= AT_LIMIT_PERCENT) return blame('tokensPerDay', day);
  if (!fullest) return { kind: 'unknown', quota: null, evidence: null };
  const tokens = minute.minuteQuotas.find(isTokens);
  if (fullest.percent < NEAR_ZERO_PERCENT) {
    // A quota smaller than what one call may reserve refuses calls however little was used.
    return tokens && tokens.limit < LARGEST_RESERVATION
      ? blame('reservation', tokens)
      : { kind: 'capacity', quota: null, evidence: fullest };
  }
  const burst = findBurst(minute) ?? findUnevenRequests(minute);
  if (burst) return blame('burst', burst);
  return tokens ? blame('reservation', tokens) : { kind: 'unknown', quota: null, evidence: fullest };
}

/** The minutes with throttles that have one cause and one quota. */
export interface JudgedMinutes {
  readonly verdict: MinuteVerdict;
  readonly minutes: readonly ThrottledMinute[];
  readonly throttles: number;
  /** Of all throttles of the look-back, 0 to 1. */
  readonly share: number;
}

/** What each call must have reserved for the quota to be full in the minute of the highest use. */
export function impliedReservation({ minutes }: JudgedMinutes, { quota, value, limit }: QuotaEvidence): number {
  const peak = minutes.find(({ minuteQuotas }) =>
    minuteQuotas.some((one) => one.quota === quota && one.value === value),
  );
  return Math.max(0, limit - value) / Math.max(1, peak?.accepted ?? 0);
}
