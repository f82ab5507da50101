import { type LimitsSnapshot, makeSnapshot, writeSnapshot } from '../../../../lib/core/limits';
import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { input, NOW } from '../findings/evaluation';
import { dailyPool, minuteOf, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { type JudgeInput, judge } from '../judge';
import { model, pool, snapshot } from './snapshots';

const GLOBAL = quota({ quotaCode: 'L-0000000A', scope: 'globalCrossRegion', appliedValue: 7 });

function made(quotas: readonly MappedQuota[], changes: Partial<JudgeInput> = {}): LimitsSnapshot {
  const evaluation = judge(input({ quotas, ...changes }));
  return makeSnapshot({ ...evaluation, quotas, burndownRates: changes.burndownRates ?? {} });
}

function crossRegionOf(quotas: readonly MappedQuota[], changes: Partial<JudgeInput> = {}) {
  return made(quotas, changes).models[0]?.pools.crossRegion;
}

const spent = (tokens: number, clock = '14:30', modelId = `us.${SONNET}`) =>
  series(modelId, [usage(clock, { invocations: 1, estimatedTpm: tokens })]);

test('says the limits in force of a model by the scopes that have some, the rate, when and where', () => {
  const crossRegion = pool({ tokensPerMinute: 1_000_000, requestsPerMinute: 500, headroomPercent: 100 });
  const globalCrossRegion = pool({ tokensPerMinute: 7, headroomPercent: 100 });
  expect(made([quota(), requestQuota(), GLOBAL])).toEqual(
    snapshot({ madeAt: NOW, models: [model({ pools: { crossRegion, globalCrossRegion } })] }),
  );
});

test('zero is a limit that blocks, and nothing is left of it', () => {
  expect(crossRegionOf([quota({ appliedValue: 0 }), requestQuota()])).toEqual(
    pool({ tokensPerMinute: 0, requestsPerMinute: 500, headroomPercent: 0, blocked: 'zeroQuota' }),
  );
  const inputs = quota({ quotaCode: 'L-0000000B', dimension: 'inputTokensPerMinute', appliedValue: 0 });
  expect(crossRegionOf([quota(), inputs])).toMatchObject({ tokensPerMinute: 1_000_000, blocked: 'zeroQuota' });
});

test.each([
  ['a quota of no known model', quota({ modelIds: [], mapping: 'unmapped' })],
  ['the mantle endpoint', quota({ endpoint: 'mantle', scope: 'onDemand' })],
  ['a special way of calling', quota({ variant: 'longContext' })],
  ['calls at the same time', quota({ dimension: 'concurrentRequests' })],
  ['deployments of custom models', quota({ scope: 'customDeployment' })],
])('says nothing of %s', (_, one) => {
  expect(made([one]).models).toEqual([]);
});

test('a daily row of a model counts twice across Regions, and not for the global profile', () => {
  const daily = quota({ quotaCode: 'L-0000000C', scope: 'model', dimension: 'tokensPerDay', appliedValue: 900 });
  const { pools } = made([daily, GLOBAL]).models[0] ?? {};
  expect(pools?.onDemand?.tokensPerDay).toBe(900);
  expect(pools?.crossRegion?.tokensPerDay).toBe(1_800);
  expect(pools?.globalCrossRegion?.tokensPerDay).toBeNull();
});

test("the account's own pool stands by itself", () => {
  const { account, models } = made([quota(), dailyPool()]);
  expect(account).toEqual(pool({ tokensPerDay: 150_000_000, headroomPercent: 100 }));
  expect(models[0]?.pools.crossRegion?.tokensPerDay).toBeNull();
});

test('the smaller of two quotas of one kind holds', () => {
  expect(crossRegionOf([quota(), quota({ quotaCode: 'L-0000000D', appliedValue: 5 })])?.tokensPerMinute).toBe(5);
});

test('ids of one model are one model, by the fullest; two that share a quota are two', () => {
  const shared = quota({ modelIds: [SONNET, 'anthropic.claude-sonnet-4-5', 'amazon.nova-lite-v1:0'] });
  expect(made([shared]).models.map(({ modelId }) => modelId)).toEqual(['amazon.nova-lite-v1:0', SONNET]);
});

test("the user's own burndown rate holds; one that nobody names is unknown", () => {
  expect(made([quota()], { burndownRates: { [SONNET]: 3 } }).models[0]?.burndownRate).toBe(3);
  expect(made([quota({ modelIds: ['anthropic.claude-opus-9'] })]).models[0]?.burndownRate).toBeNull();
});

describe('headroom', () => {
  test.each([
    [430_000, 50],
    [500_000, 50],
    [501_000, 40],
    [1_200_000, 0],
  ])('after %d tokens of a million is %d %%', (tokens, percent) => {
    expect(crossRegionOf([quota()], { series: [spent(tokens)] })?.headroomPercent).toBe(percent);
  });

  test('is not known while traffic could not be read, unless a quota is 0', () => {
    const blindSpots = [{ source: 'cloudwatch:GetMetricData', message: 'refused' }];
    expect(crossRegionOf([quota()], { blindSpots })?.headroomPercent).toBeNull();
    expect(crossRegionOf([quota(), requestQuota({ appliedValue: 0 })], { blindSpots })?.headroomPercent).toBe(0);
  });

  test('is that of the fullest quota', () => {
    const quotas = [quota(), requestQuota({ appliedValue: 2 })];
    expect(crossRegionOf(quotas, { series: [spent(100)] })?.headroomPercent).toBe(50);
  });
});

describe('a day that is used up', () => {
  const daily = quota({ quotaCode: 'L-0000000C', scope: 'model', dimension: 'tokensPerDay', appliedValue: 1_000 });

  test('blocks when both readings of the day say so', () => {
    expect(crossRegionOf([daily], { series: [spent(2_000)] })).toMatchObject({
      blocked: 'dayExhausted',
      headroomPercent: 0,
    });
    expect(crossRegionOf([daily], { series: [spent(1_999)] })?.blocked).toBeNull();
  });

  test('does not when one reading alone says so', () => {
    const early = { ...spent(2_000), minutes: [usage(minuteOf('20:00', '2026-10-13'), { estimatedTpm: 2_000 })] };
    expect(crossRegionOf([daily], { series: [early] })).toMatchObject({ blocked: null, headroomPercent: 0 });
  });

  test('of the account blocks the account', () => {
    const { account } = made([quota(), dailyPool({ appliedValue: 9 })], { series: [spent(10)] });
    expect(account?.blocked).toBe('dayExhausted');
  });
});

describe('more models than a parameter holds', () => {
  const ids = Array.from({ length: 90 }, (_, index) => `maker.model-${String(index).padStart(2, '0')}-v1:0`);
  const quotas = ids.map((id, index) => quota({ quotaCode: `L-${index}`, modelIds: [id] }));
  const last = ids.at(-1) ?? '';
  const resolve = () => ({ kind: 'model', scope: 'crossRegion', baseModelId: last, via: 'base', name: last }) as const;

  test('are counted, and those with traffic stay', () => {
    const { models, leftOut } = made(quotas, { series: [spent(1)], resolve });
    expect(leftOut).toBeGreaterThan(0);
    expect(models.length + leftOut).toBe(90);
    expect(models.map(({ modelId }) => modelId)).toEqual([...ids.slice(0, models.length - 1), last]);
  });

  test('fill it, and no more', () => {
    const length = writeSnapshot(made(quotas)).length;
    expect(length).toBeLessThanOrEqual(4_096);
    expect(length).toBeGreaterThan(4_000);
    expect(made(quotas.slice(0, 40)).leftOut).toBe(0);
  });
});
