import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import {
  createFallback,
  type FallbackOptions,
  forCall,
  type QuotaEvent,
  type QuotaOptions,
  withQuotas,
} from '../../../../lib/client';
import { conversed, type RuntimeAnswer, refused, startRuntime } from '../runtime-stand-in';
import { SimulatedClock } from '../simulated-clock';

const NOON = Date.UTC(2026, 9, 14, 12);
const [FIRST, SECOND] = ['us.amazon.nova-lite-v1:0', 'us.amazon.nova-pro-v1:0'];
const TOKENS = refused('Too many tokens, please wait before trying again.');
const BUSY = refused('Bedrock is unable to process your request.', 'ServiceUnavailableException', 503);
const WRONG = refused('No.', 'ValidationException', 400);

beforeEach(() => jest.useFakeTimers({ now: NOON, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

/** Two targets that answer what is said for each, in the order of its requests; the last answer stands. */
function open(
  answers: readonly (readonly RuntimeAnswer[])[],
  options: Partial<FallbackOptions> = {},
  limits: QuotaOptions['limits'] = {},
) {
  const clock = new SimulatedClock(NOON);
  const events: QuotaEvent[] = [];
  const runtimes = answers.map((own) => {
    const runtime = startRuntime(clock, (_, index) => own[Math.min(index, own.length - 1)] ?? conversed(1, 1));
    return { ...runtime, client: withQuotas(runtime.client, { clock, limits }) };
  });
  const targets = runtimes.map(({ client }, index) => ({ client, modelId: index === 0 ? FIRST : SECOND }));
  const fallback = createFallback({ targets, onEvent: (event) => events.push(event), ...options });
  return { clock, events, fallback, seen: () => runtimes.map((runtime) => runtime.seen.length), runtimes };
}

const command = () => new ConverseCommand({ modelId: 'any', messages: [] });

test('the first target is used while it is well', async () => {
  const { fallback, seen, runtimes } = open([[conversed(1, 1)], [conversed(2, 2)]]);
  expect((await fallback.send(command())).usage?.inputTokens).toBe(1);
  expect(seen()).toEqual([1, 0]);
  expect(runtimes[0]?.seen[0]?.path).toContain(FIRST);
});

test.each([
  ['its quota', TOKENS],
  ['its day', refused('Too many tokens per day, please wait before trying again.')],
  ['want of capacity', BUSY],
])('one that is refused for %s goes to the next at once', async (_, refusal) => {
  const { fallback, seen } = open([[refusal], [conversed(2, 2)]]);
  expect((await fallback.send(command())).usage?.inputTokens).toBe(2);
  expect(seen()).toEqual([1, 1]);
});

test('a call that is wrong, or may have been served, goes nowhere else', async () => {
  for (const answer of [WRONG, refused('It broke.', 'ModelErrorException', 424)]) {
    const { fallback, seen } = open([[answer], [conversed(2, 2)]]);
    await expect(fallback.send(command())).rejects.toMatchObject({ name: expect.stringMatching(/Exception$/) });
    expect(seen()).toEqual([1, 0]);
  }
});

test('a target that refuses again and again is left alone, tried again later, and used again when it is well', async () => {
  const { fallback, seen, events } = open([[BUSY, BUSY, BUSY, conversed(1, 1)], [conversed(2, 2)]]);
  for (let index = 0; index < 5; index++) await fallback.send(command());
  expect(seen()).toEqual([3, 5]);
  expect(events).toContainEqual(expect.objectContaining({ type: 'opened', modelId: FIRST, kind: 'failures' }));
  jest.setSystemTime(NOON + 30_000);
  expect((await fallback.send(command())).usage?.inputTokens).toBe(1);
  expect((await fallback.send(command())).usage?.inputTokens).toBe(1);
  expect(seen()).toEqual([5, 5]);
  expect(events).toContainEqual({ type: 'closed', modelId: FIRST });
});

test('when all refuse, the first is waited for', async () => {
  const { fallback, clock, seen } = open([[TOKENS, conversed(1, 1)], [TOKENS]]);
  const call = fallback.send(command());
  await clock.advance(62_000);
  expect((await call).usage?.inputTokens).toBe(1);
  expect(seen()).toEqual([2, 1]);
});

test('targets that are full are waited for, however many calls find them full', async () => {
  const limits = { [FIRST]: { requestsPerMinute: 2 }, [SECOND]: { requestsPerMinute: 2 } };
  const { fallback, clock, events, seen } = open([[conversed(1, 1)], [conversed(2, 2)]], {}, limits);
  const calls = Promise.allSettled(Array.from({ length: 12 }, () => fallback.send(command())));
  await clock.advance(600_000);
  expect((await calls).map(({ status }) => status)).toEqual(Array(12).fill('fulfilled'));
  expect(seen().reduce((sum, count) => sum + count)).toBe(12);
  expect(events.filter(({ type }) => type === 'opened')).toEqual([]);
});

test.each([
  ['throttles', TOKENS],
  ['want of capacity', BUSY],
])('a call that finds every target left alone after %s waits for the best', async (_, refusal) => {
  const { fallback, clock, seen } = open([
    [refusal, refusal, refusal, conversed(1, 1)],
    [refusal, refusal, refusal, conversed(2, 2)],
  ]);
  const calls = Promise.allSettled(Array.from({ length: 12 }, () => fallback.send(command())));
  await clock.advance(600_000);
  expect((await calls).map(({ status }) => status)).toEqual(Array(12).fill('fulfilled'));
  expect(seen().reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(15);
});

test('the order may be another for each call', async () => {
  const { fallback, seen } = open([[conversed(1, 1)], [conversed(2, 2)]], { rank: () => [SECOND] });
  await fallback.send(command());
  expect(seen()).toEqual([0, 1]);
});

test('what was said of a call holds at each target', async () => {
  const { fallback } = open([[conversed(1, 1)], []]);
  const own = forCall(command(), { priority: 'high', inputTokens: 9 });
  expect((await fallback.send(own)).usage?.inputTokens).toBe(1);
});

test.each([
  [[{ region: 'us-east-1', modelId: 'eu.amazon.nova-lite-v1:0' }], 'eu.amazon.nova-lite-v1:0 in us-east-1'],
  [[{ region: 'us-east-1', modelId: 'global.amazon.nova-lite-v1:0' }], 'global.'],
  [[{ region: 'eu-west-1', modelId: 'amazon.nova-lite-v1:0' }], 'in eu-west-1'],
])('never outside of the geographies that are allowed: %j', (targets, told) => {
  expect(() => createFallback({ targets, allow: ['us'] })).toThrow(told);
});

test('within them it opens', () => {
  const targets = [
    { region: 'us-east-1', modelId: 'us.amazon.nova-lite-v1:0' },
    { region: 'us-west-2', modelId: 'amazon.nova-lite-v1:0' },
    { region: 'ap-northeast-1', modelId: 'jp.amazon.nova-lite-v1:0' },
  ];
  expect(() => createFallback({ targets, allow: ['us', 'jp'] })).not.toThrow();
  expect(() => createFallback({ targets: [] })).toThrow('targets is empty');
});
