import { findHabits } from '../../../../../lib/core/answers/checklist/spending-habits';
import type { TrafficMinute } from '../../../../../lib/core/traffic/model-traffic';
import { quietMinute, trafficOf } from '../../traffic-minutes';

function habitOf(part: Partial<TrafficMinute>, rate: number | null = 5) {
  return findHabits([trafficOf([quietMinute(1, { invocations: 10, ...part })], { rate })])[0];
}

test.each([
  // 1,000 of input beside 200 × 5 of output: half is output.
  ['output at half of the quota', { input: 1_000, output: 200 }, 5, { outputShare: 0.5, advice: ['output'] }],
  ['output below half', { input: 1_001, output: 200 }, 5, { advice: [] }],
  ['output that is not burned down', { input: 100, output: 900 }, 1, { outputShare: 0.9, advice: [] }],
  ['an unknown rate', { input: 100, output: 900 }, null, { outputShare: null, advice: [] }],
  ['long prompts without a cache', { input: 10_240 }, 1, { inputTokens: 1_024, cacheReadShare: 0, advice: ['cache'] }],
  ['short prompts', { input: 10_230 }, 1, { advice: [] }],
  ['long prompts read from a cache', { input: 10_240, cacheRead: 1 }, 1, { advice: [] }],
  ['a cache that counts in the length', { input: 240, cacheWrite: 10_000 }, 1, { advice: ['cache'] }],
])('%s', (_, minute, rate, expected) => {
  expect(habitOf(minute, rate)).toMatchObject(expected);
});

test('calls without tokens, and tokens without calls, say nothing', () => {
  expect(habitOf({})).toBeUndefined();
  expect(habitOf({ invocations: 0, input: 9_999 })).toBeUndefined();
});

test('those with advice come first, then the most called', () => {
  const of = (baseModelId: string, part: Partial<TrafficMinute>) =>
    trafficOf([quietMinute(1, part)], { baseModelId, rate: 1 });
  const habits = findHabits([
    of('few', { invocations: 1, input: 10 }),
    of('many', { invocations: 9, input: 10 }),
    of('long', { invocations: 1, input: 5_000 }),
  ]);
  expect(habits.map(({ modelId }) => modelId)).toEqual(['long', 'many', 'few']);
});
