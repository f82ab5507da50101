import { minuteOf } from '../fixtures';
import { trafficMinutes } from '../traffic-minutes';
import { forecast, NOON } from './day-forecasts';

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
    trafficMinutes(NOON - 1440, NOON, (minute) => (level * afternoon(Math.floor(minute / 60) % 24)) / 60);

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
    const today = trafficMinutes(NOON - 720, NOON, () => 100);
    // 72,000 + 12,000 at 14:00, then 30,000 at 100, 200 or 300 a minute.
    expect(forecast(today, { limit: 114_000, hourly })).toMatchObject({
      at: NOON + 120 + 150,
      earliest: NOON + 120 + 100,
      latest: NOON + 120 + 300,
    });
  });

  it('a calm day of them may last', () => {
    const hourly = profileOf(3, NOON, (hour, daysAgo) => (hour < 14 ? 6000 : daysAgo === 1 ? 0 : 12_000));
    const today = trafficMinutes(NOON - 720, NOON, () => 100);
    expect(forecast(today, { limit: 114_000, hourly })).toMatchObject({ kind: 'exhausts', latest: null });
  });

  it.each([
    ['a day and a half', 1],
    ['no day', 0],
  ])('with %s only, the last hour is the pace', (_, days) => {
    const today = trafficMinutes(NOON - 720, NOON, () => 100);
    expect(forecast(today, { limit: 80_000, hourly: profileOf(days, NOON, afternoon) })).toMatchObject({
      basis: { kind: 'lastHour' },
    });
  });

  it('leaves out a day with a gap', () => {
    const hourly = new Map([...profileOf(4, NOON, afternoon)].filter(([hour]) => hour !== Math.floor(NOON / 60) - 80));
    const today = trafficMinutes(NOON - 720, NOON, () => 100);
    expect(forecast(today, { limit: 80_000, hourly })).toMatchObject({ basis: { kind: 'profile', days: 2 } });
  });

  it('takes the level from longer where the last hours are no measure, and 1 where none are', () => {
    // Nights without traffic: at 08:00 the last 3 and 6 hours had none, the last 12 too little.
    const MORNING = minuteOf('08:00');
    const office = (hour: number) => (hour >= 9 && hour < 18 ? 6000 : 0);
    const yesterday = trafficMinutes(MORNING - 1440, MORNING, (minute) => office(Math.floor(minute / 60) % 24) / 20);
    expect(
      forecast(yesterday, { limit: 1_000_000, now: MORNING, hourly: profileOf(3, MORNING, office) }),
    ).toMatchObject({
      basis: { kind: 'profile', level: 1 },
    });
    // At 10:00 the last three hours had one of work: a third of an average stretch counts as nothing, at 11:00 two are enough.
    const ELEVEN = minuteOf('11:02');
    const twice = trafficMinutes(ELEVEN - 600, ELEVEN, (minute) => office(Math.floor(minute / 60) % 24) / 30);
    expect(forecast(twice, { limit: 1_000_000, now: ELEVEN, hourly: profileOf(3, ELEVEN, office) })).toMatchObject({
      basis: { kind: 'profile', level: 2 },
    });
  });

  it('a last hour far above the days before goes on at its pace', () => {
    const today = trafficMinutes(NOON - 720, NOON, (minute) => (minute < NOON - 62 ? 100 : 1000));
    // So far 127,800, 1,000 a minute now, more than twice the 100 of the days before.
    expect(forecast(today, { limit: 187_800, hourly: profileOf(3, NOON, afternoon) })).toMatchObject({
      at: NOON + 60,
      basis: { kind: 'profile', isSurge: true },
    });
  });

  it('needs no hour of traffic today', () => {
    const minutes = trafficMinutes(NOON - 30, NOON, () => 100);
    expect(forecast(minutes, { limit: 5000, hourly: profileOf(2, NOON, afternoon) }).kind).toBe('exhausts');
  });

  it('goes over midnight by the hours of the next day', () => {
    const EVENING = minuteOf('23:30');
    const night = (hour: number) => (hour < 6 ? 600 : 6000);
    const minutes = trafficMinutes(EVENING - 600, EVENING, () => 100);
    // 60,000 + 30 · 100 at midnight, then 10 a minute.
    expect(forecast(minutes, { limit: 64_000, now: EVENING, hourly: profileOf(3, EVENING, night) })).toMatchObject({
      at: EVENING + 130,
      readings: ['rolling24h'],
    });
  });
});
