import { findWindows } from '../../../../../lib/core/answers/recent';
import type { MinuteUsage, ModelSeries } from '../../../../../lib/core/vocabulary/series';

const NONE: Omit<MinuteUsage, 'minute'> = {
  invocations: 1,
  throttles: 0,
  clientErrors: 0,
  serverErrors: 0,
  input: 0,
  output: 0,
  cacheRead: 0,
  cacheWrite: 0,
  estimatedTpm: null,
};
const seriesOf = (minutes: readonly number[], changes: Partial<MinuteUsage> = { throttles: 1 }): ModelSeries => ({
  endpoint: 'runtime',
  modelId: 'm',
  complete: true,
  minutes: minutes.map((minute) => ({ ...NONE, ...changes, minute })),
});
const ASKED = { from: 100, until: 200 };

test.each<[string, ModelSeries[], [number, number][]]>([
  ['no series', [], []],
  ['no refused call', [seriesOf([150], {})], []],
  ['a minute, with one on either side', [seriesOf([150])], [[149, 152]]],
  ['client errors as well as throttles', [seriesOf([150], { clientErrors: 2 })], [[149, 152]]],
  ['server errors are none', [seriesOf([150], { serverErrors: 2 })], []],
  ['minutes side by side are one', [seriesOf([150, 151, 152])], [[149, 154]]],
  ['a gap of five quiet minutes is read along', [seriesOf([150, 158])], [[149, 160]]],
  [
    'a longer one is not, and the newest is first',
    [seriesOf([150, 159])],
    [
      [158, 161],
      [149, 152],
    ],
  ],
  [
    'minutes of several series, in no order',
    [seriesOf([160, 150]), seriesOf([151])],
    [
      [159, 162],
      [149, 153],
    ],
  ],
  ['what was not asked for is left out', [seriesOf([99, 200])], []],
  [
    'a margin stays within what was asked for',
    [seriesOf([100, 199])],
    [
      [198, 200],
      [100, 102],
    ],
  ],
])('%s', (_, series, windows) => {
  expect(findWindows(series, ASKED)).toEqual(windows.map(([from, until]) => ({ from, until })));
});

test.each([
  ['the mantle endpoint', { endpoint: 'mantle' as const }],
  ['agents', { set: 'Operation=InvokeAgent' }],
])('calls of %s are not looked for', (_, changes) => {
  expect(findWindows([{ ...seriesOf([150]), ...changes }], ASKED)).toEqual([]);
});
