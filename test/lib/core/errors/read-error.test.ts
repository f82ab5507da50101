import fc from 'fast-check';
import { hangsOnModel, isNoModelQuota, isOfModelQuota, readError } from '../../../../lib/core/errors';
import { TEXTS } from './texts';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('what a text says', () => {
  test.each(TEXTS)('%s', (text, kind) => {
    expect(readError(text)).toMatchObject({ kind, text });
  });

  test.each(TEXTS.filter(([, kind]) => kind !== 'unrecognised'))('the same in a string of JSON: %s', (text, kind) => {
    expect(readError(JSON.stringify({ log: text })).kind).toBe(kind);
    expect(readError(JSON.stringify(JSON.stringify({ log: text }))).kind).toBe(kind);
  });

  test('whatever the text, it is read, and at once', () => {
    const parts = fc.constantFrom(
      'error: ',
      '"message":"',
      'Exception',
      '\\',
      '"',
      'arn:aws:bedrock:',
      ' (status',
      '%3a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 30 }), (pieces) => {
        expect(readError(pieces.join('')).kind).toEqual(expect.any(String));
      }),
    );
    for (const piece of ['a', 'error: ', '"message":"x', '\\', 'anthropic.', '%3a', 'exception', '{"a":']) {
      const started = performance.now();
      readError(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('what else a text names', () => {
  const facts = (text: string) => {
    const { text: _text, kind: _kind, ...rest } = readError(text);
    return rest;
  };

  test('a record of CloudTrail says all', () => {
    const [record = ''] = TEXTS.map(([text]) => text).filter((text) => text.startsWith('{"eventSource'));
    const said = {
      region: 'eu-west-1',
      accountId: '111122223333',
      modelIds: ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0'],
      operation: 'ConverseStream',
      exceptionName: 'ThrottlingException',
    };
    expect(facts(record)).toMatchObject(said);
    expect(facts(JSON.stringify(record))).toMatchObject(said);
  });

  test.each([
    ['POST https://bedrock-runtime.eu-central-1.amazonaws.com/model/x/converse-stream 429', 'eu-central-1'],
    ['https://bedrock-mantle.us-west-2.api.aws/v1/messages', 'us-west-2'],
    [
      'arn:aws:bedrock:ap-south-1:111122223333:inference-profile/apac.anthropic.claude-sonnet-4-5-20250929-v1:0',
      'ap-south-1',
    ],
    // A profile is called in its own Region; the model behind it may refuse in another.
    [
      `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${SONNET} arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0`,
      'us-east-1',
    ],
    ['region_name="us-gov-west-1"', 'us-gov-west-1'],
    ['bedrock-runtime.us-east-1.amazonaws.com then bedrock-runtime.us-west-2.amazonaws.com', null],
    ['us-east-1 is in the text', null],
  ])('%s: the Region is %s', (text, region) => {
    expect(facts(text).region).toBe(region);
  });

  test('several models are all named, in order, each once', () => {
    const text = `tried ${SONNET}, then amazon.nova-pro-v1:0, then ${SONNET} again: Too many tokens`;
    expect(facts(text).modelIds).toEqual([SONNET, 'amazon.nova-pro-v1:0']);
  });

  test.each([
    ['User is not authorized to perform: bedrock:InvokeModel on resource', 'bedrock:InvokeModel'],
    ['Access denied', null],
  ])('%s: the action is %s', (text, action) => {
    expect(facts(text).missingAction).toBe(action);
  });

  test.each([
    ['https://bedrock-mantle.us-east-1.api.aws/v1/messages', 'mantle'],
    ['https://bedrock-runtime.us-east-1.amazonaws.com', 'runtime'],
    ['Too many tokens', null],
  ])('%s: the endpoint is %s', (text, endpoint) => {
    expect(facts(text).endpoint).toBe(endpoint);
  });

  test.each([
    ['POST /model/amazon.nova-pro-v1%3A0/invoke-with-response-stream', 'InvokeModelWithResponseStream'],
    ['when calling the Converse operation', 'Converse'],
    ['nothing', null],
  ])('%s: the operation is %s', (text, operation) => {
    expect(facts(text).operation).toBe(operation);
  });

  test('two accounts are none', () => {
    expect(facts('arn:aws:iam::111122223333:user/a arn:aws:iam::000000000000:user/b').accountId).toBeNull();
  });
});

test.each([
  ['tokensPerDay', true, false, true],
  ['throttled', true, false, true],
  ['capacity', false, false, true],
  ['unrecognised', false, false, true],
  ['onDemandNotSupported', false, true, true],
  ['modelAccess', false, true, false],
  ['concurrency', false, true, false],
  ['increaseLimit', false, true, false],
] as const)('%s: of a quota of the model is %s, of none is %s, hangs on the model is %s', (kind, of, none, hangs) => {
  expect([isOfModelQuota(kind), isNoModelQuota(kind), hangsOnModel(kind)]).toEqual([of, none, hangs]);
});
