import { AT_LIMIT_PERCENT, type QuotaEvidence, type Reserved, type ThrottledMinute } from './evidence';

/**
 * The largest output of any model, taken where that of a model is not known.
 * Source: AWS documentation on token quotas, 64k to 128k by model, as quoted in 2026-10.
 */
export const LARGEST_RESERVATION = 128_000;

const NOTHING: Reserved = { input: 0, cacheWrite: 0, cacheRead: 0 };

/** How full a quota was with the cache reads of the calls let in, which are reserved and given back, in percent. */
export function heldPercentOf({ value, limit, percent, reserved }: QuotaEvidence): number {
  const { cacheRead } = reserved ?? NOTHING;
  return cacheRead === 0 ? percent : ((value + cacheRead) / limit) * 100;
}

/** Tokens that an unset `max_tokens` reserves of the model called; an upper bound where its largest output is not known. */
export function largestOutputOf({ maxOutput }: Pick<ThrottledMinute, 'maxOutput'>): number {
  return maxOutput ?? LARGEST_RESERVATION;
}

/** What one call reserves at most: its prompt, of which the mean is known, and the largest output. */
export function largestReservation(minute: ThrottledMinute, { value, reserved }: QuotaEvidence): number {
  const { input, cacheWrite, cacheRead } = reserved ?? NOTHING;
  const prompts = Math.max(input + cacheWrite, reserved && input + cacheWrite === 0 ? value : 0) + cacheRead;
  return largestOutputOf(minute) + prompts / Math.max(1, minute.accepted);
}

/** Whether the calls let in and one more can have filled a quota at their start, whatever they used in the end. */
export function canBeReserved(minute: ThrottledMinute, evidence: QuotaEvidence): boolean {
  return (minute.accepted + 1) * largestReservation(minute, evidence) >= (evidence.limit * AT_LIMIT_PERCENT) / 100;
}

/** What each call must have reserved beyond its use and its cache reads for the quota to be full. */
export function impliedReservation(
  { accepted }: Pick<ThrottledMinute, 'accepted'>,
  { value, limit, reserved }: QuotaEvidence,
): number {
  return Math.max(0, limit - value - (reserved?.cacheRead ?? 0)) / Math.max(1, accepted);
}
