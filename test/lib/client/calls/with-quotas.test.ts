import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import {
  DailyQuotaExhaustedError,
  forCall,
  memoryStore,
  type QuotaEvent,
  type QuotaOptions,
  type QuotaStore,
  withQuotas,
} from '../../../../lib/client';
import { conversed, type RuntimeAnswer, refused, startRuntime } from '../runtime-stand-in';
import { SimulatedClock } from '../simulated-clock';

const MINUTE = 60_000;
const NOON = 20_000 * 1_440 * MINUTE + 720 * MINUTE;
const MODEL = 'us.amazon.nova-lite-v1:0';
const TOKENS = 'Too many tokens, please wait before trying again.';
const DAY = 'Too many tokens per day, please wait before trying again.';

function open(answer: (index: number) => RuntimeAnswer, options: QuotaOptions = {}) {
  const clock = new SimulatedClock(NOON);
  const events: QuotaEvent[] = [];
  const runtime = startRuntime(clock, (_, index) => answer(index));
  const bedrock = withQuotas(runtime.client, { clock, onEvent: (event) => events.push(event), ...options });
  return { clock, events, bedrock, client: runtime.client, seen: runtime.seen };
}

const converse = (maxTokens?: number, text = 'hello') =>
  new ConverseCommand({
    modelId: MODEL,
    messages: [{ role: 'user', content: [{ text }] }],
    ...(maxTokens === undefined ? {} : { inferenceConfig: { maxTokens } }),
  });

/** Keeps what became of a promise. */
function follow<T>(promise: Promise<T>) {
  const seen: { value: T | null; error: unknown } = { value: null, error: null };
  promise.then(
    (value) => {
      seen.value = value;
    },
    (error: unknown) => {
      seen.error = error;
    },
  );
  return seen;
}

test('is the same client, and a call with room goes through as it is', async () => {
  const { bedrock, client, clock, events, seen } = open(() => conversed(26, 12));
  expect(bedrock).toBe(client);
  const { usage } = await bedrock.send(converse(100));
  expect(usage).toMatchObject({ inputTokens: 26, outputTokens: 12 });
  expect(seen).toHaveLength(1);
  expect(clock.sleeping).toBe(0);
  expect(events.map(({ type }) => type)).toEqual(['admitted', 'settled']);
});

test('reserves input and max_tokens, and settles what was used', async () => {
  const { bedrock, events } = open(() => conversed(26, 12));
  await bedrock.send(forCall(converse(100), { inputTokens: 30 }));
  expect(events).toEqual([
    { type: 'admitted', modelId: MODEL, tokens: 130, waited: 0 },
    { type: 'settled', modelId: MODEL, reserved: 130, used: 38, isEstimate: false },
  ]);
});

test('max_tokens unset reserves what the model can answer, and says so', async () => {
  const { bedrock, events } = open(() => conversed(26, 12));
  await bedrock.send(forCall(converse(), { inputTokens: 30 }));
  expect(events[0]).toEqual({ type: 'maxTokensUnset', modelId: MODEL, reserved: 5_030 });
});

test('paces before AWS refuses', async () => {
  const { bedrock, clock, seen } = open(() => conversed(50, 50), { limits: { [MODEL]: { tokensPerMinute: 250 } } });
  const calls = Array.from({ length: 4 }, () => follow(bedrock.send(forCall(converse(50), { inputTokens: 50 }))));
  await clock.advance(3 * MINUTE);
  expect(calls.every(({ value }) => value !== null)).toBe(true);
  for (const { at } of seen)
    expect(seen.filter((one) => one.at > at - MINUTE && one.at <= at).length).toBeLessThanOrEqual(2);
});

test('geographic profiles of one model share the limits of one of them', async () => {
  const { bedrock, clock, seen } = open(() => conversed(1, 1), { limits: { [MODEL]: { requestsPerMinute: 1 } } });
  const eu = new ConverseCommand({ modelId: MODEL.replace('us.', 'eu.'), messages: [] });
  const calls = [follow(bedrock.send(converse(1))), follow(bedrock.send(eu))];
  await clock.advance(MINUTE - 1);
  expect(seen).toHaveLength(1);
  await clock.advance(1);
  expect(calls[1]?.value).not.toBeNull();
});

test('a throttled call is made again when the minute has room, and the answer comes', async () => {
  const { bedrock, clock, events, seen } = open((index) => (index === 0 ? refused(TOKENS) : conversed(1, 1)));
  const call = follow(bedrock.send(converse(10)));
  await clock.advance(MINUTE + 2_000);
  expect(call.value).toMatchObject({ $metadata: { attempts: 2 } });
  expect(seen).toHaveLength(2);
  expect(events).toContainEqual(expect.objectContaining({ type: 'throttled', kind: 'tokensPerMinute', attempt: 1 }));
});

test('a day that is used up is not tried again: a typed error, and later calls do not go', async () => {
  const { bedrock, clock, seen } = open(() => refused(DAY));
  const first = follow(bedrock.send(converse(10)));
  await clock.advance(0);
  expect(first.error).toBeInstanceOf(DailyQuotaExhaustedError);
  expect(first.error).toMatchObject({
    modelId: MODEL,
    retryAt: new Date(NOON + 5 * MINUTE),
    isZeroQuota: null,
    cause: { name: 'ThrottlingException' },
  });
  await expect(bedrock.send(converse(10))).rejects.toBeInstanceOf(DailyQuotaExhaustedError);
  expect(seen).toHaveLength(1);
});

