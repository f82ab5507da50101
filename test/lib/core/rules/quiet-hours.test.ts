import fc from 'fast-check';
import { isHeldBack, isQuiet, quietUntil } from '../../../../lib/core/rules/quiet-hours';
import { NO_ALERT_RULES, type QuietHours } from '../../../../lib/core/rules/rules';
import type { Severity } from '../../../../lib/core/vocabulary/severity';
import { toIso, toMinute } from '../../../../lib/core/vocabulary/time';

const rulesOf = (...quietHours: QuietHours[]) => ({ ...NO_ALERT_RULES, quietHours });
const NIGHT: QuietHours = { from: '22:00', to: '07:00', timeZone: 'UTC' };
const ALWAYS = rulesOf({ from: '00:00', to: '24:00', timeZone: 'UTC' });

/** The quiet stretches of a time, looked at every quarter of an hour, as `from/to` in UTC. */
function stretches(hours: QuietHours, from: string, to: string): string[] {
  const rules = rulesOf(hours);
  const found: string[] = [];
  let start: number | null = null;
  for (let minute = toMinute(from); minute <= toMinute(to); minute += 15) {
    const quiet = isQuiet(rules, minute);
    if (quiet && start === null) start = minute;
    if (!quiet && start !== null) {
      found.push(`${toIso(start).slice(5, 16)}/${toIso(minute).slice(5, 16)}`);
      start = null;
    }
  }
  return found;
}

describe('isQuiet', () => {
  test.each<[string, QuietHours, string, string, string[]]>([
    ['over midnight', NIGHT, '2026-10-14T12:00Z', '2026-10-15T12:00Z', ['10-14T22:00/10-15T07:00']],
    [
      'within a day',
      { ...NIGHT, from: '12:00', to: '13:30' },
      '2026-10-14T00:00Z',
      '2026-10-15T00:00Z',
      ['10-14T12:00/10-14T13:30'],
    ],
    [
      'in the zone, not in UTC',
      { ...NIGHT, timeZone: 'America/Sao_Paulo' },
      '2026-10-14T12:00Z',
      '2026-10-15T12:00Z',
      ['10-15T01:00/10-15T10:00'],
    ],
    // 2026-10-16 is a Friday.
    [
      'from Friday night to Saturday morning by the day it starts',
      { ...NIGHT, days: ['Fri'] },
      '2026-10-12T00:00Z',
      '2026-10-19T00:00Z',
      ['10-16T22:00/10-17T07:00'],
    ],
    [
      'the days of the zone',
      { ...NIGHT, days: ['Fri'], timeZone: 'Asia/Tokyo' },
      '2026-10-12T00:00Z',
      '2026-10-19T00:00Z',
      ['10-16T13:00/10-16T22:00'],
    ],
    [
      'whole days',
      { days: ['Sat', 'Sun'], from: '00:00', to: '24:00', timeZone: 'UTC' },
      '2026-10-12T00:00Z',
      '2026-10-20T00:00Z',
      ['10-17T00:00/10-19T00:00'],
    ],
    [
      'an hour less in the night of New York that loses one',
      { ...NIGHT, timeZone: 'America/New_York' },
      '2026-03-07T12:00Z',
      '2026-03-09T20:00Z',
      ['03-08T03:00/03-08T11:00', '03-09T02:00/03-09T11:00'],
    ],
    [
      'an hour more in the night of New York that wins one',
      { ...NIGHT, timeZone: 'America/New_York' },
      '2026-10-31T12:00Z',
      '2026-11-02T20:00Z',
      ['11-01T02:00/11-01T12:00', '11-02T03:00/11-02T12:00'],
    ],
    [
      'both nights of Lisbon: spring',
      { ...NIGHT, timeZone: 'Europe/Lisbon' },
      '2026-03-28T12:00Z',
      '2026-03-29T20:00Z',
      ['03-28T22:00/03-29T06:00'],
    ],
    [
      'both nights of Lisbon: autumn',
      { ...NIGHT, timeZone: 'Europe/Lisbon' },
      '2026-10-24T12:00Z',
      '2026-10-25T20:00Z',
      ['10-24T21:00/10-25T07:00'],
    ],
    [
      'from the change when the start is left out',
      { ...NIGHT, from: '02:30', to: '03:30', timeZone: 'America/New_York' },
      '2026-03-08T00:00Z',
      '2026-03-08T20:00Z',
      ['03-08T07:00/03-08T07:30'],
    ],
    [
      'not at all when all of it is left out',
      { ...NIGHT, from: '02:15', to: '02:45', timeZone: 'America/New_York' },
      '2026-03-08T00:00Z',
      '2026-03-08T20:00Z',
      [],
    ],
    [
      'once in the hour that comes twice',
      { ...NIGHT, from: '01:15', to: '01:45', timeZone: 'America/New_York' },
      '2026-11-01T00:00Z',
      '2026-11-01T20:00Z',
      ['11-01T05:15/11-01T05:45'],
    ],
    [
      'without a break into the hour after it',
      { ...NIGHT, from: '01:30', to: '02:30', timeZone: 'America/New_York' },
      '2026-11-01T00:00Z',
      '2026-11-01T20:00Z',
      ['11-01T05:30/11-01T07:30'],
    ],
  ])('is quiet %s', (_what, hours, from, to, expected) => {
    expect(stretches(hours, from, to)).toEqual(expected);
  });

  test('is never quiet without rules', () => {
    expect(isQuiet(NO_ALERT_RULES, toMinute('2026-10-14T03:00Z'))).toBe(false);
  });
});

