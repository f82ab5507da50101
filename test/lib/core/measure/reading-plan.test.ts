import fc from 'fast-check';
import {
  isDue,
  lookbackOf,
  readFrom,
  type Temperature,
  takeTemperatures,
} from '../../../../lib/core/measure/reading-plan';
import { sumTraffic } from '../../../../lib/core/traffic/sum-traffic';
import { minuteOf, quota, requestQuota, resolveSonnet, SONNET, series, usage } from '../fixtures';

const NOW = minuteOf('14:33');
const ID = `us.${SONNET}`;

function temperatureOf(counts: readonly Parameters<typeof usage>[1][], changes = {}): Temperature | undefined {
  const minutes = counts.map((count, index) => usage(NOW - counts.length + index, count));
  return takeTemperatures(
    sumTraffic([series(ID, minutes)], ({ modelId }) => resolveSonnet(modelId), { until: NOW, fromOf: () => 0 }).traffic,
    [quota(changes), requestQuota()],
    NOW,
  )[ID];
}

describe('how closely a series is watched', () => {
  it.each([
    ['half of the tokens', { invocations: 1, estimatedTpm: 500_000 }, 'hot'],
    ['half of the requests', { invocations: 250, estimatedTpm: 1 }, 'hot'],
    ['a throttle', { throttles: 1 }, 'hot'],
    ['a tenth', { invocations: 1, estimatedTpm: 100_000 }, 'warm'],
    ['less', { invocations: 1, estimatedTpm: 99_999 }, 'cold'],
  ] as const)('%s → %s %s', (_, counts, expected) => {
    expect(temperatureOf([counts])).toBe(expected);
  });

  it('a steady rise that reaches the quota within half an hour is hot at any level', () => {
    const rise = Array.from({ length: 15 }, (_, i) => ({ invocations: 1, estimatedTpm: 30_000 * (i + 1) }));
    expect(temperatureOf(rise)).toBe('hot');
  });

  it('a zero quota does not make its traffic hot by dividing by nothing', () => {
    expect(temperatureOf([{ invocations: 1, estimatedTpm: 900_000 }], { appliedValue: 0 })).toBe('cold');
  });
});

describe('when a series is read', () => {
  it.each([
    [null, 'cold', 7, true],
    [6, 'hot', 7, true],
    [6, 'warm', 7, false],
    [6, 'warm', 10, true],
    [9, 'cold', 10, false],
    [6, 'cold', 15, true],
    [1, 'warm', 6, true],
  ] as const)('read until %p, %s, at minute %d → %p', (readUntil, temperature, now, expected) => {
    expect(isDue(readUntil, temperature, now)).toBe(expected);
  });

  it('no minute is ever skipped, whatever runs are missing', () => {
    const ticks = fc
      .uniqueArray(fc.integer({ min: 1, max: 600 }), { minLength: 1 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(ticks, fc.constantFrom<Temperature>('hot', 'warm', 'cold'), (minutes, temperature) => {
        let readUntil: number | null = null;
        for (const now of minutes) {
          if (!isDue(readUntil, temperature, now)) continue;
          const from = readFrom(readUntil, 0);
          expect(from).toBeLessThanOrEqual(readUntil ?? 0);
          readUntil = now;
        }
      }),
    );
  });
});

it.each([
  [null, 60],
  [NOW - 1, 16],
  [NOW - 60, 75],
  [NOW - 5000, 1455],
])('looks back over everything since the last evaluation and the grace', (evaluatedUntil, expected) => {
  expect(lookbackOf(evaluatedUntil, NOW)).toBe(expected);
});
