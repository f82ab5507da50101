import { describeUsage, limitsOf, quantileOf, shareOut } from '../../../../../lib/core/answers/usage';
import { weightedQuantileOf } from '../../../../../lib/core/answers/usage/spread';
import { dayOfLimit, findGrowth } from '../../../../../lib/core/answers/usage/trend';
import type { ModelTraffic, TrafficMinute } from '../../../../../lib/core/traffic/model-traffic';
import type { MappedQuota } from '../../../../../lib/core/vocabulary/quota';
import { MINUTES_PER_DAY, toMinute } from '../../../../../lib/core/vocabulary/time';
import { quietMinute as minuteOf } from '../../traffic-minutes';

const MIDNIGHT = toMinute('2026-10-01T00:00:00Z');

function trafficOf(minutes: readonly TrafficMinute[], part: Partial<ModelTraffic> = {}): ModelTraffic {
  return {
    endpoint: 'runtime',
    scope: 'crossRegion',
    baseModelId: 'anthropic.claude-opus-4-8',
    rate: 15,
    callers: [{ modelId: 'us.anthropic.claude-opus-4-8', name: 'opus', profileName: null, minutes }],
    minutes,
    lookFrom: 0,
    recent: [],
    ...part,
  };
}

const period = { from: MIDNIGHT, until: MIDNIGHT + 2 * MINUTES_PER_DAY, pointMinutes: 1 };

describe('quantiles', () => {
  test.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3], 0.5, 2],
    [[10, 20], 0.9, 19],
    [[7], 0.99, 7],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantileOf(values, share)).toBeCloseTo(expected, 10);
  });

  test('of no values is none', () => {
    expect(quantileOf([], 0.5)).toBeNaN();
    expect(weightedQuantileOf([{ value: 1, weight: 0 }], 0.5)).toBeNull();
  });

  test('by weight: nine small requests and one large', () => {
    const values = [
      { value: 9000, weight: 1 },
      { value: 10, weight: 9 },
    ];
    expect([0.5, 0.9, 0.91].map((share) => weightedQuantileOf(values, share))).toEqual([10, 10, 9000]);
  });
});

describe('growth', () => {
  const daysOf = (values: readonly number[]) =>
    values.map((value, index) => ({ day: MIDNIGHT + index * MINUTES_PER_DAY, value }));

  test('of a straight rise is its slope, and meets a limit on the day of the line', () => {
    const growth = findGrowth(daysOf([100, 200, 300, 400, 500, 600]));
    expect(growth?.perDay).toBeCloseTo(100, 6);
    const today = MIDNIGHT + 6 * MINUTES_PER_DAY;
    expect(dayOfLimit(growth, 1000, today)).toBe(today + 3 * MINUTES_PER_DAY);
  });

  test('is not bent by one day', () => {
    expect(findGrowth(daysOf([100, 200, 9000, 400, 500, 600, 700, 800]))?.perDay).toBeCloseTo(100, 6);
  });

  test.each([
    ['one burst', [0, 0, 0, 0, 0, 850_000, 0]],
    ['a steady course', [5, 5, 5, 5, 5, 5, 5]],
    ['a fall', [9, 8, 7, 6, 5, 4, 3]],
    ['ups and downs', [5, 9, 4, 8, 5, 9, 6]],
    ['four days', [1, 2, 3, 4]],
  ])('is none in %s', (_, values) => {
    expect(findGrowth(daysOf(values))).toBeNull();
  });

  test('that is met today is met today; a limit of 0, and one a year away, is not met', () => {
    const growth = findGrowth(daysOf([100, 200, 300, 400, 500, 600]));
    const today = MIDNIGHT + 6 * MINUTES_PER_DAY;
    expect(dayOfLimit(growth, 50, today)).toBe(today);
    expect(dayOfLimit(growth, 0, today)).toBeNull();
    expect(dayOfLimit(growth, 100_000, today)).toBeNull();
    expect(dayOfLimit(null, 100, today)).toBeNull();
  });
});

