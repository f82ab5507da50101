import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startNoonAccount } from '../noon-account';
import { converseStream, invoke, invokeStream, SHAPES, type ShapeName, STREAMED, toConversation } from './calls';

const TEXT = 'This is the local account.';
const METRICS = 'amazon-bedrock-invocationMetrics';
const start = closedAfterEach(startNoonAccount);

async function open() {
  const account = await start();
  const headers: Record<string, string>[] = [];
  const { runtime } = clientsOf(account.url);
  runtime.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      headers.push((result.response as { headers: Record<string, string> }).headers);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  return { account, runtime, headers };
}

it('Converse: the answer with its usage', async () => {
  const { runtime } = await open();
  expect(await runtime.send(new ConverseCommand(toConversation(SHAPES.nova.modelId, 500)))).toMatchObject({
    output: { message: { role: 'assistant', content: [{ text: TEXT }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 10, outputTokens: 200, totalTokens: 210 },
  });
});

it('ConverseStream: events in the order of the API reference, usage in the last', async () => {
  const { runtime } = await open();
  const { events, error } = await converseStream(runtime, SHAPES.nova.modelId, 50);
  expect(error).toBeNull();
  expect(events.map((event) => Object.keys(event)[0])).toEqual([
    'messageStart',
    ...Array(5).fill('contentBlockDelta'),
    'contentBlockStop',
    'messageStop',
    'metadata',
  ]);
  expect(events.map(({ contentBlockDelta }) => contentBlockDelta?.delta?.text ?? '').join('')).toBe(TEXT);
  expect(events.at(-2)).toEqual({ messageStop: { stopReason: 'max_tokens' } });
  expect(events.at(-1)?.metadata?.usage).toEqual({ inputTokens: 10, outputTokens: 50, totalTokens: 60 });
});

it.each<[ShapeName, object]>([
  ['claude', { content: [{ type: 'text', text: TEXT }], usage: { input_tokens: 10, output_tokens: 200 } }],
  ['nova', { output: { message: { content: [{ text: TEXT }] } }, usage: { inputTokens: 10, outputTokens: 200 } }],
  ['llama', { generation: TEXT, prompt_token_count: 10, generation_token_count: 200, stop_reason: 'stop' }],
  ['mistralText', { outputs: [{ text: TEXT, stop_reason: 'stop' }] }],
  ['mistralChat', { choices: [{ index: 0, message: { role: 'assistant', content: TEXT }, stop_reason: 'stop' }] }],
  ['titan', { inputTextTokenCount: 10 }],
])('InvokeModel of %s: the body of its maker, and the tokens in headers', async (name, expected) => {
  const { runtime, headers } = await open();
  expect(await invoke(runtime, name, 500)).toMatchObject(expected);
  expect(headers[0]).toMatchObject({ 'x-amzn-bedrock-input-token-count': '10' });
  expect(headers[0]?.['x-amzn-bedrock-output-token-count']).toBe(name === 'titan' ? undefined : '200');
});

it('Titan gives a vector of as many numbers as are asked for', async () => {
  const { runtime } = await open();
  expect((await invoke(runtime, 'titan')).embedding).toHaveLength(256);
});

it.each(STREAMED)('InvokeModelWithResponseStream of %s: tokens in the last chunk, and in no other', async (name) => {
  const { runtime } = await open();
  const { chunks, error } = await invokeStream(runtime, name, 500);
  expect(error).toBeNull();
  expect(chunks.findIndex((chunk) => METRICS in chunk)).toBe(chunks.length - 1);
  expect(chunks.at(-1)?.[METRICS]).toMatchObject({ inputTokenCount: 10, outputTokenCount: 200 });
  expect(chunks.length).toBeGreaterThanOrEqual(5);
});

/** What the texts of an answer are named in the chunks of the makers. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'generation', 'content']);

it.each(STREAMED)('the chunks of %s are the answer', async (name) => {
  const { runtime } = await open();
  const { chunks } = await invokeStream(runtime, name, 500);
  const texts: string[] = [];
  JSON.stringify(chunks, (key, value) => {
    if (TEXTS.has(key) && typeof value === 'string') texts.push(value);
    return value;
  });
  expect(texts.join('')).toBe(TEXT);
});

it('answers as many tokens, in as many seconds, as the account is told', async () => {
  const account = await start({ answer: { tokens: 30, seconds: 0.5 } });
  const { runtime } = clientsOf(account.url);
  expect(await runtime.send(new ConverseCommand(toConversation(SHAPES.nova.modelId)))).toMatchObject({
    usage: { outputTokens: 30 },
    metrics: { latencyMs: 500 },
  });
});
