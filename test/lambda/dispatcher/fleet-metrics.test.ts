import { toFleetMetrics, toRegionMetrics } from '../../../lambda/dispatcher/fleet-metrics';
import type { TargetRecord } from '../../../lib/core/targets';

const NOW = 29_000_000;

function record(accountId: string, region: string, metrics: Record<string, number>, misses = 0): TargetRecord {
  const seen = { every: 1, misses, why: null, triedAt: NOW, evaluatedAt: NOW };
  return { target: { accountId, region }, metrics, ...seen };
}

const RECORDS = [
  record('111122223333', 'us-east-1', { HighestUtilizationPercent: 40, ThrottledRequests: 2, ZeroQuotas: 9 }),
  record('000000000000', 'us-east-1', { HighestUtilizationPercent: 90, ThrottledRequests: 3, ZeroQuotas: 1 }),
  record('000000000000', 'us-west-2', { HighestUtilizationPercent: 70, ThrottledRequests: 0, ZeroQuotas: 1 }, 1),
];

test('a Region has the highest use and the sum of throttles of its targets, and nothing else', () => {
  expect(toRegionMetrics(RECORDS, NOW)).toEqual([
    {
      name: 'HighestUtilizationPercent',
      value: 90,
      unit: 'Percent',
      dimension: { name: 'Region', value: 'us-east-1' },
    },
    { name: 'ThrottledRequests', value: 5, unit: 'Count', dimension: { name: 'Region', value: 'us-east-1' } },
    {
      name: 'HighestUtilizationPercent',
      value: 70,
      unit: 'Percent',
      dimension: { name: 'Region', value: 'us-west-2' },
    },
    { name: 'ThrottledRequests', value: 0, unit: 'Count', dimension: { name: 'Region', value: 'us-west-2' } },
  ]);
});

test('a Region of which nothing was seen for long has no value, which is not 0', () => {
  const old = RECORDS.map((one) => ({ ...one, evaluatedAt: NOW - 60 }));
  expect(toRegionMetrics(old, NOW)).toEqual([]);
  expect(toFleetMetrics(old, NOW)).toEqual([{ name: 'CoverageErrors', value: 1, unit: 'Count' }]);
});
