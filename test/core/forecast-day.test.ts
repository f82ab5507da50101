import fc from 'fast-check';
import { readDay } from '../../lib/core/day-reading';
import { forecastDay } from '../../lib/core/forecast-day';
import type { PoolMinute } from '../../lib/core/pool';
import { minuteOf } from './fixtures';
import { poolMinutes } from './pool-minutes';

const NOON = minuteOf('12:00');

function forecast(
  minutes: readonly PoolMinute[],
  { limit, now = NOON, hourly = null }: { limit: number; now?: number; hourly?: ReadonlyMap<number, number> | null },
) {
  const { utcDay, rolling24h } = readDay(minutes, now);
  return forecastDay({ minutes, utcDay, rolling24h, limit, now, hourly });
}

const timeOf = (result: ReturnType<typeof forecast>) =>
  result.kind === 'exhausts' || result.kind === 'exhausted' ? result.at : Number.POSITIVE_INFINITY;

describe('a day without a profile', () => {
  it('goes on at the pace of the last hour, in a band of 15 minutes and today so far', () => {
    // 100 a minute in the two hours before noon, 200 in the newest 17 (of which two are late).
    const minutes = poolMinutes(NOON - 120, NOON, (minute) => (minute < NOON - 17 ? 100 : 200));
    // 13,700 so far. The hour up to 11:58: 45 · 100 + 15 · 200 = 7,500, 125 a minute: 22,250 take 178 minutes.
    // The quarter: 200 a minute, 111.25 → 112. Today so far: (103 · 100 + 15 · 200) ÷ 718 = 18.52: 1,201 → after midnight.
    expect(forecast(minutes, { limit: 13_700 + 22_250 })).toEqual({
      kind: 'exhausts',
      at: NOON + 178,
      earliest: NOON + 112,
      latest: null,
      pacePerMinute: 125,
      basis: { kind: 'lastHour' },
      readings: ['utcDay', 'rolling24h'],
    });
  });

  it('has an end of the band where all paces get there', () => {
    const minutes = poolMinutes(NOON - 720, NOON, (minute) => (minute < NOON - 62 ? 100 : 200));
    // So far 658 · 100 + 62 · 200 = 78,200; now 200 a minute; today so far (65,800 + 12,000) ÷ 718 = 108.36.
    // 100 more or less each hour: 250 a minute to 13:00, or 150 and then 50, which takes 60 + 37.
    expect(forecast(minutes, { limit: 78_200 + 10_836 })).toMatchObject({
      at: NOON + 55,
      earliest: NOON + 44,
      latest: NOON + 101,
    });
  });

  it('knows from an hour of the day how far the pace can turn', () => {
    const isBusy = (minute: number) => minute >= NOON - 362 && minute < NOON - 302;
    const minutes = poolMinutes(NOON - 720, NOON, (minute) => (isBusy(minute) ? 400 : 100));
    // 90,000 so far, 9,000 left. 300 more each hour: 250 a minute to 13:00; 300 less: nothing more comes.
    expect(forecast(minutes, { limit: 99_000 })).toMatchObject({ at: NOON + 90, earliest: NOON + 36, latest: null });
  });

  it('lasts when neither reading gets there, and says when it would at worst', () => {
    const minutes = poolMinutes(NOON - 720, NOON, (minute) => (minute < NOON - 17 ? 10 : 30));
    // So far 7,030 + 510. The hour: (45 · 10 + 15 · 30) ÷ 60 = 15 a minute; the rolling reading gains 15 to midnight,
    // then 5: 7,540 + 10,800 + 3,430. The hour before was 10 a minute: 5 more each hour, 17.5 to 13:00, make 16,800 in
    // eight hours, and 57.5 the rest of 17,000.
    expect(forecast(minutes, { limit: 24_540 })).toEqual({
      kind: 'lasts',
      earliest: NOON + 484,
      basis: { kind: 'lastHour' },
    });
    expect(forecast(minutes, { limit: 1_000_000 })).toMatchObject({ kind: 'lasts', earliest: null });
  });

  it('tells the rolling reading where yesterday counts, and that the other lasts', () => {
    // Yesterday afternoon 30 a minute, today 50 since six.
    const minutes = poolMinutes(NOON - 1440, NOON, (minute) =>
      minute < NOON - 720 ? 30 : minute < NOON - 360 ? 0 : 50,
    );
    // Rolling: 21,600 + 18,000 = 39,600, gaining 50 − 30: 2,000 take 100 minutes. UTC day: 18,000 + 720 · 50 < 54,001.
    expect(forecast(minutes, { limit: 41_600 })).toMatchObject({ at: NOON + 100, readings: ['rolling24h'] });
    const lasting = forecast(minutes, { limit: 54_001 });
    expect(lasting).toMatchObject({ kind: 'exhausts', at: NOON + 721, readings: ['rolling24h'], latest: null });
  });

  it.each([
    ['a reading at the limit', 7200, { kind: 'exhausted', at: NOON - 1 }],
    ['a reading past it', 3600, { kind: 'exhausted', at: NOON - 361 }],
    ['one token short', 7201, { kind: 'exhausts', at: NOON + 1, earliest: NOON + 1, latest: NOON + 1 }],
    ['a quota of 0', 0, { kind: 'insufficientData', reason: 'the quota is 0' }],
  ])('%s', (_, limit, expected) => {
    expect(
      forecast(
        poolMinutes(NOON - 720, NOON, () => 10),
        { limit },
      ),
    ).toMatchObject(expected);
  });

  it.each([
    [59, 'insufficientData'],
    [60, 'exhausts'],
  ])('%d minutes of traffic → %s', (length, kind) => {
    expect(
      forecast(
        poolMinutes(NOON - length, NOON, () => 10),
        { limit: 700 },
      ).kind,
    ).toBe(kind);
  });

  it('an hour without traffic lasts; its end does not', () => {
    const minutes = poolMinutes(NOON - 300, NOON, (minute) => (minute < NOON - 62 ? 100 : 0));
    expect(forecast(minutes, { limit: 25_000 })).toMatchObject({ kind: 'lasts' });
  });

  it('points that come late change the time by no more than their tokens', () => {
    const minutes = poolMinutes(NOON - 720, NOON, () => 10);
    const early = minutes.slice(0, -2);
    expect(timeOf(forecast(minutes, { limit: 9000 }))).toBe(NOON + 180);
    expect(timeOf(forecast(early, { limit: 9000 }))).toBe(NOON + 182);
  });
});

