import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { createFallback, withQuotas } from '../../../../lib/client';
import type { PoolLimits } from '../../../../lib/core/limits';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { NOON, publish, startParameters } from '../limits/published';
import { conversed, startRuntime } from '../runtime-stand-in';
import { SimulatedClock } from '../simulated-clock';

const MODEL = 'us.amazon.nova-lite-v1:0';

beforeEach(() => jest.useFakeTimers({ now: NOON, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

/** Sends a second call, after one through each target has read its limits. @returns the target that took it. */
async function takerOf(limits: readonly Partial<PoolLimits>[], ageMinutes = 0): Promise<number> {
  const clock = new SimulatedClock(NOON);
  const command = () => new ConverseCommand({ modelId: MODEL, messages: [] });
  const runtimes = limits.map((one) => {
    const { client, seen } = startRuntime(clock, () => conversed(1, 1));
    const { client: own } = startParameters(clock, publish(one, { madeAt: toMinute(NOON) - ageMinutes }));
    return { seen, client: withQuotas(client, { clock, limitsFrom: { parameterName: '/a', client: own } }) };
  });
  for (const { client } of runtimes) await client.send(command());
  const targets = runtimes.map(({ client }) => ({ client, modelId: MODEL }));
  await createFallback({ targets, rank: 'headroom' }).send(command());
  return runtimes.findIndex(({ seen }) => seen.length === 2);
}

test.each([
  ['the target with the most', [{ headroomPercent: 20 }, { headroomPercent: 70 }], 1],
  ['the first of equals', [{ headroomPercent: 70 }, { headroomPercent: 70 }], 0],
  ['what is known to have some before what is not known', [{}, { headroomPercent: 10 }], 1],
  ['what is not known before what has none', [{ headroomPercent: 0 }, {}], 1],
  ['what is not known before what is blocked', [{ headroomPercent: 90, blocked: 'dayExhausted' }, {}], 1],
] as const)('by headroom: %s', async (_, limits, taker) => {
  expect(await takerOf(limits)).toBe(taker);
});

test('old headroom is not known', async () => {
  expect(await takerOf([{ headroomPercent: 20 }, { headroomPercent: 70 }], 76)).toBe(0);
});

test('without live limits the order is as it is listed', async () => {
  const clock = new SimulatedClock(NOON);
  const runtimes = [0, 1].map(() => startRuntime(clock, () => conversed(1, 1)));
  const targets = runtimes.map(({ client }) => ({ client, modelId: MODEL }));
  await createFallback({ targets, rank: 'headroom' }).send(new ConverseCommand({ modelId: MODEL, messages: [] }));
  expect(runtimes.map(({ seen }) => seen.length)).toEqual([1, 0]);
});