describe('quietUntil', () => {
  test.each<[string, QuietHours[], string, string | null]>([
    ['the end of the range', [NIGHT], '2026-10-14T23:00Z', '2026-10-15T07:00:00Z'],
    ['nothing outside', [NIGHT], '2026-10-14T07:00Z', null],
    [
      'the end of ranges that touch',
      [NIGHT, { ...NIGHT, from: '07:00', to: '09:00' }],
      '2026-10-14T23:00Z',
      '2026-10-15T09:00:00Z',
    ],
    [
      'the end of ranges that overlap',
      [
        { ...NIGHT, from: '20:00', to: '23:30' },
        { ...NIGHT, from: '23:00', to: '08:00' },
      ],
      '2026-10-14T21:00Z',
      '2026-10-15T08:00:00Z',
    ],
    [
      'Monday from the night of Friday',
      [NIGHT, { days: ['Sat', 'Sun'], from: '00:00', to: '24:00', timeZone: 'UTC' }],
      '2026-10-16T22:00Z',
      '2026-10-19T07:00:00Z',
    ],
    [
      'a week when it never ends',
      [{ from: '00:00', to: '24:00', timeZone: 'UTC' }],
      '2026-10-14T12:00Z',
      '2026-10-21T12:00:00Z',
    ],
  ])('tells %s', (_what, hours, now, expected) => {
    const until = quietUntil(rulesOf(...hours), toMinute(now));
    expect(until === null ? null : toIso(until)).toBe(expected);
  });

  test('is the first minute that is not quiet', () => {
    const hours = rulesOf({ ...NIGHT, timeZone: 'America/New_York' }, { ...NIGHT, from: '06:00', to: '08:00' });
    const minutes = fc.integer({ min: toMinute('2026-01-01T00:00Z'), max: toMinute('2026-12-31T00:00Z') });
    fc.assert(
      fc.property(minutes, (now) => {
        const until = quietUntil(hours, now);
        expect(until !== null).toBe(isQuiet(hours, now));
        if (until === null) return;
        expect(isQuiet(hours, until)).toBe(false);
        expect(isQuiet(hours, until - 1)).toBe(true);
      }),
    );
  });
});

describe('isHeldBack', () => {
  const night = toMinute('2026-10-14T23:00Z');

  test.each<[Severity, boolean]>([
    ['ok', true],
    ['unknown', true],
    ['warning', true],
    ['critical', false],
  ])('%s in quiet hours: %s', (severity, expected) => {
    expect(isHeldBack(rulesOf(NIGHT), severity, night)).toBe(expected);
    expect(isHeldBack(rulesOf(NIGHT), severity, toMinute('2026-10-14T12:00Z'))).toBe(false);
  });

  test('critical is never held back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), (now) => {
        expect(isQuiet(ALWAYS, now)).toBe(true);
        expect(isHeldBack(ALWAYS, 'critical', now)).toBe(false);
      }),
    );
  });
});
