import { classifyThrottle, type ThrottleKind } from '../contract/classify-throttle';
import { DailyQuotaExhaustedError, QuotaWaitError } from '../contract/errors';

/** Failures of a connection that was never there: nothing was sent. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Why a target did not take a call. */
export type Refusal = ThrottleKind | 'unreachable';

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/**
 * Why a target refused a call; `null`: it may have served it, or the call itself is wrong, so that it must not be sent to
 * another.
 */
export function findRefusal(error: unknown): Refusal | null {
  if (error instanceof DailyQuotaExhaustedError) return 'tokensPerDay';
  if (error instanceof QuotaWaitError) return error.reason === 'tooLarge' ? null : 'throttled';
  if (NOT_CONNECTED.has(codeOf(error))) return 'unreachable';
  return classifyThrottle(error);
}
