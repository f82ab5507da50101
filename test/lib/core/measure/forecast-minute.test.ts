import fc from 'fast-check';
import { forecastMinute } from '../../../../lib/core/measure/forecast-minute';
import type { TimedValue } from '../../../../lib/core/measure/rising-line';
import { minuteOf } from '../fixtures';

const NOW = minuteOf('14:33');
const LIMIT = 100;

/** Values of the minutes before NOW, by minutes ago: three hours and more. */
function seen(valueAgo: (ago: number) => number, length = 240): TimedValue[] {
  return Array.from({ length }, (_, index) => [NOW - length + index, valueAgo(length - index)] as const);
}

const forecast = (values: readonly TimedValue[], limit = LIMIT) => forecastMinute(values, limit, NOW);

/** The same scatter every run: a full cycle of 61 residues, −1 to 1, in no order. */
const scatter = (ago: number) => (((ago * ago * 7 + ago * 13) % 61) - 30) / 30;

describe('a rise', () => {
  it('steady for two hours is seen, with its band', () => {
    // 0.5 a minute from 20 two hours ago: 80 now, 100 forty minutes later.
    const result = forecast(seen((ago) => (ago > 120 ? 20 : 80 - ago / 2) + 3 * scatter(ago)));
    expect(result).toMatchObject({ kind: 'exhausts', basis: { kind: 'rise', minutes: 90 }, readings: [] });
    if (result.kind !== 'exhausts' || result.latest === null) throw new Error('a band was expected');
    expect(Math.abs(result.at - (NOW + 40))).toBeLessThanOrEqual(3);
    expect(result.earliest).toBeLessThan(NOW + 40);
    expect(result.latest).toBeGreaterThan(NOW + 40);
    expect(result.pacePerMinute).toBeCloseTo(0.5, 1);
  });

  it('steep for ten minutes is seen', () => {
    // 4 a minute from 20 twelve minutes ago, of which the newest two do not count yet: 68 now, 100 eight minutes later.
    const result = forecast(seen((ago) => (ago > 12 ? 20 : 68 - 4 * ago)));
    expect(result).toEqual({
      kind: 'exhausts',
      at: NOW + 8,
      earliest: NOW + 8,
      latest: NOW + 8,
      pacePerMinute: 4,
      basis: { kind: 'rise', minutes: 10 },
      readings: [],
    });
  });

  it('that is too slow for three hours, or was seen too shortly to reach so far, lasts', () => {
    expect(forecast(seen((ago) => 40 - ago / 10, 1000)).kind).toBe('lasts');
    // 1 a minute for 12 minutes: 78 minutes to go, ten minutes seen are good for forty.
    expect(forecast(seen((ago) => (ago > 12 ? 10 : 22 - ago))).kind).toBe('lasts');
  });

  it('that has levelled off is over', () => {
    expect(forecast(seen((ago) => (ago > 40 ? Math.max(10, 90 - (ago - 40)) : 90))).kind).toBe('lasts');
  });

  it('of a series that began within the hour is seen', () => {
    const values = seen((ago) => 80 - 2 * ago, 30);
    expect(forecast(values)).toMatchObject({ kind: 'exhausts', at: NOW + 10 });
  });
});

describe('what is no rise', () => {
  it.each([
    ['a level', () => 60],
    ['noise', (ago: number) => 50 + 20 * scatter(ago)],
    ['a saw-tooth of half an hour', (ago: number) => 80 - 2 * (ago % 30)],
    ['a saw-tooth of an hour', (ago: number) => 80 - (ago % 60)],
    ['a batch of five minutes an hour', (ago: number) => (ago % 60 < 5 ? 70 : 0)],
    ['a batch that is half done', (ago: number) => ((ago + 50) % 60 < 20 ? 70 : 1)],
    ['a batch that starts up slowly', (ago: number) => (ago % 60 < 12 ? 72 - 6 * (ago % 60) : 1)],
    ['every other minute', (ago: number) => (ago % 2 === 0 ? 60 : 5)],
    ['a step', (ago: number) => (ago > 7 ? 10 : 70)],
    ['one peak', (ago: number) => (ago === 8 ? 99 : 10)],
    ['an hour without traffic', (ago: number) => (ago > 70 || ago < 10 ? 60 : 0)],
    ['traffic that stopped', (ago: number) => (ago > 20 ? 95 - ago / 4 : 0)],
  ])('%s lasts', (_, valueAgo) => {
    // At every minute of an hour, so that each phase of what comes back is met.
    const kinds = Array.from({ length: 60 }, (_, shift) =>
      forecastMinute(
        seen(valueAgo, 300).map(([minute, value]) => [minute - shift, value] as const),
        LIMIT,
        NOW - shift,
      ),
    );
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['lasts']));
  });
});

