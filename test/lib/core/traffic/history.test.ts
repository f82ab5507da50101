import {
  firstChange,
  lacksNativeEstimate,
  mergeReading,
  type SeriesHistory,
  type UsageReading,
} from '../../../../lib/core/traffic/history';
import { series, usage } from '../fixtures';

function reading(changes: Partial<UsageReading> = {}): UsageReading {
  return { endpoint: 'runtime', modelId: 'm', from: 100, until: 110, columns: {}, complete: true, ...changes };
}

const points = (...pairs: [number, number][]) => new Map(pairs);

const KNOWN: SeriesHistory = {
  endpoint: 'runtime',
  modelId: 'm',
  minutes: [usage(99, { invocations: 4 }), usage(101, { invocations: 5, output: 50, estimatedTpm: 500 })],
  complete: true,
  readUntil: 105,
};

describe('taking a reading into the history', () => {
  it('counts a late point once and keeps what was not read again', () => {
    const merged = mergeReading(KNOWN, reading({ columns: { invocations: points([101, 7], [103, 2]) } }), 0);
    expect(merged.minutes).toEqual([
      usage(99, { invocations: 4 }),
      usage(101, { invocations: 7, output: 50, estimatedTpm: 500 }),
      usage(103, { invocations: 2 }),
    ]);
    expect(merged.readUntil).toBe(110);
  });

  it('takes back what CloudWatch no longer shows in a column that was read', () => {
    expect(mergeReading(KNOWN, reading({ columns: { estimatedTpm: points() } }), 0).minutes[1]).toEqual(
      usage(101, { invocations: 5, output: 50 }),
    );
  });

  it('only adds from an incomplete reading, and reads its minutes again', () => {
    const merged = mergeReading(KNOWN, reading({ complete: false, columns: { invocations: points([104, 9]) } }), 0);
    expect(merged.minutes.map(({ minute, invocations }) => [minute, invocations])).toEqual([
      [99, 4],
      [101, 5],
      [104, 9],
    ]);
    expect(merged).toMatchObject({ complete: false, readUntil: 105 });
  });

  it('ignores points outside the minutes that were asked for', () => {
    expect(mergeReading(null, reading({ columns: { invocations: points([99, 1], [110, 1]) } }), 0).minutes).toEqual([]);
  });

  it('forgets minutes that are too old', () => {
    expect(mergeReading(KNOWN, reading(), 100).minutes.map(({ minute }) => minute)).toEqual([101]);
  });
});

it.each([
  [usage(101, { invocations: 1 }), true],
  [usage(101, { invocations: 1, estimatedTpm: 0 }), false],
  [usage(101, { throttles: 1 }), false],
  [usage(99, { invocations: 1 }), false],
])('needs the token counts where calls have no native estimate', (minute, expected) => {
  expect(lacksNativeEstimate(series('m', [minute]), 100, 110)).toBe(expected);
});

describe('the first minute that is another', () => {
  const before = { endpoint: 'runtime' as const, modelId: 'm', complete: true, minutes: [usage(101, { output: 5 })] };
  const seen = (...minutes: ReturnType<typeof usage>[]) => ({ ...before, minutes });
  const RANGE = { from: 100, until: 110 };

  it.each<[string, Parameters<typeof firstChange>[0], ReturnType<typeof seen>, number | null]>([
    ['nothing changed', before, seen(usage(101, { output: 5 })), null],
    ['another number', before, seen(usage(101, { output: 6 })), 101],
    ['another column', before, seen(usage(101, { output: 5, throttles: 1 })), 101],
    ['a minute more', before, seen(usage(101, { output: 5 }), usage(105, { input: 1 })), 105],
    ['two: the first', before, seen(usage(103, { input: 1 }), usage(105, { input: 1 })), 103],
    ['before and after the range', before, seen(usage(99, { input: 1 }), usage(110, { input: 1 })), null],
    ['nothing was known', null, seen(usage(102, { throttles: 1 })), 102],
    ['an estimate of 0 where there was none', before, seen(usage(101, { output: 5, estimatedTpm: 0 })), 101],
  ])('%s', (_, known, now, expected) => {
    expect(firstChange(known, now, RANGE)).toBe(expected);
  });
});