describe('usage', () => {
  test('counts busy minutes: with calls or tokens, not with refusals alone', () => {
    const usage = describeUsage(
      [
        trafficOf([
          minuteOf(MIDNIGHT, { invocations: 1, quotaTokens: 10 }),
          minuteOf(MIDNIGHT + 1, { quotaTokens: 30 }),
          minuteOf(MIDNIGHT + 2, { throttles: 6 }),
        ]),
      ],
      period,
      [],
    );
    expect(usage).toMatchObject({
      busyMinutes: 2,
      tokensPerMinute: { p50: 20, peak: 30, peakAt: MIDNIGHT + 1 },
      throttles: { calls: 6, minutes: 1, share: 6 / 7 },
      total: { tokens: 40, requests: 1 },
      inputTokensPerRequest: null,
    });
  });

  test('looks at its period alone', () => {
    const outside = [minuteOf(MIDNIGHT - 1, { quotaTokens: 9 }), minuteOf(period.until, { quotaTokens: 9 })];
    expect(describeUsage([trafficOf(outside)], period, []).busyMinutes).toBe(0);
  });

  test('of no request has no requests per minute, of no minute nothing', () => {
    const usage = describeUsage([trafficOf([minuteOf(MIDNIGHT, { quotaTokens: 5 })])], period, []);
    expect(usage.requestsPerMinute).toBeNull();
    expect(describeUsage([], period, [])).toMatchObject({ tokensPerMinute: null, provenance: null, modelIds: [] });
  });

  test('of points of five minutes is by the minute, and as many minutes', () => {
    const usage = describeUsage(
      [trafficOf([minuteOf(MIDNIGHT, { invocations: 10, quotaTokens: 500, throttles: 1 })])],
      { ...period, pointMinutes: 5 },
      [],
    );
    expect(usage).toMatchObject({
      busyMinutes: 5,
      tokensPerMinute: { peak: 100 },
      requestsPerMinute: { peak: 2 },
      throttles: { calls: 1, minutes: 5 },
    });
    expect(usage.days[0]).toMatchObject({ tokens: 500, peak: 100 });
  });

  test('is a lower bound where a minute is', () => {
    const minutes = [
      minuteOf(MIDNIGHT, { invocations: 1, quotaTokens: 1 }),
      minuteOf(MIDNIGHT + 1, { invocations: 1, quotaTokens: 1, provenance: 'lowerBound' }),
    ];
    expect(describeUsage([trafficOf(minutes)], period, []).provenance).toBe('lowerBound');
  });

  test('holds against the quotas that this traffic and no other spends', () => {
    const quota = (quotaCode: string, part: Partial<MappedQuota>): MappedQuota => ({
      quotaCode,
      quotaName: quotaCode,
      endpoint: 'runtime',
      scope: 'crossRegion',
      dimension: 'tokensPerMinute',
      variant: null,
      modelLabel: 'Opus',
      modelIds: ['anthropic.claude-opus-4-8'],
      mapping: 'exact',
      appliedValue: 100,
      defaultValue: null,
      adjustable: true,
      ...part,
    });
    const quotas = [
      quota('own', {}),
      quota('zero', { appliedValue: 0 }),
      quota('day', { scope: 'model', dimension: 'tokensPerDay' }),
      quota('pool', { scope: 'account', dimension: 'tokensPerDay', modelIds: [] }),
      quota('other', { scope: 'onDemand' }),
    ];
    const cross = trafficOf([minuteOf(MIDNIGHT, { quotaTokens: 10 })]);
    const onDemand = trafficOf([minuteOf(MIDNIGHT, { quotaTokens: 10 })], { scope: 'onDemand' });
    const codesOf = (own: readonly ModelTraffic[], all: readonly ModelTraffic[]) =>
      limitsOf(quotas, own, all).map(({ quota: { quotaCode }, limit }) => `${quotaCode} ${limit}`);
    // AWS doubles the row of a day for calls across Regions.
    expect(codesOf([cross], [cross])).toEqual(['own 100', 'day 200', 'pool 100']);
    expect(codesOf([cross], [cross, onDemand])).toEqual(['own 100']);
    expect(codesOf([cross, onDemand], [cross, onDemand])).toEqual(['day 133.33333333333334', 'pool 100']);
  });

  test('is shared out among names, the largest first; those without one are together', () => {
    const minutes = [minuteOf(MIDNIGHT, { invocations: 1, quotaTokens: 30 })];
    const caller = (modelId: string, profileName: string | null) => ({ modelId, name: modelId, profileName, minutes });
    const traffic = trafficOf(minutes, { callers: [caller('a', null), caller('b', 'shop'), caller('c', null)] });
    expect(shareOut([traffic], period, ({ profileName }) => profileName)).toEqual([
      { name: null, tokens: 60, requests: 2, throttles: 0, share: 2 / 3 },
      { name: 'shop', tokens: 30, requests: 1, throttles: 0, share: 1 / 3 },
    ]);
  });
});
