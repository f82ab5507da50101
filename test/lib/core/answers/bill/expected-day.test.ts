import { expectDay } from '../../../../../lib/core/answers/bill';
import { emptyMinute } from '../../../../../lib/core/traffic/history';
import type { ModelSeries } from '../../../../../lib/core/vocabulary/series';

const UNTIL = 29_000_000 - (29_000_000 % 1440);
const METRICS = 3;

function seriesOf(modelId: string, minutes: readonly number[]): ModelSeries {
  return {
    endpoint: 'runtime',
    modelId,
    complete: true,
    minutes: minutes.map((minute) => ({ ...emptyMinute(minute), invocations: 1 })),
  };
}

function expectOf(series: readonly ModelSeries[]) {
  return expectDay({ series, traffic: [], quotas: [], until: UNTIL });
}

const WHOLE_DAY = Array.from({ length: 1440 }, (_, index) => UNTIL - 1440 + index);

test('a day without traffic: five-minute evaluations and listings, and no read', () => {
  const { calls, ticks, messages } = expectOf([]);
  expect({ ticks, messages }).toEqual({ ticks: 1440, messages: 0 });
  expect(calls.get('cloudwatch:GetMetricStatistics')).toBe(0);
  expect(calls.get('cloudwatch:PutMetricData')).toBe(288);
  expect(calls.get('cloudwatch:ListMetrics')).toBe(864);
});

test('a cold series is read every third minute', () => {
  expect(expectOf([seriesOf('m', WHOLE_DAY)]).calls.get('cloudwatch:GetMetricStatistics')).toBe(480 * METRICS);
});

test('a series is read for three hours after its last point', () => {
  const first = seriesOf('m', [UNTIL - 1440]);
  expect(expectOf([first]).calls.get('cloudwatch:GetMetricStatistics')).toBe(60 * METRICS);
});

test('what is too much for single calls in a tick is billed by the metric', () => {
  const many = Array.from({ length: 14 }, (_, index) => seriesOf(`m${index}`, WHOLE_DAY));
  const { calls } = expectOf(many);
  expect(calls.get('cloudwatch:MetricsRequested')).toBe(480 * 14 * METRICS);
  expect(calls.get('cloudwatch:GetMetricStatistics')).toBe(0);
});