test('gives up after maxAttempts with the error of AWS', async () => {
  const { bedrock, clock, seen } = open(() => refused(TOKENS), { maxAttempts: 3 });
  const call = follow(bedrock.send(converse(10)));
  await clock.advance(5 * MINUTE);
  expect(call.error).toMatchObject({ name: 'ThrottlingException', message: TOKENS });
  expect(seen).toHaveLength(3);
});

test('a wrong call is not tried again, and takes nothing', async () => {
  const { bedrock, clock, seen } = open(() => refused('No.', 'ValidationException', 400));
  const call = follow(bedrock.send(converse(10)));
  await clock.advance(MINUTE);
  expect(call.error).toMatchObject({ name: 'ValidationException' });
  expect(seen).toHaveLength(1);
});

test('capacity is tried again with a backoff, Retry-After obeyed', async () => {
  const short = {
    ...refused('Bedrock is unable to process your request.', 'ServiceUnavailableException', 503),
    headers: { 'x-amzn-errortype': 'ServiceUnavailableException', 'retry-after': '7' },
  };
  const { bedrock, clock, seen } = open((index) => (index === 0 ? short : conversed(1, 1)));
  const call = follow(bedrock.send(converse(10)));
  await clock.advance(20_000);
  expect(call.value).not.toBeNull();
  expect((seen[1]?.at ?? 0) - NOON).toBeGreaterThanOrEqual(7_000);
});

test('waits no longer than the call allows', async () => {
  const { bedrock, clock } = open(() => conversed(1, 1), { limits: { [MODEL]: { requestsPerMinute: 1 } } });
  await bedrock.send(converse(1));
  const call = follow(bedrock.send(forCall(converse(1), { maxWaitMs: 5_000 })));
  await clock.advance(5_000);
  expect(call.error).toMatchObject({ name: 'QuotaWaitError', reason: 'waitLimit' });
});

test('an abort ends the wait', async () => {
  const { bedrock, clock } = open(() => conversed(1, 1), { limits: { [MODEL]: { requestsPerMinute: 1 } } });
  await bedrock.send(converse(1));
  const controller = new AbortController();
  const call = follow(bedrock.send(converse(1), { abortSignal: controller.signal }));
  await clock.advance(1_000);
  controller.abort();
  await clock.advance(1);
  expect(call.error).toMatchObject({ name: 'AbortError' });
  expect(clock.sleeping).toBe(0);
});

test.each([{ share: 0.25 }, { processes: 4 }])('a share of the limits is kept to: %j', async (part) => {
  const { bedrock, clock, seen } = open(() => conversed(1, 1), {
    limits: { [MODEL]: { requestsPerMinute: 8 } },
    ...part,
  });
  for (let index = 0; index < 8; index++) follow(bedrock.send(converse(1)));
  await clock.advance(MINUTE - 1);
  expect(seen).toHaveLength(2);
});

test('with a shared store a client gets what others leave, and its own share while the store is away', async () => {
  const store = memoryStore();
  let isAway = false;
  const keys = new Set<string>();
  const sharedStore: QuotaStore = {
    read: async (key, signal) => {
      keys.add(key);
      if (isAway) throw new Error('away');
      return store.read(key, signal);
    },
    write: store.write,
  };
  const { bedrock, clock, events, seen } = open(() => conversed(1, 1), {
    limits: { [MODEL]: { requestsPerMinute: 8 } },
    processes: 4,
    sharedStore,
  });
  for (let index = 0; index < 20; index++) follow(bedrock.send(converse(1)));
  await clock.advance(MINUTE - 1);
  expect(seen).toHaveLength(8);
  expect([...keys]).toEqual(['us-east-1 crossRegion amazon.nova-lite-v1:0']);
  isAway = true;
  await clock.advance(2 * MINUTE);
  const from = clock.now();
  await clock.advance(MINUTE);
  expect(seen.filter(({ at }) => at >= from)).toHaveLength(2);
  expect(events.filter(({ type }) => type === 'storeAway')).toHaveLength(1);
});

test('InvokeModel is settled by the usage in the body of its maker', async () => {
  const body = { content: [], usage: { input_tokens: 10, output_tokens: 4, cache_creation_input_tokens: 3 } };
  const { bedrock, events } = open(() => ({ status: 200, body }));
  const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
  const request = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, messages: [] };
  await bedrock.send(new InvokeModelCommand({ modelId, body: JSON.stringify(request) }));
  // 10 + 3 + 4 × 5.
  expect(events.at(-1)).toMatchObject({ type: 'settled', used: 33, isEstimate: false });
});

test('learns from answers how many tokens its texts have', async () => {
  const { bedrock, events } = open(() => conversed(1_000, 1));
  for (let index = 0; index < 60; index++) await bedrock.send(converse(10, 'x'.repeat(1_000)));
  const last = events.filter((event) => event.type === 'admitted').at(-1);
  expect(last).toMatchObject({ tokens: expect.any(Number) });
  expect(Math.abs((last?.type === 'admitted' ? last.tokens : 0) - 1_010)).toBeLessThan(20);
});

test.each([
  [{ share: 0 }, 'share is 0'],
  [{ share: 1.5 }, 'share is 1.5'],
  [{ processes: 1.5 }, 'processes is 1.5'],
  [{ share: 0.5, processes: 2 }, 'nothing where processes is given'],
  [{ maxAttempts: 0 }, 'maxAttempts is 0'],
  [{ maxQueue: 1.5 }, 'maxQueue is 1.5'],
  [{ maxWaitMs: Number.NaN }, 'maxWaitMs is NaN'],
  [{ limits: { [MODEL]: { tokensPerMinute: -1 } } }, `limits["${MODEL}"].tokensPerMinute is -1`],
])('%j is refused at once', (options, told) => {
  expect(() => open(() => conversed(1, 1), options)).toThrow(told);
});
