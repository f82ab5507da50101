import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';
import { classifyThrottle } from '../contract/classify-throttle';
import type { Clock } from '../contract/clock';
import { DailyQuotaExhaustedError, QuotaWaitError } from '../contract/errors';

/** Waits before calls that failed for another reason than a quota are made again: full jitter below these. */
const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 20_000;

const FINAL = new WeakSet<object>();

/** Has an error not tried again: its call has no attempts left. */
export function markFinal(error: unknown): void {
  if (typeof error === 'object' && error !== null) FINAL.add(error);
}

function isFinal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && FINAL.has(error);
}

function toToken(retries: number): RetryToken {
  return { getRetryCount: () => retries, getRetryDelay: () => 0 };
}

/** Whether a failure that is no throttle may pass. */
function mayPass({ errorType }: RetryErrorInfo): boolean {
  return errorType === 'TRANSIENT' || errorType === 'SERVER_ERROR' || errorType === 'THROTTLING';
}

/**
 * Which failures are tried again, and after which wait. What a quota of a minute refused waits at the gate for room; a day
 * that is used up is not tried again.
 */
export function createRetryStrategy(maxAttempts: number, clock: Clock): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: async () => toToken(0),
    async refreshRetryTokenForRetry(token, info) {
      const { error } = info;
      const retries = token.getRetryCount() + 1;
      if (
        retries >= maxAttempts ||
        isFinal(error) ||
        error instanceof DailyQuotaExhaustedError ||
        error instanceof QuotaWaitError
      )
        throw error;
      const kind = classifyThrottle(error);
      if (kind === 'tokensPerDay' || (kind === null && !mayPass(info))) throw error;
      const isOfQuota = kind === 'tokensPerMinute' || kind === 'requestsPerMinute' || kind === 'throttled';
      if (!isOfQuota) {
        const most = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (retries - 1));
        await clock.sleep(clock.random() * most);
      }
      return toToken(retries);
    },
    recordSuccess: () => undefined,
  };
}