describe('midnight', () => {
  const MIDNIGHT = minuteOf('00:00', '2026-10-15');
  const evening = (until: number) => poolMinutes(MIDNIGHT - 360, until, () => 10);

  it.each([
    ['ten minutes before, filled one minute before', MIDNIGHT - 10, 3590, MIDNIGHT - 1, ['utcDay', 'rolling24h']],
    // At midnight the day starts again, so only the rolling one is full.
    ['ten minutes before, filled at midnight', MIDNIGHT - 10, 3600, MIDNIGHT, ['rolling24h']],
    ['at midnight', MIDNIGHT, 3610, MIDNIGHT + 1, ['rolling24h']],
    ['ten minutes after', MIDNIGHT + 10, 3800, MIDNIGHT + 20, ['rolling24h']],
  ] as const)('%s', (_, now, limit, at, readings) => {
    expect(forecast(evening(now), { limit, now })).toMatchObject({ kind: 'exhausts', at, readings });
  });

  it('the UTC day counts from nothing after it: a small limit is full by the rolling reading alone', () => {
    expect(forecast(evening(MIDNIGHT + 10), { limit: 3000, now: MIDNIGHT + 10 })).toEqual({
      kind: 'exhausted',
      at: MIDNIGHT - 61,
    });
  });

  it('both readings are full when today alone is', () => {
    const minutes = poolMinutes(MIDNIGHT, MIDNIGHT + 120, () => 10);
    expect(forecast(minutes, { limit: 1500, now: MIDNIGHT + 120 })).toMatchObject({
      at: MIDNIGHT + 150,
      latest: MIDNIGHT + 150,
      readings: ['utcDay', 'rolling24h'],
    });
  });
});

/** Hourly totals of the days before, as a profile has them an hour before `now`. */
function profileOf(days: number, now: number, tokensOf: (hourOfDay: number, daysAgo: number) => number) {
  const last = Math.floor(now / 60) - 2;
  return new Map(
    Array.from({ length: days * 24 + 12 }, (_, index) => {
      const hour = last - index;
      return [hour, tokensOf(hour % 24, Math.ceil((Math.floor(now / 60) - hour) / 24))] as const;
    }),
  );
}

/** 6,000 an hour to 14:00, then 12,000: a day that is busy in the afternoon. */
const afternoon = (hourOfDay: number) => (hourOfDay < 14 ? 6000 : 12_000);

