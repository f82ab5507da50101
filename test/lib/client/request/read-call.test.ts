import fc from 'fast-check';
import { readCall } from '../../../../lib/client/request/read-call';

const MODEL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const invoke = (body: unknown, modelId = MODEL) =>
  readCall('InvokeModelCommand', { modelId, body: new TextEncoder().encode(JSON.stringify(body)) });

test.each([
  [
    'Claude',
    { anthropic_version: 'bedrock-2023-05-31', max_tokens: 700, messages: [{ role: 'user', content: 'hello' }] },
    700,
    5,
  ],
  ['Nova', { messages: [{ role: 'user', content: [{ text: 'hello' }] }], inferenceConfig: { maxTokens: 300 } }, 300, 5],
  ['Nova, older', { messages: [], inferenceConfig: { max_new_tokens: 301 } }, 301, 0],
  ['Llama', { prompt: 'hello', max_gen_len: 512 }, 512, 5],
  ['Mistral', { prompt: 'hello', max_tokens: 200 }, 200, 5],
  ['Titan text', { inputText: 'hello', textGenerationConfig: { maxTokenCount: 90 } }, 90, 5],
  ['none set', { messages: [{ role: 'user', content: 'hello' }] }, null, 5],
])('reads the body of %s', (_, body, maxTokens, characters) => {
  expect(invoke(body)).toEqual({ modelId: MODEL, characters, maxTokens, hasOutput: true });
});

test('embeddings answer without tokens, so nothing is reserved for them', () => {
  expect(invoke({ inputText: 'hello' }, 'amazon.titan-embed-text-v2:0')).toMatchObject({
    maxTokens: 0,
    hasOutput: false,
  });
});

test('reads Converse with all its texts, and no bytes of images', () => {
  const input = {
    modelId: MODEL,
    system: [{ text: 'be brief' }],
    messages: [
      {
        role: 'user',
        content: [{ text: 'hello' }, { image: { format: 'png', source: { bytes: new Uint8Array(9_999) } } }],
      },
      { role: 'user', content: [{ toolResult: { toolUseId: 'a', content: [{ json: { answer: 'forty-two' } }] } }] },
    ],
    inferenceConfig: { maxTokens: 50 },
  };
  // 8 + 5 + 'png' + 'a' + 9.
  expect(readCall('ConverseStreamCommand', input)).toEqual({
    modelId: MODEL,
    characters: 26,
    maxTokens: 50,
    hasOutput: true,
  });
});

test.each([
  ['ApplyGuardrailCommand', { modelId: MODEL }],
  ['ConverseCommand', {}],
  ['ConverseCommand', null],
  ['ConverseCommand', { modelId: 7 }],
])('%s %j is no call of a model', (name, input) => {
  expect(readCall(name, input)).toBeNull();
});

test('never throws, whatever the body', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      expect(() => readCall('InvokeModelCommand', { modelId: MODEL, body })).not.toThrow();
      expect(() => readCall('ConverseCommand', { modelId: MODEL, messages: body })).not.toThrow();
    }),
  );
});
