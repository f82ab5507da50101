import type { RetryErrorInfo, RetryErrorType } from '@smithy/types';
import { createRetryStrategy, markFinal } from '../../../../lib/client/calls/retry-strategy';
import { DailyQuotaExhaustedError, QuotaWaitError } from '../../../../lib/client/contract/errors';

function toError(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

/** The waits before each retry, until the strategy gives up or `most` retries were made. */
async function retry(error: Error, errorType: RetryErrorType, { maxAttempts = 10, most = 20, random = 1 } = {}) {
  const waits: number[] = [];
  const clock = { now: () => 0, random: () => random, sleep: async (wait: number) => void waits.push(wait) };
  const strategy = createRetryStrategy(maxAttempts, clock);
  let token = await strategy.acquireInitialRetryToken('');
  let retries = 0;
  try {
    for (; retries < most; retries++) {
      token = await strategy.refreshRetryTokenForRetry(token, { error, errorType } as RetryErrorInfo);
    }
    return { retries, waits, thrown: null };
  } catch (thrown) {
    return { retries, waits, thrown };
  }
}

test.each([
  ['ThrottlingException', 'Too many tokens, please wait before trying again.', 'THROTTLING'],
  ['ThrottlingException', 'Too many requests, please wait before trying again.', 'CLIENT_ERROR'],
  ['ThrottlingException', 'Something new.', 'THROTTLING'],
] as const)(
  '%s "%s" waits at the gate, not here, and is tried again until the attempts are used up',
  async (name, text, type) => {
    const error = toError(name, text);
    expect(await retry(error, type)).toEqual({ retries: 9, waits: [], thrown: error });
  },
);

test.each([
  ['ServiceUnavailableException', 'SERVER_ERROR'],
  ['ModelNotReadyException', 'CLIENT_ERROR'],
  ['InternalServerException', 'SERVER_ERROR'],
  ['TimeoutError', 'TRANSIENT'],
] as const)('%s backs off here: twice as long each time, with full jitter, 20 s at most', async (name, type) => {
  const { waits } = await retry(toError(name), type, { random: 0.5 });
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
});

test.each([
  ['a wrong call', toError('ValidationException', 'No.'), 'CLIENT_ERROR'],
  ['a day that is used up', toError('ThrottlingException', 'Too many tokens per day, please wait.'), 'THROTTLING'],
  ['the typed error of it', new DailyQuotaExhaustedError('m', new Date(0), null), 'THROTTLING'],
  ['a wait that was too long', new QuotaWaitError('m', 'waitLimit', ''), 'THROTTLING'],
] as const)('%s is not tried again', async (_, error, type) => {
  expect(await retry(error, type)).toEqual({ retries: 0, waits: [], thrown: error });
});

test('an error that is final is not tried again, whatever it is', async () => {
  const error = toError('ServiceUnavailableException');
  markFinal(error);
  markFinal('no object');
  expect((await retry(error, 'SERVER_ERROR')).retries).toBe(0);
});

test('one attempt is no retry', async () => {
  expect((await retry(toError('InternalServerException'), 'SERVER_ERROR', { maxAttempts: 1 })).retries).toBe(0);
});
