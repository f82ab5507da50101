import {
  AccessDeniedException,
  InternalServerException,
  ModelNotReadyException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-bedrock-runtime';
import fc from 'fast-check';
import { classifyThrottle } from '../../../../lib/client';

const throttling = (message: string) => new ThrottlingException({ message, $metadata: { httpStatusCode: 429 } });

test.each([
  ['Too many requests, please wait before trying again.', 'requestsPerMinute'],
  ['Your request rate is too high. Reduce the frequency of requests.', 'requestsPerMinute'],
  ['Too many tokens, please wait before trying again.', 'tokensPerMinute'],
  ['Too many tokens per day, please wait before trying again.', 'tokensPerDay'],
  ['Words that nobody has seen yet.', 'throttled'],
])('ThrottlingException "%s" is %s', (message, kind) => {
  expect(classifyThrottle(throttling(message))).toBe(kind);
  expect(classifyThrottle({ throttlingException: { message } })).toBe(kind);
  expect(classifyThrottle(new Error('the chain failed', { cause: throttling(message) }))).toBe(kind);
  expect(classifyThrottle(`ThrottlingException: ${message}`)).toBe(kind);
});

test.each([
  [new ServiceUnavailableException({ message: 'any', $metadata: {} }), 'capacity'],
  [{ serviceUnavailableException: { message: 'any' } }, 'capacity'],
  [new ModelNotReadyException({ message: 'any', $metadata: {} }), 'modelNotReady'],
  [
    new ValidationException({ message: 'Too many tokens, please wait before trying again.', $metadata: {} }),
    'tokensPerMinute',
  ],
])('%s is %s', (error, kind) => {
  expect(classifyThrottle(error)).toBe(kind);
});

test.each([
  [new AccessDeniedException({ message: 'You may not.', $metadata: {} })],
  [new InternalServerException({ message: 'It broke.', $metadata: {} })],
  [new ValidationException({ message: 'The model identifier is invalid.', $metadata: {} })],
  [{ modelStreamErrorException: { message: 'It broke.' } }],
  [{ messageStop: { stopReason: 'end_turn' } }],
  [null],
  [undefined],
  [7],
])('%s is no throttle', (error) => {
  expect(classifyThrottle(error)).toBeNull();
});

test('never throws, and ends for errors that cause themselves', () => {
  const circle: { cause?: unknown } = {};
  circle.cause = circle;
  expect(classifyThrottle(circle)).toBeNull();
  fc.assert(fc.property(fc.anything(), (error) => expect(() => classifyThrottle(error)).not.toThrow()));
});
