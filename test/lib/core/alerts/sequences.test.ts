import type { AlertRules } from '../../../../lib/core/rules/rules';
import { dailyPool, quota } from '../fixtures';
import { playTraffic } from './traffic-player';

/** What the percent of the quota is from a minute on. */
type Steps = readonly (readonly [from: number, percent: number])[];

function percentAt(steps: Steps, minute: number): number {
  return steps.findLast(([from]) => from <= minute)?.[1] ?? 0;
}

/** A minute counts for 15 more minutes, the grace for late points: what is bad at 29 is shown as bad up to 45. */
describe('tokens per minute, evaluated every minute: minutes in, messages out', () => {
  it.each<[string, Steps, number, string[]]>([
    ['below the threshold', [[10, 79.99]], 120, []],
    ['opened', [[10, 80]], 120, ['11 opened warning']],
    [
      'recovered: 16 minutes out of sight, and 15 clear',
      [
        [10, 85],
        [30, 40],
      ],
      400,
      ['11 opened warning', '61 recovered ok'],
    ],
    [
      'recovered when the traffic ends altogether',
      [
        [10, 85],
        [30, 0],
      ],
      400,
      ['11 opened warning', '61 recovered ok'],
    ],
    [
      'not within five points below the threshold',
      [
        [10, 85],
        [30, 75],
      ],
      400,
      ['11 opened warning'],
    ],
    [
      'and below them',
      [
        [10, 85],
        [30, 75],
        [200, 74.99],
      ],
      400,
      ['11 opened warning', '231 recovered ok'],
    ],
    [
      'escalated once, and less is not told',
      [
        [10, 85],
        [20, 97],
        [25, 85],
        [60, 97],
        [70, 85],
      ],
      200,
      ['11 opened warning', '21 escalated critical'],
    ],
    [
      'a critical one: reminders each four hours',
      [[10, 97]],
      800,
      ['11 opened critical', '251 reminder critical', '491 reminder critical', '731 reminder critical'],
    ],
    ['a warning: a reminder after a day', [[10, 85]], 1500, ['11 opened warning', '1451 reminder warning']],
    [
      'a reminder counts from the last word',
      [
        [10, 85],
        [100, 97],
      ],
      400,
      ['11 opened warning', '101 escalated critical', '341 reminder critical'],
    ],
    [
      'what got less is reminded of as it is',
      [
        [10, 97],
        [20, 85],
      ],
      1500,
      ['11 opened critical', '1451 reminder warning'],
    ],
    [
      'reopened, and escalated again',
      [
        [10, 97],
        [20, 40],
        [100, 85],
        [110, 97],
      ],
      200,
      ['11 opened critical', '51 recovered ok', '101 opened warning', '111 escalated critical'],
    ],
    [
      'a dip is no recovery',
      [
        [10, 85],
        [20, 40],
        [45, 85],
      ],
      200,
      ['11 opened warning'],
    ],
  ])('%s', (_, steps, until, said) => {
    const trafficOf = (minute: number) => ({ tokens: percentAt(steps, minute) * 10_000 });
    expect(playTraffic({ quotas: [quota({ defaultValue: null })], trafficOf, until, every: 1 })).toEqual(said);
  });
});

