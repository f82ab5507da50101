import { renderMessageText } from '../../../../lib/core/messages/mail-text';
import { EN } from '../../../../lib/language/en';
import { alertOf, ORIGIN, PLACES } from './alert-fixtures';
import { CHANGED, CRITICAL, described, OK, play, type Shown, UNKNOWN, WARNING } from './rule-player';

/** 22:00 to 07:00 UTC. */
const NIGHT = { quietHours: [{ from: '22:00', to: '07:00', timeZone: 'UTC' }] };
const MORNING = '2026-10-15T08:00:00Z';

describe('quiet hours', () => {
  it.each<[string, (readonly [string, Shown])[], string[]]>([
    ['a warning of the night is told in the morning', [['23:00', WARNING]], ['15 07:00 opened warning']],
    [
      'one that is gone by the morning is not told, nor that it is over',
      [
        ['23:00', WARNING],
        ['23:30', OK],
      ],
      [],
    ],
    [
      'one that passes away altogether neither',
      [
        ['23:00', WARNING],
        ['23:30', null],
      ],
      [],
    ],
    [
      'a critical one is told at once, and reminded of',
      [['23:00', CRITICAL]],
      ['14 23:00 opened critical', '15 03:00 reminder critical', '15 07:00 reminder critical'],
    ],
    [
      'what gets critical at night is told then, also when nothing was said of it before',
      [
        ['23:00', WARNING],
        ['23:50', CRITICAL],
        ['23:55', WARNING],
      ],
      ['14 23:50 opened critical'],
    ],
    [
      'what was told in the evening escalates at night',
      [
        ['21:00', WARNING],
        ['23:00', CRITICAL],
        ['23:05', WARNING],
      ],
      ['14 21:00 opened warning', '14 23:00 escalated critical'],
    ],
    [
      'the end of what was told as critical is told at night',
      [
        ['23:00', CRITICAL],
        ['23:05', OK],
      ],
      ['14 23:00 opened critical', '14 23:20 recovered ok'],
    ],
    [
      'the end of a warning of the evening waits for the morning',
      [
        ['21:00', WARNING],
        ['22:30', OK],
      ],
      ['14 21:00 opened warning', '15 07:00 recovered ok'],
    ],
    [
      'an end that waits is none when it comes back',
      [
        ['21:00', WARNING],
        ['22:30', OK],
        ['23:30', WARNING],
      ],
      ['14 21:00 opened warning'],
    ],
    ['what is unknown waits', [['23:00', UNKNOWN]], ['15 07:00 opened unknown']],
    [
      'a step from unknown to warning waits too',
      [
        ['21:00', described({ severity: 'unknown' })],
        ['23:00', WARNING],
      ],
      ['14 21:00 opened unknown', '15 07:00 escalated warning'],
    ],
    ['a change is told in the morning', [['23:00', CHANGED]], ['15 07:00 opened ok']],
    [
      'also when it is shown no more by then',
      [
        ['23:00', CHANGED],
        ['23:30', null],
      ],
      ['15 07:00 opened ok'],
    ],
    [
      'what was held back comes together',
      [['23:00', [WARNING, UNKNOWN, CHANGED]]],
      ['15 07:00 opened warning', '15 07:00 opened unknown', '15 07:00 opened ok'],
    ],
  ])('%s', (_, steps, said) => {
    expect(play(NIGHT, steps, MORNING)).toEqual(said);
  });

  it('a reminder of a warning waits', () => {
    const until = '2026-10-16T07:00:00Z';
    const quietHours = [{ from: '20:00', to: '07:00', timeZone: 'UTC', days: ['Thu' as const] }];
    expect(play({ quietHours }, [['21:00', WARNING]], until)).toEqual([
      '14 21:00 opened warning',
      '16 07:00 reminder warning',
    ]);
  });

  it('says since when, when it was told late', () => {
    const [opened] = [alertOf({ event: 'opened', since: '2026-10-13T23:00:00Z' })];
    expect(renderMessageText([opened], ORIGIN, PLACES, EN)).toMatch(/^Since +2026-10-13 23:00 UTC$/m);
    expect(renderMessageText([alertOf({ since: ORIGIN.at })], ORIGIN, PLACES, EN)).not.toMatch(/^Since/m);
  });
});