describe('a limit that is reached', () => {
  const with3 = (third: number, second: number, last: number | null): TimedValue[] =>
    seen((ago) => [0, last ?? 0, second, third][ago] ?? 50).filter(([minute]) => last !== null || minute < NOW - 1);

  it.each([
    ['exactly, in the newest complete minute', with3(100, 40, 10), NOW - 3],
    ['with a partial minute after it', with3(100, 100, 12), NOW - 3],
    ['with the last minute missing', with3(100, 3, null), NOW - 3],
    ['in a minute that may still grow', with3(50, 50, 101), NOW - 1],
    ['since the first of the full minutes in a row', seen((ago) => (ago <= 9 ? 120 : 50)), NOW - 9],
    ['of a series read three minutes ago', seen((ago) => (ago <= 6 ? 100 : 50)).filter(([m]) => m < NOW - 4), NOW - 6],
  ])('%s', (_, values, at) => {
    expect(forecast(values)).toEqual({ kind: 'exhausted', at });
  });

  it.each([
    ['just below', with3(99, 99, 99)],
    ['four minutes ago', seen((ago) => (ago === 4 ? 150 : 50))],
    ['before the traffic stopped', seen(() => 150).filter(([minute]) => minute < NOW - 10)],
  ])('is not: %s', (_, values) => {
    expect(forecast(values).kind).toBe('lasts');
  });
});

describe('insufficient data', () => {
  it('is a quota of 0', () => {
    expect(
      forecast(
        seen(() => 50),
        0,
      ),
    ).toEqual({ kind: 'insufficientData', reason: 'the quota is 0' });
  });

  it.each([
    ['nothing', 0],
    ['nine minutes', 9],
  ])('is %s of traffic', (_, length) => {
    expect(forecast(seen((ago) => 90 - ago, length))).toEqual({
      kind: 'insufficientData',
      reason: 'fewer than 10 minutes with traffic in the last 3 hours',
    });
  });

  it('ends with the tenth minute', () => {
    expect(forecast(seen(() => 50, 10)).kind).toBe('lasts');
  });
});

describe('laws of a minute forecast', () => {
  const shape = fc.record({
    base: fc.integer({ min: 0, max: 60 }),
    pace: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
    since: fc.integer({ min: 5, max: 200 }),
    noise: fc.integer({ min: 0, max: 10 }),
  });
  const valuesOf = ({ base, pace, since, noise }: { base: number; pace: number; since: number; noise: number }) =>
    seen((ago) => Math.max(1, base + pace * Math.max(0, since - ago) + noise * scatter(ago)));
  const timeOf = (result: ReturnType<typeof forecast>) =>
    result.kind === 'exhausts' || result.kind === 'exhausted' ? result.at : Number.POSITIVE_INFINITY;

  it('the band holds the time, and nothing is in the past', () => {
    fc.assert(
      fc.property(shape, (one) => {
        const result = forecast(valuesOf(one));
        if (result.kind !== 'exhausts') return;
        expect(result.earliest).toBeGreaterThanOrEqual(NOW);
        expect(result.earliest).toBeLessThanOrEqual(result.at);
        expect(result.latest ?? result.at).toBeGreaterThanOrEqual(result.at);
      }),
    );
  });

  it('more traffic in every minute never makes it later', () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 50 }), (one, more) => {
        const values = valuesOf(one);
        const raised = values.map(([minute, value]) => [minute, value + more] as const);
        expect(timeOf(forecast(raised))).toBeLessThanOrEqual(timeOf(forecast(values)));
      }),
    );
  });

  it('values and limit scaled together change nothing but the pace', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(0.25, 2, 1024), (one, factor) => {
        const result = forecast(valuesOf(one));
        const scaled = forecast(
          valuesOf(one).map(([minute, value]) => [minute, value * factor] as const),
          LIMIT * factor,
        );
        expect(scaled).toEqual(
          result.kind === 'exhausts' ? { ...result, pacePerMinute: result.pacePerMinute * factor } : result,
        );
      }),
    );
  });

  it('what is older than three hours changes nothing', () => {
    fc.assert(
      fc.property(shape, fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 50 }), (one, older) => {
        const values = valuesOf(one).filter(([minute]) => minute >= NOW - 182);
        const before = older.map((value, index) => [NOW - 182 - older.length + index, value] as const);
        expect(forecast([...before, ...values])).toEqual(forecast(values));
      }),
    );
  });
});
