import { readEventUsage, readUsage } from '../../../../lib/client/request/read-usage';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const NOTHING = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

test.each([
  [
    'Converse',
    { usage: { inputTokens: 1, outputTokens: 2, cacheReadInputTokens: 3, cacheWriteInputTokens: 4 } },
    { input: 1, output: 2, cacheRead: 3, cacheWrite: 4 },
  ],
  [
    'Claude',
    {
      body: bytesOf({
        usage: { input_tokens: 1, output_tokens: 2, cache_read_input_tokens: 3, cache_creation_input_tokens: 4 },
      }),
    },
    { input: 1, output: 2, cacheRead: 3, cacheWrite: 4 },
  ],
  ['Nova', { body: bytesOf({ usage: { inputTokens: 1, outputTokens: 2 } }) }, { ...NOTHING, input: 1, output: 2 }],
  [
    'Llama',
    { body: bytesOf({ generation: 'a', prompt_token_count: 1, generation_token_count: 2 }) },
    { ...NOTHING, input: 1, output: 2 },
  ],
  ['Titan embeddings', { body: bytesOf({ embedding: [1], inputTextTokenCount: 7 }) }, { ...NOTHING, input: 7 }],
])('reads the usage of %s', (_, output, usage) => {
  expect(readUsage(output, {})).toEqual(usage);
});

test('falls back to the headers of AWS, for makers that say nothing', () => {
  const headers = { 'x-amzn-bedrock-input-token-count': '11', 'x-amzn-bedrock-output-token-count': '22' };
  expect(readUsage({ body: bytesOf({ outputs: [] }) }, headers)).toEqual({ ...NOTHING, input: 11, output: 22 });
  expect(readUsage({ body: bytesOf({ outputs: [] }) }, { 'x-amzn-bedrock-input-token-count': 'x' })).toBeNull();
});

test.each([
  [{ body: bytesOf([]) }],
  [{ body: new Uint8Array([255]) }],
  [{}],
  [null],
  [{ usage: { inputTokens: 'many' } }],
])('an answer without usage says none: %j', (output) => {
  expect(readUsage(output, undefined)).toBeNull();
});

test('events of streams say it at their end', () => {
  expect(readEventUsage({ metadata: { usage: { inputTokens: 1, outputTokens: 2 } } })).toEqual({
    ...NOTHING,
    input: 1,
    output: 2,
  });
  const metrics = { 'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 4 } };
  expect(readEventUsage({ chunk: { bytes: bytesOf(metrics) } })).toEqual({ ...NOTHING, input: 3, output: 4 });
  expect(
    readEventUsage({ chunk: { bytes: bytesOf({ type: 'message_start', message: { usage: { input_tokens: 1 } } }) } }),
  ).toBeNull();
  expect(readEventUsage({ contentBlockDelta: { delta: { text: 'a' } } })).toBeNull();
});
