import { BedrockEmbeddings, ChatBedrockConverse } from '@langchain/aws';
import { DailyQuotaExhaustedError } from '../../../../lib/client';
import { closedAfterEach } from '../../../closed-after-each';
import { SHAPES } from '../../../local/runtime/calls';
import { openWired, play, type WiredOptions } from './wired-client';

const { modelId } = SHAPES.claude;
const open = closedAfterEach(openWired);

async function openChat(limits: WiredOptions['limits'], known = limits) {
  const wired = await open({ limits, answer: { tokens: 40, seconds: 2 }, quotas: { limits: { [modelId]: known } } });
  const chat = new ChatBedrockConverse({
    client: wired.bedrock,
    region: 'us-east-1',
    model: modelId,
    maxTokens: 100,
    // The client has been given its own; LangChain asks for some all the same.
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { ...wired, chat };
}

/** Four tokens in the local account. */
const PROMPT = 'Which quota is it';
/** 5 + 40 × 5. */
const USED = 205;

test('invoke is let in and settled', async () => {
  const { chat, clock, events } = await openChat({ tokensPerMinute: 10_000 });
  const answer = await play(clock, 1, chat.invoke(PROMPT));
  expect(answer.content).toBe('This is the local account.');
  expect(answer.usage_metadata).toMatchObject({ input_tokens: 5, output_tokens: 40 });
  expect(events).toEqual([
    { type: 'admitted', modelId, tokens: expect.any(Number), waited: 0 },
    { type: 'settled', modelId, reserved: expect.any(Number), used: USED, isEstimate: false },
  ]);
});

async function readAll(chat: ChatBedrockConverse): Promise<string> {
  let text = '';
  for await (const { content } of await chat.stream(PROMPT)) text += content;
  return text;
}

test('stream is let in, and settled when it has been read', async () => {
  const { chat, clock, events } = await openChat({ tokensPerMinute: 10_000 });
  expect(await play(clock, 1, readAll(chat))).toBe('This is the local account.');
  expect(events.map(({ type }) => type)).toEqual(['admitted', 'settled']);
  expect(events.at(-1)).toMatchObject({ used: USED, isEstimate: false });
});

test('calls wait for the minute, and AWS refuses none', async () => {
  const { account, chat, clock, events } = await openChat({ tokensPerMinute: 10_000, requestsPerMinute: 4 });
  const answers = Promise.all(
    Array.from({ length: 10 }, (_, index) => (index % 2 ? chat.invoke(PROMPT) : readAll(chat))),
  );
  expect(await play(clock, 4, answers)).toHaveLength(10);
  expect(account.traffic.refusals).toEqual([]);
  expect(events.some(({ type }) => type === 'waiting')).toBe(true);
});

test.each([
  ['invoke', (chat: ChatBedrockConverse) => chat.invoke(PROMPT)],
  ['stream', readAll],
])('%s: a day that is used up comes out as the typed error, after one request', async (_, call) => {
  const { account, chat, clock } = await openChat({ tokensPerDay: 50 }, {});
  const failed = call(chat).catch((error: unknown) => error);
  expect(await play(clock, 1, failed)).toBeInstanceOf(DailyQuotaExhaustedError);
  expect(account.traffic.refusals).toHaveLength(1);
  // The breaker is open: the next call is not sent at all.
  await expect(call(chat)).rejects.toBeInstanceOf(DailyQuotaExhaustedError);
  expect(account.traffic.refusals).toHaveLength(1);
});

test('embeddings try again by themselves, and lose the type: with maxRetries 0 they fail after one request', async () => {
  // They write their errors to the console.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { account, bedrock, clock, events } = await open({ limits: { tokensPerDay: 9 }, quotas: { limits: {} } });
  const embeddings = new BedrockEmbeddings({
    client: bedrock,
    region: 'us-east-1',
    model: SHAPES.titan.modelId,
    maxRetries: 0,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const failed = embeddings.embedQuery('x'.repeat(40)).catch((error: unknown) => error);
  expect(await play(clock, 1, failed)).toMatchObject({
    message: expect.stringContaining('the daily tokens are used up'),
  });
  expect(account.traffic.refusals).toHaveLength(1);
  expect(events).toContainEqual(expect.objectContaining({ type: 'opened', kind: 'tokensPerDay' }));
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});
