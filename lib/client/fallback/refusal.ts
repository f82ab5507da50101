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

/** Errors that wrap one another are followed this far: over HTTP/2, a stream that is cancelled has the connection's as its cause. */
const DEEPEST_CAUSE = 5;

/** Whether the connection itself never was. */
function isNotConnected(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST_CAUSE) return false;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  return (typeof code === 'string' && NOT_CONNECTED.has(code)) || isNotConnected(cause, depth + 1);
}

/**
 * Why a target refused a call; `null`: it may have served it, or the call itself is wrong, so that it must not be sent to
 * another.
 */
export function findRefusal(error: unknown): Refusal | null {
  if (error instanceof DailyQuotaExhaustedError) return 'tokensPerDay';
  if (error instanceof QuotaWaitError) return error.reason === 'tooLarge' ? null : 'throttled';
  if (isNotConnected(error)) return 'unreachable';
  return classifyThrottle(error);
}
