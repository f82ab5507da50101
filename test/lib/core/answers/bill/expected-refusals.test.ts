import { addRefusals, type DayCounts } from '../../../../../lib/core/answers/bill';
import { emptyMinute } from '../../../../../lib/core/traffic/history';
import type { ModelSeries } from '../../../../../lib/core/vocabulary/series';

const UNTIL = 29_000_000;
const DAY: DayCounts = {
  calls: new Map([
    ['cloudwatch:ListMetrics', 5],
    ['dynamodb:WriteUnits', 100],
  ]),
  ticks: 1440,
  messages: 0,
  meanTickMs: 1,
  logBytes: 0,
};

function throttled(minutes: readonly (readonly [ago: number, throttles: number])[]): ModelSeries {
  return {
    endpoint: 'runtime',
    modelId: 'm',
    complete: true,
    minutes: minutes.map(([ago, throttles]) => ({ ...emptyMinute(UNTIL - ago), throttles })),
  };
}

function countsOf(...series: readonly ModelSeries[]) {
  const { calls } = addRefusals(DAY, { series, until: UNTIL });
  return ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessageBatch'].map((name) => calls.get(name));
}

test.each([
  ['a day without throttles: one receive a tick', [throttled([[5, 0]])], [0, 1440, 0]],
  ['a few of a minute: one receive more', [throttled([[5, 3]])], [3, 1441, 1]],
  ['those of a minute are read together', [throttled([[5, 3]]), throttled([[5, 4]])], [7, 1441, 1]],
  ['many: as many receives as they fill, and ten that find none', [throttled([[5, 25]])], [25, 1439 + 13, 3]],
  [
    'none of another day',
    [
      throttled([
        [1441, 50],
        [0, 50],
      ]),
    ],
    [0, 1440, 0],
  ],
] as const)('%s', (_, series, counts) => {
  expect(countsOf(...series)).toEqual(counts);
});

test('each run with messages writes, and all else stays', () => {
  const series = [
    throttled([
      [5, 3],
      [9, 1],
    ]),
  ];
  const { calls, ticks } = addRefusals(DAY, { series, until: UNTIL });
  expect(calls.get('dynamodb:WriteUnits')).toBeCloseTo(100 + 2 * 9.25);
  expect([calls.get('cloudwatch:ListMetrics'), ticks]).toEqual([5, 1440]);
});
