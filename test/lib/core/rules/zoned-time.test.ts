import fc from 'fast-check';
import { fromLocal, isTimeZone, toLocal } from '../../../../lib/core/rules/zoned-time';
import { toIso, toMinute } from '../../../../lib/core/vocabulary/time';

/** A local time, written as if it were UTC. */
const local = (text: string) => toMinute(`${text}:00Z`);

describe('zoned time', () => {
  test.each([
    ['a plain day', '2026-10-14T22:00', 'America/Sao_Paulo', '2026-10-15T01:00:00Z'],
    ['a zone of half an hour', '2026-10-14T22:00', 'Asia/Kolkata', '2026-10-14T16:30:00Z'],
    ['the day line', '2026-10-14T22:00', 'Pacific/Kiritimati', '2026-10-14T08:00:00Z'],
    // New York: 2026-03-08 02:00 becomes 03:00; 2026-11-01 02:00 becomes 01:00.
    ['before the gap', '2026-03-08T01:59', 'America/New_York', '2026-03-08T06:59:00Z'],
    ['in the gap', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:00:00Z'],
    ['after the gap', '2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00:00Z'],
    ['an hour that comes twice', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['after that hour', '2026-11-01T02:00', 'America/New_York', '2026-11-01T07:00:00Z'],
    // Lisbon: 2026-03-29 01:00 becomes 02:00; 2026-10-25 02:00 becomes 01:00.
    ['in the gap of Lisbon', '2026-03-29T01:15', 'Europe/Lisbon', '2026-03-29T01:00:00Z'],
    ['twice in Lisbon', '2026-10-25T01:15', 'Europe/Lisbon', '2026-10-25T00:15:00Z'],
    // Lord Howe moves its clocks by half an hour.
    ['in a gap of half an hour', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ])('finds %s', (_what, clock, timeZone, instant) => {
    expect(toIso(fromLocal(local(clock), timeZone))).toBe(instant);
  });

  test('is the first minute at which the clock shows that time or later on its day', () => {
    const zones = ['UTC', 'America/New_York', 'Europe/Lisbon', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Sao_Paulo'];
    const minutes = fc.integer({ min: toMinute('2020-01-01T00:00Z'), max: toMinute('2040-01-01T00:00Z') });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, timeZone) => {
        const found = fromLocal(toLocal(minute, timeZone), timeZone);
        expect(found).toBeLessThanOrEqual(minute);
        expect(toLocal(found, timeZone)).toBe(toLocal(minute, timeZone));
        expect(toLocal(found - 1, timeZone)).toBeLessThan(toLocal(found, timeZone));
      }),
    );
  });

  test('knows names, not offsets', () => {
    expect(['UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['', '+03:00', 'Sao Paulo', 'America/Nowhere', 'Local'].map(isTimeZone)).toEqual(Array(5).fill(false));
  });
});
