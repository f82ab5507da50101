import { spellForecast } from '../../../../../lib/core/findings/words/forecast-words';
import type { Forecast } from '../../../../../lib/core/measure/forecast';
import { EN } from '../../../../../lib/language/en';
import { minuteOf } from '../../fixtures';

const NOW = minuteOf('14:33');
const at = minuteOf('17:40');
const lastHour = { kind: 'lastHour' } as const;
const profile = { kind: 'profile', days: 7, level: 1.304, isSurge: false } as const;
const both = ['utcDay', 'rolling24h'] as const;

function exhausts(changes: Partial<Extract<Forecast, { kind: 'exhausts' }>> = {}): Forecast {
  return {
    kind: 'exhausts',
    at,
    earliest: minuteOf('17:10'),
    latest: minuteOf('18:30'),
    pacePerMinute: 1,
    basis: lastHour,
    readings: both,
    ...changes,
  };
}

it.each<[string, Forecast, string]>([
  ['a band', exhausts(), 'full at about 17:40 UTC (between 17:10 and 18:30) at the pace of the last hour'],
  [
    'no end of the band',
    exhausts({ latest: null, basis: { kind: 'rise', minutes: 90 }, readings: [] }),
    'full at about 17:40 UTC (17:10 UTC at the earliest, or not at all) at the rate of increase of the last 90 minutes',
  ],
  [
    'no width of the band, hours of rise',
    exhausts({ earliest: at, latest: at, basis: { kind: 'rise', minutes: 180 }, readings: [] }),
    'full at about 17:40 UTC at the rate of increase of the last 3 hours',
  ],
  [
    'tomorrow, by one reading, with a profile',
    exhausts({
      at: minuteOf('01:10', '2026-10-15'),
      latest: minuteOf('03:00', '2026-10-15'),
      basis: profile,
      readings: ['rolling24h'],
    }),
    'full at about 2026-10-15 01:10 UTC if the last 24 hours count (between 17:10 UTC and 2026-10-15 03:00 UTC) following the pattern of the last 7 days, at 130% of their traffic',
  ],
  [
    'the other reading, in a surge',
    exhausts({ basis: { ...profile, isSurge: true }, readings: ['utcDay'] }),
    'full at about 17:40 UTC if the day since midnight UTC counts (between 17:10 and 18:30) at the pace of the last hour, far above the last 7 days',
  ],
  ['full', { kind: 'exhausted', at: minuteOf('14:02') }, 'exhausted since 14:02 UTC'],
  ['a day', { kind: 'lasts', earliest: null, basis: lastHour }, 'enough for the day, at the pace of the last hour'],
  [
    'a day that might not',
    { kind: 'lasts', earliest: at, basis: profile },
    'enough for the day, following the pattern of the last 7 days, at 130% of their traffic; at worst full at 17:40 UTC',
  ],
  ['no rise', { kind: 'lasts', earliest: null, basis: null }, 'no increase that would reach the limit within 3 hours'],
  ['nothing known', { kind: 'insufficientData', reason: 'the quota is 0' }, 'insufficient data (the quota is 0)'],
])('%s', (_, forecast, words) => {
  expect(spellForecast(forecast, NOW, EN)).toBe(words);
});
