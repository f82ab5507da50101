import fc from 'fast-check';
import { chooseSteps, useCapacity } from '../../../../../lib/core/answers/throughput/capacity';
import { toDemand } from '../../../../../lib/core/answers/throughput/demand';
import { breakEvenTokensPerMinute, onDemandMonthlyCost } from '../../../../../lib/core/answers/throughput/prices';
import { publicPriceOf } from '../../../../../lib/core/answers/throughput/public-prices';
import { type ThroughputQuestion, weighThroughput } from '../../../../../lib/core/answers/throughput/weigh-throughput';
import type { ModelTraffic, TrafficMinute } from '../../../../../lib/core/traffic/model-traffic';
import { quietMinute as minuteOf } from '../../traffic-minutes';

const period = { from: 0, until: 10, pointMinutes: 1 };

/** Two busy minutes of ten, one with throttles: the mean request has 100 tokens. */
const MINUTES = [
  minuteOf(1, { invocations: 10, input: 700, output: 300, quotaTokens: 2200 }),
  minuteOf(2, { invocations: 20, input: 1500, output: 500, throttles: 5, quotaTokens: 4000 }),
  minuteOf(99, { invocations: 1, input: 99_999 }),
];

function ask(minutes: readonly TrafficMinute[], part: Partial<ThroughputQuestion> = {}) {
  const traffic: ModelTraffic = {
    endpoint: 'runtime',
    scope: 'onDemand',
    baseModelId: 'a.b',
    rate: 1,
    callers: [],
    minutes,
    lookFrom: 0,
    recent: [],
  };
  return weighThroughput({
    baseModelId: 'a.b',
    traffic: [traffic],
    period,
    pricePerUnitHour: 10,
    tokensPerMinutePerUnit: 1000,
    term: 'none',
    tokenPrices: { input: null, output: null },
    reservedPrice: null,
    isIncomplete: false,
    modelUnits: [],
    ...part,
  });
}

test('a throttled call counts as the mean request; burndown does not apply; minutes outside do not count', () => {
  const demand = toDemand(MINUTES, period);
  expect(demand).toMatchObject({ tokensPerRequest: 100, input: 2200, output: 800, throttles: 5 });
  expect(demand.points.map((one) => one.demand)).toEqual([1000, 2500]);
});

test.each([
  [1000, 0, 2000 / 3000, 2000 / 10_000],
  [2000, 0, 1, 3000 / 20_000],
  [2499, 0, 1, 3000 / 24_990],
  [2500, 1, 1, 3000 / 25_000],
])('%d tokens a minute serve %d throttled minutes', (tokens, servedThrottledMinutes, servedShare, useOfCapacity) => {
  const use = useCapacity(toDemand(MINUTES, period), period, tokens);
  expect(use).toEqual({ servedThrottledMinutes, servedShare, useOfCapacity });
});

test('where nothing was accepted the demand of throttled minutes is not known, and is not 0', () => {
  const answer = ask([minuteOf(1, { throttles: 7 })]);
  expect(answer.units[0]).toMatchObject({ servedThrottledMinutes: null, servedShare: null });
  expect(answer.unknowns).toContain('throttledSize');
});

test('cached tokens count, and are said; missing raw tokens are made up by quota tokens, and are said', () => {
  const answer = ask([
    minuteOf(1, { invocations: 1, input: 10, cacheRead: 90, cacheWrite: 50 }),
    minuteOf(2, { invocations: 1, quotaTokens: 400 }),
  ]);
  expect(answer.demand.points.map(({ accepted }) => accepted)).toEqual([150, 400]);
  expect(answer.unknowns).toEqual(expect.arrayContaining(['cached', 'byQuotaTokens']));
});

test('a point of five minutes has the room of five', () => {
  const coarse = { from: 0, until: 10, pointMinutes: 5 };
  const answer = ask([minuteOf(5, { invocations: 5, input: 5000, throttles: 0 })], { period: coarse });
  expect(answer).toMatchObject({ busyMinutes: 5, peakTokensPerMinute: 1000, units: [{ units: 1, servedShare: 1 }] });
  expect(answer.unknowns).toContain('coarse');
});

test('prices: a month is 730 hours, break-even as worked by hand', () => {
  const demand = toDemand([minuteOf(1, { invocations: 1, input: 500_000, output: 500_000 })], period);
  const prices = { input: 3, output: 15 };
  expect(breakEvenTokensPerMinute(demand, prices, 60)).toBeCloseTo(111_111, 0);
  expect(onDemandMonthlyCost(demand, period, prices)).toBeCloseTo((9 / 10) * 43_800, 6);
  expect(onDemandMonthlyCost(demand, period, { input: 3, output: null })).toBeNull();
  expect(breakEvenTokensPerMinute(demand, { input: 0, output: 0 }, 60)).toBeNull();
});

test('a term is owed in any case', () => {
  const owed = (['none', '1month', '6months'] as const).map((term) => ask(MINUTES, { term }).units[0]?.commitmentCost);
  expect(owed).toEqual([0, 7300, 43_800]);
});

test('a quota list that was not read, and one without the model, are two things', () => {
  expect(ask(MINUTES, { modelUnits: null }).unknowns).toContain('modelUnits');
  expect(ask(MINUTES).unknowns).toContain('offered');
});

test.each([
  ['anthropic.claude-v2:1', 63],
  ['anthropic.claude-instant-v1', 39.6],
  ['cohere.command-text-v14', 39.6],
  ['cohere.command-r-v1:0', undefined],
  ['anthropic.claude-3-haiku-20240307-v1:0', undefined],
])('the public price of %s is %s', (id, price) => expect(publicPriceOf(id)?.oneMonth).toBe(price));

describe('laws', () => {
  const minutes = fc
    .array(
      fc.record({
        input: fc.nat(50_000),
        output: fc.nat(9000),
        invocations: fc.integer({ min: 1, max: 50 }),
        throttles: fc.nat(9),
      }),
      { maxLength: 9 },
    )
    .map((all) => all.map((one, minute) => minuteOf(minute, one)));
  const perUnit = fc.integer({ min: 1, max: 20_000 });

  test('more units never serve fewer minutes, nor less; shares lie between 0 and 1; cost is linear', () => {
    fc.assert(
      fc.property(minutes, perUnit, (all, tokensPerMinutePerUnit) => {
        const { units } = ask(all, { tokensPerMinutePerUnit });
        for (const [index, row] of units.entries()) {
          const before = units[index - 1];
          expect(row.servedThrottledMinutes ?? 0).toBeGreaterThanOrEqual(before?.servedThrottledMinutes ?? 0);
          expect(row.servedShare ?? 0).toBeGreaterThanOrEqual(before?.servedShare ?? 0);
          for (const share of [row.servedShare ?? 0, row.useOfUnits ?? 0]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          expect(row.monthlyCost).toBe(row.units * 7300);
        }
      }),
    );
  });

  test('the last are enough for every throttled minute that is known', () => {
    fc.assert(
      fc.property(minutes, perUnit, (all, tokensPerMinutePerUnit) => {
        const { units, throttledMinutes } = ask(all, { tokensPerMinutePerUnit });
        expect([throttledMinutes, null]).toContain(units.at(-1)?.servedThrottledMinutes);
      }),
    );
  });

  test('steps rise from 1 to enough, and are few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (enough) => {
        const steps = chooseSteps(enough);
        expect([steps[0], steps.at(-1)]).toEqual([1, enough]);
        expect(steps.length).toBeLessThanOrEqual(12);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      }),
    );
  });
});