describe('a day with a profile', () => {
  const course = (level: number) =>
    poolMinutes(NOON - 1440, NOON, (minute) => (level * afternoon(Math.floor(minute / 60) % 24)) / 60);

  it('goes on as the days before, at the level of today', () => {
    // Level 1.5: 150 a minute to 14:00, then 300. Today's 720 · 150 = 108,000, yesterday's 600 · 300 + 120 · 150 = 198,000.
    // The rolling reading stands still at 306,000; since midnight 108,000 + 18,000 to 14:00, then 300 a minute.
    const result = forecast(course(1.5), { limit: 307_000, hourly: profileOf(3, NOON, afternoon) });
    expect(result).toEqual({ kind: 'lasts', earliest: null, basis: expect.anything() });
    // Without yesterday: 126,000 at 14:00 and 100 minutes of 300.
    const today = course(1.5).filter(({ minute }) => minute >= NOON - 720);
    expect(forecast(today, { limit: 156_000, hourly: profileOf(3, NOON, afternoon) })).toEqual({
      kind: 'exhausts',
      at: NOON + 220,
      earliest: NOON + 220,
      latest: NOON + 220,
      pacePerMinute: 48_000 / 220,
      basis: { kind: 'profile', days: 3, level: 1.5, isSurge: false },
      readings: ['utcDay', 'rolling24h'],
    });
  });

  it('has a band of the days before, each at its own level', () => {
    // In the afternoon yesterday 6,000 an hour, the day before 12,000, before that 18,000.
    const hourly = profileOf(3, NOON, (hour, daysAgo) => (hour < 14 ? 6000 : 6000 * daysAgo));
    const today = poolMinutes(NOON - 720, NOON, () => 100);
    // 72,000 + 12,000 at 14:00, then 30,000 at 100, 200 or 300 a minute.
    expect(forecast(today, { limit: 114_000, hourly })).toMatchObject({
      at: NOON + 120 + 150,
      earliest: NOON + 120 + 100,
      latest: NOON + 120 + 300,
    });
  });

  it('a calm day of them may last', () => {
    const hourly = profileOf(3, NOON, (hour, daysAgo) => (hour < 14 ? 6000 : daysAgo === 1 ? 0 : 12_000));
    const today = poolMinutes(NOON - 720, NOON, () => 100);
    expect(forecast(today, { limit: 114_000, hourly })).toMatchObject({ kind: 'exhausts', latest: null });
  });

  it.each([
    ['a day and a half', 1],
    ['no day', 0],
  ])('with %s only, the last hour is the pace', (_, days) => {
    const today = poolMinutes(NOON - 720, NOON, () => 100);
    expect(forecast(today, { limit: 80_000, hourly: profileOf(days, NOON, afternoon) })).toMatchObject({
      basis: { kind: 'lastHour' },
    });
  });

  it('leaves out a day with a gap', () => {
    const hourly = new Map([...profileOf(4, NOON, afternoon)].filter(([hour]) => hour !== Math.floor(NOON / 60) - 80));
    const today = poolMinutes(NOON - 720, NOON, () => 100);
    expect(forecast(today, { limit: 80_000, hourly })).toMatchObject({ basis: { kind: 'profile', days: 2 } });
  });

  it('takes the level from longer where the last hours are no measure, and 1 where none are', () => {
    // Nights without traffic: at 08:00 the last 3 and 6 hours had none, the last 12 too little.
    const MORNING = minuteOf('08:00');
    const office = (hour: number) => (hour >= 9 && hour < 18 ? 6000 : 0);
    const yesterday = poolMinutes(MORNING - 1440, MORNING, (minute) => office(Math.floor(minute / 60) % 24) / 20);
    expect(
      forecast(yesterday, { limit: 1_000_000, now: MORNING, hourly: profileOf(3, MORNING, office) }),
    ).toMatchObject({
      basis: { kind: 'profile', level: 1 },
    });
    // At 10:00 the last three hours had one of work: a third of an average stretch counts as nothing, at 11:00 two are enough.
    const ELEVEN = minuteOf('11:02');
    const twice = poolMinutes(ELEVEN - 600, ELEVEN, (minute) => office(Math.floor(minute / 60) % 24) / 30);
    expect(forecast(twice, { limit: 1_000_000, now: ELEVEN, hourly: profileOf(3, ELEVEN, office) })).toMatchObject({
      basis: { kind: 'profile', level: 2 },
    });
  });

  it('a last hour far above the days before goes on at its pace', () => {
    const today = poolMinutes(NOON - 720, NOON, (minute) => (minute < NOON - 62 ? 100 : 1000));
    // So far 127,800, 1,000 a minute now, more than twice the 100 of the days before.
    expect(forecast(today, { limit: 187_800, hourly: profileOf(3, NOON, afternoon) })).toMatchObject({
      at: NOON + 60,
      basis: { kind: 'profile', isSurge: true },
    });
  });

  it('needs no hour of traffic today', () => {
    const minutes = poolMinutes(NOON - 30, NOON, () => 100);
    expect(forecast(minutes, { limit: 5000, hourly: profileOf(2, NOON, afternoon) }).kind).toBe('exhausts');
  });

  it('goes over midnight by the hours of the next day', () => {
    const EVENING = minuteOf('23:30');
    const night = (hour: number) => (hour < 6 ? 600 : 6000);
    const minutes = poolMinutes(EVENING - 600, EVENING, () => 100);
    // 60,000 + 30 · 100 at midnight, then 10 a minute.
    expect(forecast(minutes, { limit: 64_000, now: EVENING, hourly: profileOf(3, EVENING, night) })).toMatchObject({
      at: EVENING + 130,
      readings: ['rolling24h'],
    });
  });
});

describe('laws of a day forecast', () => {
  const hour = fc.integer({ min: 0, max: 50 });
  const day = fc.array(hour, { minLength: 24, maxLength: 24 });
  const hours = fc.array(hour, { minLength: 84, maxLength: 84 });
  const minutesOf = (tokens: readonly number[], now: number) =>
    poolMinutes(now - 1440, now, (minute) => tokens[Math.floor((minute - now + 1440) / 60)] ?? 0);
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
          const raised = poolMinutes(at - 1440, at, (minute) => {
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
        const longer = [...poolMinutes(at - 1455, at - 1440, () => older), ...minutes];
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
