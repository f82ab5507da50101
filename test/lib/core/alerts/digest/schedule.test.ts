import { isDigestDue } from '../../../../../lib/core/alerts/digest/schedule';
import { type DigestRule, NO_ALERT_RULES } from '../../../../../lib/core/rules/rules';
import { toMinute } from '../../../../../lib/core/vocabulary/time';

const DAILY: DigestRule = { every: 'day', at: '08:00', timeZone: 'UTC' };
const MONDAYS: DigestRule = { every: 'week', at: '08:00', on: 'Mon', timeZone: 'America/Sao_Paulo' };

function isDue(digest: DigestRule, last: string | null, now: string): boolean {
  return isDigestDue({ ...NO_ALERT_RULES, digest }, last === null ? null : toMinute(last), toMinute(now));
}

describe('isDigestDue', () => {
  // 2026-10-12 is a Monday.
  test.each<[string, DigestRule, string | null, string, boolean]>([
    ['not a minute before', DAILY, '2026-10-13T08:00Z', '2026-10-14T07:59Z', false],
    ['at its time', DAILY, '2026-10-13T08:00Z', '2026-10-14T08:00Z', true],
    ['late after a failed run', DAILY, '2026-10-13T08:00Z', '2026-10-14T11:00Z', true],
    ['once', DAILY, '2026-10-14T08:00Z', '2026-10-14T08:01Z', false],
    ['after days of silence', DAILY, '2026-10-01T08:00Z', '2026-10-14T03:00Z', true],
    ['once after days of silence', DAILY, '2026-10-14T03:00Z', '2026-10-14T03:01Z', false],
    ['at its usual time after a late one', DAILY, '2026-10-14T03:01Z', '2026-10-14T08:00Z', true],
    ['at once when there was none', DAILY, null, '2026-10-14T15:00Z', true],
    ['not for a clock set back', DAILY, '2026-10-20T08:00Z', '2026-10-14T09:00Z', false],
    ['weekly on its day', MONDAYS, '2026-10-05T11:00Z', '2026-10-12T11:00Z', true],
    ['not before its hour', MONDAYS, '2026-10-05T11:00Z', '2026-10-12T10:59Z', false],
    ['not on other days', MONDAYS, '2026-10-12T11:00Z', '2026-10-18T23:59Z', false],
    ['on a later day when missed', MONDAYS, '2026-10-05T11:00Z', '2026-10-15T00:00Z', true],
    [
      'at the change when its time is left out',
      { every: 'day', at: '02:30', timeZone: 'America/New_York' },
      '2026-03-07T07:30Z',
      '2026-03-08T07:00Z',
      true,
    ],
    [
      'once when its hour comes twice',
      { every: 'day', at: '01:30', timeZone: 'America/New_York' },
      '2026-11-01T05:30Z',
      '2026-11-01T06:30Z',
      false,
    ],
  ])('%s', (_what, digest, last, now, expected) => {
    expect(isDue(digest, last, now)).toBe(expected);
  });

  test('never without a rule', () => {
    expect(isDigestDue(NO_ALERT_RULES, null, toMinute('2026-10-14T08:00Z'))).toBe(false);
  });
});
