import { lacksNativeEstimate, mergeReading, type SeriesHistory, type UsageReading } from '../../lib/core/usage-history';
import { series, usage } from './fixtures';

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
