import { toQuotaHistories } from '../../../../lib/core/measure/quota-history';
import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { dailyPool, minuteOf, quota, requestQuota, resolveSonnet, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';

const NOW = minuteOf('14:33');

/** Histories of traffic given as `[minutes ago, quota tokens]`, two calls a minute. */
function historiesOf(quotas: readonly MappedQuota[], spent: readonly (readonly [number, number])[], length?: number) {
  const minutes = spent.map(([ago, estimatedTpm]) => usage(NOW - ago, { invocations: 2, estimatedTpm }));
  const { traffic } = judge({
    accountId: null,
    region: 'us-east-1',
    now: NOW,
    lookbackMinutes: 180,
    quotas,
    series: [series(`us.${SONNET}`, minutes)],
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
  });
  return toQuotaHistories(quotas, traffic, NOW, length);
}

test('of a per-minute quota: the minutes of the last three hours with traffic, in its own unit', () => {
  const traffic = [
    [200, 9],
    [180, 5],
    [3, 0],
    [2, 7],
    [0, 8],
  ] as const;
  expect(historiesOf([quota()], traffic, 180)).toEqual([
    {
      quotaCode: 'L-F4DDD3EB',
      points: [
        { minute: NOW - 180, value: 5 },
        { minute: NOW - 2, value: 7 },
      ],
    },
  ]);
  expect(historiesOf([requestQuota()], traffic, 180)[0]?.points.map(({ value }) => value)).toEqual([2, 2, 2]);
});

test('of a day, where no length is said', () => {
  const traffic = [
    [1441, 9],
    [1440, 5],
    [1, 7],
  ] as const;
  expect(historiesOf([quota()], traffic)[0]?.points.map(({ value }) => value)).toEqual([5, 7]);
});

test('of a daily quota: how the day filled, ending at the reading', () => {
  const [history] = historiesOf(
    [dailyPool()],
    [
      [300, 100],
      [60, 20],
    ],
    180,
  );
  expect(history?.points).toHaveLength(180);
  expect(history?.points[0]).toEqual({ minute: NOW - 180, value: 100 });
  expect(history?.points.at(-1)).toEqual({ minute: NOW - 1, value: 120 });
});

test('quotas nobody spends have none', () => {
  expect(historiesOf([quota({ scope: 'onDemand' })], [[2, 1]])).toEqual([]);
});
