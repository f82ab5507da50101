import fc from 'fast-check';
import { type Refusal, type RefusalReading, readRefusal } from '../../../../lib/core/refusals';
import { toTrailRecord } from './trail-record';

function refusalOf(reading: RefusalReading): Refusal {
  if (reading.kind !== 'refusal') throw new Error(`no refusal: ${reading.kind}`);
  return reading.refusal;
}

test('a refused call is read as AWS recorded it', () => {
  expect(readRefusal(toTrailRecord())).toEqual({
    kind: 'refusal',
    refusal: {
      eventId: '0a1b2c3d-1111-4222-8333-44445555666a',
      at: Date.parse('2026-10-14T14:32:07Z'),
      region: 'us-east-1',
      accountId: '111122223333',
      operation: 'Converse',
      modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
      kind: 'tokensPerMinute',
      errorCode: 'ThrottlingException',
      text: 'Too many tokens, please wait before trying again.',
      principal: 'SummaryWorker/worker-7',
      userAgent: 'Boto3/1.40.0 md/Botocore#1.40.0',
    },
  });
});

test.each([
  ['ThrottlingException', 'Too many tokens per day, please wait before trying again.', 'tokensPerDay'],
  ['ThrottlingException', 'Too many requests, please wait before trying again.', 'requestsPerMinute'],
  ['ThrottlingException', undefined, 'throttled'],
  ['AccessDenied', 'User is not authorized to perform: bedrock:InvokeModel', 'accessDenied'],
  ['ServiceUnavailableException', 'Bedrock is unable to process your request.', 'capacity'],
  ['ResourceNotFoundException', 'This Model is marked by provider as Legacy.', 'legacyModel'],
  ['com.amazonaws.bedrock#ModelNotReadyException', undefined, 'modelNotReady'],
])('%s "%s" is %s', (errorCode, errorMessage, kind) => {
  expect(refusalOf(readRefusal(toTrailRecord({ errorCode, errorMessage }))).kind).toBe(kind);
});

test('a refusal without a message has its code for a text', () => {
  expect(refusalOf(readRefusal(toTrailRecord({ errorMessage: null }))).text).toBe('ThrottlingException');
});

test.each([
  [{ arn: 'arn:aws:iam::111122223333:user/batch' }, 'user/batch'],
  [{ arn: 'arn:aws:iam::111122223333:root' }, 'root'],
  [{ type: 'AWSService', invokedBy: 'bedrock.amazonaws.com' }, 'bedrock.amazonaws.com'],
  [{ type: 'IdentityCenterUser' }, 'IdentityCenterUser'],
  [undefined, null],
])('of %j the principal is %s', (userIdentity, principal) => {
  expect(refusalOf(readRefusal(toTrailRecord({ userIdentity }))).principal).toBe(principal);
});

test('what does not say its model, caller or account says null', () => {
  const sparse = toTrailRecord({ userIdentity: {}, requestParameters: null, userAgent: '', recipientAccountId: 'x' });
  expect(refusalOf(readRefusal(sparse))).toMatchObject({
    modelId: null,
    principal: null,
    userAgent: null,
    accountId: null,
  });
});

test('names and texts from outside are one line each, and bounded', () => {
  const { userAgent, text } = refusalOf(
    readRefusal(toTrailRecord({ userAgent: 'a\u001b[31m\nb\u2028c', errorMessage: 'x'.repeat(5_000) })),
  );
  expect(userAgent).toBe('a [31m b c');
  expect(text).toHaveLength(500);
});

test.each([
  ['a call that was served', { errorCode: undefined }],
  ['another service', { eventSource: 's3.amazonaws.com' }],
  ['an operation that calls no model', { eventName: 'ListFoundationModels' }],
])('%s is no refusal', (_, changes) => {
  expect(readRefusal(toTrailRecord(changes))).toEqual({ kind: 'other' });
});

test.each([
  ['noId', toTrailRecord({ eventID: undefined })],
  ['noTime', toTrailRecord({ eventTime: 'yesterday' })],
  ['noRegion', toTrailRecord({ awsRegion: 7 })],
  ['notARecord', []],
  ['notARecord', {}],
  ['notARecord', null],
])('unreadable: %s', (reason, record) => {
  expect(readRefusal(record)).toEqual({ kind: 'unreadable', reason });
});

test('nothing that comes makes it throw', () => {
  const members = fc.constantFrom(...Object.keys(toTrailRecord()));
  fc.assert(
    fc.property(fc.dictionary(members, fc.anything()), fc.anything(), (changes, other) => {
      expect(readRefusal(toTrailRecord(changes)).kind).toMatch(/^(refusal|other|unreadable)$/);
      expect(readRefusal(other).kind).toMatch(/^(refusal|other|unreadable)$/);
    }),
  );
});
