import fc from 'fast-check';
import { trafficMinutes } from '../traffic-minutes';
import { forecast, NOON, timeOf } from './day-forecasts';

describe('laws of a day forecast', () => {
  const hour = fc.integer({ min: 0, max: 50 });
  const day = fc.array(hour, { minLength: 24, maxLength: 24 });
  const hours = fc.array(hour, { minLength: 84, maxLength: 84 });
  const minutesOf = (tokens: readonly number[], now: number) =>
    trafficMinutes(now - 1440, now, (minute) => tokens[Math.floor((minute - now + 1440) / 60)] ?? 0);
  const profileFrom = (tokens: readonly number[], now: number) =>
    new Map(tokens.map((value, index) => [Math.floor(now / 60) - 2 - index, value * 60] as const));
  const now = fc.integer({ min: NOON, max: NOON + 1440 });
  const limit = fc.integer({ min: 1, max: 100_000 });
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });

  it('more traffic never makes it later', () => {
    fc.assert(
      fc.property(
        day,
        maybe(hours),
        now,
        limit,
        fc.array(fc.integer({ min: 1, max: 1440 })),
        (tokens, old, at, max, ago) => {
          const options = { limit: max, now: at, hourly: old && profileFrom(old, at) };
          const minutes = minutesOf(tokens, at);
          const more = new Set(ago.map((one) => at - one));
          const raised = trafficMinutes(at - 1440, at, (minute) => {
            const known = tokens[Math.floor((minute - at + 1440) / 60)] ?? 0;
            return more.has(minute) ? known + 500 : known;
          });
          expect(timeOf(forecast(raised, options))).toBeLessThanOrEqual(timeOf(forecast(minutes, options)));
        },
      ),
    );
  });

  it('usage, profile and limit scaled together change nothing but the pace', () => {
    fc.assert(
      fc.property(day, maybe(hours), now, limit, fc.constantFrom(0.5, 4), (tokens, old, at, max, factor) => {
        const scale = (list: readonly number[]) => list.map((value) => value * factor);
        const result = forecast(minutesOf(tokens, at), { limit: max, now: at, hourly: old && profileFrom(old, at) });
        const scaled = forecast(minutesOf(scale(tokens), at), {
          limit: max * factor,
          now: at,
          hourly: old && profileFrom(scale(old), at),
        });
        expect({ ...scaled, pacePerMinute: 0 }).toEqual({ ...result, pacePerMinute: 0 });
      }),
    );
  });

  it('what is older than a day changes nothing, when the whole day was seen without it', () => {
    fc.assert(
      fc.property(day, now, limit, hour, (tokens, at, max, older) => {
        const minutes = minutesOf(tokens, at).filter(({ minute }) => minute >= at - 1440);
        const longer = [...trafficMinutes(at - 1455, at - 1440, () => older), ...minutes];
        // Older traffic shows that the quiet hours at the start of a day were seen, and were quiet.
        fc.pre(minutes[0]?.minute === at - 1440);
        expect(forecast(longer, { limit: max, now: at })).toEqual(forecast(minutes, { limit: max, now: at }));
      }),
    );
  });

  it('the band holds the time, and the rolling reading is never the later', () => {
    fc.assert(
      fc.property(day, maybe(hours), now, limit, (tokens, old, at, max) => {
        const result = forecast(minutesOf(tokens, at), { limit: max, now: at, hourly: old && profileFrom(old, at) });
        if (result.kind !== 'exhausts') return;
        expect(result.earliest).toBeGreaterThan(at);
        expect(result.earliest).toBeLessThanOrEqual(result.at);
        expect(result.latest ?? result.at).toBeGreaterThanOrEqual(result.at);
        expect(result.readings).toContain('rolling24h');
      }),
    );
  });
});
