import { summarize } from '../../bench/delay';
import { type Breach, STARTS } from '../../bench/lib/breaches';
import { openQuotas, pickFleet } from '../../bench/lib/fleet';
import { renderTable } from '../../bench/lib/report';
import { toWaves } from '../../bench/lib/slow-proxy';
import { mean, median, percentile } from '../../bench/lib/stats';
import { monthlyAmounts } from '../../lib/core/answers/bill/monthly-amounts';
import { PRICES, toBill } from '../../lib/core/answers/bill/price-table';

describe('stats', () => {
  test('a percentile is a value that occurs, by nearest rank', () => {
    expect([50, 95, 100].map((percent) => percentile([4, 1, 3, 2], percent))).toEqual([2, 4, 4]);
    expect(median([9])).toBe(9);
    expect(mean([])).toBe(0);
    expect(() => percentile([], 50)).toThrow(RangeError);
  });
});

describe('bill', () => {
  test('takes a free tier off once and never below nothing', () => {
    const { lines, full, afterFreeTier } = toBill([
      { price: 'cloudWatchCalls', units: 1_500_000, basis: 'measured' },
      { price: 'alarms', units: 7, basis: 'fixed' },
    ]);
    expect(lines.map((line) => line.afterFreeTier)).toEqual([5, 0]);
    expect(full).toBeCloseTo(15.7);
    expect(afterFreeTier).toBeCloseTo(5);
  });

  test('refuses a price that is on the bill twice', () => {
    const amount = { price: 'alarms', units: 7, basis: 'fixed' } as const;
    expect(() => toBill([amount, amount])).toThrow('alarms is on the bill twice');
  });

  test('every price occurs in the amounts of a month', () => {
    const day = {
      calls: new Map([
        ['cloudwatch:MetricsRequested', 10],
        ['sqs:SendMessage', 4],
        ['sqs:ReceiveMessage', 3],
        ['sqs:DeleteMessageBatch', 2],
        ['sqs:GetQueueAttributes', 1],
      ]),
      ticks: 1,
      messages: 0,
      meanTickMs: 1,
      logBytes: 0,
    };
    const amounts = monthlyAmounts(day);
    expect(amounts.map(({ price }) => price).sort()).toEqual(Object.keys(PRICES).sort());
    expect(amounts.find(({ price }) => price === 'metricsRequested')?.units).toBeCloseTo(304);
    expect(amounts.find(({ price }) => price === 'sqsRequests')?.units).toBeCloseTo(10 * 30.4);
  });
});

test('a table aligns text to the left and numbers to the right', () => {
  expect(
    renderTable(
      ['name', 'n'],
      [
        ['a', 10],
        ['long one', 5],
      ],
    ),
  ).toBe('name       n\n--------  --\na         10\nlong one   5');
});

test('calls that overlap are one wave', () => {
  const waves = toWaves([
    { action: 'Query', from: 12, until: 30 },
    { action: 'GetItem', from: 10, until: 20 },
    { action: 'Query', from: 25, until: 40 },
    { action: 'PutItem', from: 41, until: 50 },
  ]);
  expect(waves.map(({ actions, calls }) => [actions, calls])).toEqual([
    ['GetItem + 2 Query', 3],
    ['PutItem', 1],
  ]);
});

test('a breach that was never told is counted as missed', () => {
  const breach = (delay: number | null): Breach => ({ start: 'cold', quotaCode: 'L-00000000', minute: 1, delay });
  expect(summarize([breach(2), breach(4), breach(null)])).toEqual({
    told: 2,
    missed: 1,
    mean: 3,
    p50: 2,
    p95: 4,
    max: 4,
  });
  expect(Object.keys(STARTS)).toEqual(['hot', 'warm', 'cold']);
});

test('each model of a fleet has a quota of its own', () => {
  const fleet = pickFleet(openQuotas(), 50);
  expect(new Set(fleet.map(({ quotaCode }) => quotaCode)).size).toBe(50);
  expect(new Set(fleet.map(({ modelId }) => modelId)).size).toBe(50);
});
