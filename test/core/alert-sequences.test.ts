import { dailyPool, quota } from './fixtures';
import { playTraffic } from './traffic-player';

type Steps = readonly (readonly [from: number, percent: number])[];

/** Percent of the quota from each minute on. */
function percentAt(steps: Steps, minute: number): number {
  return steps.findLast(([from]) => from <= minute)?.[1] ?? 0;
}

describe('tokens per minute, evaluated every minute: minutes in, messages out', () => {
  const play = (steps: Steps, until: number) =>
    playTraffic({
      quotas: [quota()],
      trafficOf: (minute) => ({ tokens: percentAt(steps, minute) * 10_000 }),
      until,
      every: 1,
    });

  it.each<[string, Steps, number, string[]]>([
    ['print', [[10, 85], [20, 97], [30, 40]], 200, []],
  ])('%s', (_, steps, until, said) => {
    expect(play(steps, until)).toEqual(said);
  });
});
