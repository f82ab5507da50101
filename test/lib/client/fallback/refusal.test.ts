import { DailyQuotaExhaustedError, QuotaWaitError } from '../../../../lib/client';
import { findRefusal } from '../../../../lib/client/fallback/refusal';

const toError = (name: string, message = '', members = {}) => Object.assign(new Error(message), { name, ...members });

test.each([
  ['a day that is used up', new DailyQuotaExhaustedError('m', new Date(0), null), 'tokensPerDay'],
  ['a queue that is full', new QuotaWaitError('m', 'queueFull', ''), 'throttled'],
  ['a wait that was too long', new QuotaWaitError('m', 'waitLimit', ''), 'throttled'],
  ['a throttle of AWS', toError('ThrottlingException', 'Too many tokens, please wait.'), 'tokensPerMinute'],
  ['no capacity', toError('ServiceUnavailableException'), 'capacity'],
  ['no connection', toError('Error', '', { code: 'ECONNREFUSED' }), 'unreachable'],
  [
    // As the SDK's client of 3.1164 throws it.
    'no connection over HTTP/2',
    toError('Error', 'canceled', {
      code: 'ERR_HTTP2_STREAM_CANCEL',
      cause: toError('Error', '', { code: 'ECONNREFUSED' }),
    }),
    'unreachable',
  ],
  ['no such host', toError('Error', '', { code: 'ENOTFOUND' }), 'unreachable'],
])('%s was not served, so that another may be asked', (_, error, refusal) => {
  expect(findRefusal(error)).toBe(refusal);
});

test.each([
  ['a call too large for any quota', new QuotaWaitError('m', 'tooLarge', '')],
  ['a connection that broke midway', toError('Error', 'socket hang up', { code: 'ECONNRESET' })],
  ['an answer that never came', toError('TimeoutError', 'Connection timed out')],
  ['a model that failed', toError('ModelErrorException')],
  ['a wrong call', toError('ValidationException')],
  ['an abort', toError('AbortError')],
  ['nothing', undefined],
])('%s goes to no other: it may have been served, or is wrong everywhere', (_, error) => {
  expect(findRefusal(error)).toBeNull();
});