describe('a quota that comes and goes, evaluated every five minutes', () => {
  const PERIOD = { from: 10, hours: 12 };
  /** Ten bad minutes at the start of each period of so many minutes, from minute 10 on. */
  const sawTooth = (period: number, percentOf: (bout: number) => number, then?: readonly [number, number]) => ({
    quotas: [quota({ defaultValue: null })],
    trafficOf: (minute: number) => {
      const since = minute - PERIOD.from;
      const isBad = since >= 0 && since < PERIOD.hours * 60 && since % period < 10;
      const percent = isBad ? percentOf(Math.floor(since / period)) : 0;
      return { tokens: (then && minute >= then[0] ? then[1] : percent) * 10_000 };
    },
  });

  // Without the rule: two messages a time from 50 minutes on.
  it.each<[number, number, string[]]>([
    [20, 36, ['11 opened warning', '756 recovered ok']],
    [30, 24, ['11 opened warning', '746 recovered ok']],
    [40, 18, ['11 opened warning', '736 recovered ok']],
    [50, 15, ['11 opened warning', '56 recovered ok', '61 opened warning', '771 recovered ok']],
    [60, 12, ['11 opened warning', '56 recovered ok', '71 opened warning', '731 recovered ok']],
    [
      120,
      6,
      [
        '11 opened warning',
        '56 recovered ok',
        '131 opened warning',
        '191 recovered ok',
        '251 opened warning',
        '341 recovered ok',
        '371 opened warning',
        '761 recovered ok',
      ],
    ],
  ])('each %d minutes for 12 hours, %d times', (period, _, said) => {
    expect(playTraffic({ ...sawTooth(period, () => 85), until: 1440 })).toEqual(said);
  });

  it('tells a step to critical at once, however often it came and went', () => {
    const game = sawTooth(30, (bout) => (bout === 9 ? 97 : 85));
    // The tenth time begins at 280.
    expect(playTraffic({ ...game, until: 720 })).toEqual(['11 opened warning', '281 escalated critical']);
  });

  it('opens at once the next day, and then recovers as fast as at first', () => {
    const game = sawTooth(60, () => 85);
    const trafficOf = (minute: number) =>
      minute >= 1500 && minute < 1510 ? { tokens: 850_000 } : game.trafficOf(minute);
    expect(playTraffic({ ...game, trafficOf, until: 1700 }).slice(4)).toEqual([
      '1501 opened warning',
      '1546 recovered ok',
    ]);
  });

  it('what lasts after all is open, and is reminded of', () => {
    const game = sawTooth(60, () => 97, [700, 97]);
    expect(playTraffic({ ...game, until: 1200 })).toEqual([
      '11 opened critical',
      '56 recovered ok',
      '71 opened critical',
      '311 reminder critical',
      '551 reminder critical',
      '791 reminder critical',
      '1031 reminder critical',
    ]);
  });
});

/** Of 10,000,000 tokens a day; 100,000 a minute are one percent. The second day begins at 1440, the third at 2880. */
describe('the day of the account pool, evaluated every five minutes', () => {
  const quotas = [dailyPool({ appliedValue: 10_000_000, defaultValue: null }), quota({ defaultValue: null })];

  /** A percent each `every` minutes of [from, until). */
  type Range = readonly [from: number, until: number, every?: number];

  const play = (ranges: readonly Range[], from: number, until: number, rules: Partial<AlertRules> = {}) =>
    playTraffic({
      quotas,
      rules,
      trafficOf: (minute) => ({
        tokens: ranges.some(([first, end, every = 1]) => minute >= first && minute < end && minute % every === 0)
          ? 100_000
          : 0,
      }),
      from,
      until,
    });

  it.each<[string, readonly Range[], number, number, string[]]>([
    [
      'of who is idle since midnight says nothing, until both readings are clear',
      [[1000, 1097]],
      900,
      3000,
      ['1080 opened warning', '1095 escalated critical', '1335 reminder critical', '2480 recovered ok'],
    ],
    ['that was not told is not told the next day', [[1000, 1097]], 1440, 3000, []],
    [
      'that was not told is not told by a call of today',
      [
        [1000, 1097],
        [1800, 1803],
      ],
      1440,
      3000,
      [],
    ],
    [
      'goes on over midnight as one alert, is told as critical, and then says nothing but that it is over',
      [[1350, 1447]],
      1300,
      3000,
      ['1430 opened warning', '1445 escalated critical', '2830 recovered ok'],
    ],
    [
      'of yesterday and today together is told while calls are made',
      [
        [1380, 1440],
        [1500, 1530],
      ],
      1300,
      3000,
      ['1520 opened warning', '2855 recovered ok'],
    ],
    [
      'is told again where today is bad alone',
      [
        [1000, 1097],
        [1900, 1997],
      ],
      900,
      3600,
      [
        '1080 opened warning',
        '1095 escalated critical',
        '1335 reminder critical',
        '1980 reminder critical',
        '2220 reminder critical',
        '2460 reminder critical',
        '2700 reminder critical',
        '3380 recovered ok',
      ],
    ],
    [
      'the next day, when yesterday is over, is opened at once',
      [
        [1000, 1085],
        [2600, 2690],
      ],
      900,
      3000,
      ['1080 opened warning', '2470 recovered ok', '2680 opened warning'],
    ],
    [
      'of constant use is one alert with its reminders',
      [[0, 4320, 16]],
      1,
      4320,
      ['1266 opened warning', '2706 reminder warning', '4146 reminder warning'],
    ],
  ])('%s', (_, ranges, from, until, said) => {
    expect(play(ranges, from, until)).toEqual(said);
  });

  it('of a quiet evening is not told in the morning', () => {
    const quietHours = [{ from: '18:00', to: '07:00', timeZone: 'UTC' }];
    expect(play([[1200, 1285]], 900, 3000, { quietHours })).toEqual([]);
  });
});
