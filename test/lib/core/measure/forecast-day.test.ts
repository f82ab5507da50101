import { minuteOf } from '../fixtures';
import { trafficMinutes } from '../traffic-minutes';
import { forecast, NOON, timeOf } from './day-forecasts';

describe('a day without a profile', () => {
  it('goes on at the pace of the last hour, in a band of 15 minutes and today so far', () => {
    // 100 a minute in the two hours before noon, 200 in the newest 17 (of which two are late).
    const minutes = trafficMinutes(NOON - 120, NOON, (minute) => (minute < NOON - 17 ? 100 : 200));
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
    const minutes = trafficMinutes(NOON - 720, NOON, (minute) => (minute < NOON - 62 ? 100 : 200));
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
    const minutes = trafficMinutes(NOON - 720, NOON, (minute) => (isBusy(minute) ? 400 : 100));
    // 90,000 so far, 9,000 left. 300 more each hour: 250 a minute to 13:00; 300 less: nothing more comes.
    expect(forecast(minutes, { limit: 99_000 })).toMatchObject({ at: NOON + 90, earliest: NOON + 36, latest: null });
  });

  it('lasts when neither reading gets there, and says when it would at worst', () => {
    const minutes = trafficMinutes(NOON - 720, NOON, (minute) => (minute < NOON - 17 ? 10 : 30));
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
    const minutes = trafficMinutes(NOON - 1440, NOON, (minute) =>
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
        trafficMinutes(NOON - 720, NOON, () => 10),
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
        trafficMinutes(NOON - length, NOON, () => 10),
        { limit: 700 },
      ).kind,
    ).toBe(kind);
  });

  it('an hour without traffic lasts; its end does not', () => {
    const minutes = trafficMinutes(NOON - 300, NOON, (minute) => (minute < NOON - 62 ? 100 : 0));
    expect(forecast(minutes, { limit: 25_000 })).toMatchObject({ kind: 'lasts' });
  });

  it.each([
    ['one burst within the hour', [[30, 1]], 850_000, 'fewer than 10 minutes with traffic in the last hour'],
    ['nine minutes of the hour', [[20, 9]], 95_000, 'fewer than 10 minutes with traffic in the last hour'],
    ['an hour that fell silent 18 minutes ago', [[60, 42]], 20_000, 'no traffic in the last 15 minutes'],
  ])('%s is no pace', (_, stretches, tokens, reason) => {
    const isBusy = (minute: number) =>
      stretches.some(([ago = 0, length = 0]) => minute >= NOON - ago && minute < NOON - ago + length);
    const minutes = [
      ...trafficMinutes(NOON - 120, NOON - 119, () => 1),
      ...trafficMinutes(NOON - 60, NOON, (minute) => (isBusy(minute) ? tokens : 0)),
    ];
    expect(forecast(minutes, { limit: 1_000_000 })).toEqual({ kind: 'insufficientData', reason });
  });

  it('a burst before the last hour lasts, and is no worst case either', () => {
    const minutes = trafficMinutes(NOON - 90, NOON - 89, () => 850_000);
    expect(forecast(minutes, { limit: 1_000_000 })).toEqual({
      kind: 'lasts',
      earliest: null,
      basis: { kind: 'lastHour' },
    });
  });

  it('ten minutes up to now are a pace', () => {
    const minutes = [
      ...trafficMinutes(NOON - 120, NOON - 119, () => 1),
      ...trafficMinutes(NOON - 10, NOON, () => 50_000),
    ];
    expect(forecast(minutes, { limit: 1_000_000 }).kind).toBe('exhausts');
  });

  it('points that come late change the time by no more than their tokens', () => {
    const minutes = trafficMinutes(NOON - 720, NOON, () => 10);
    const early = minutes.slice(0, -2);
    expect(timeOf(forecast(minutes, { limit: 9000 }))).toBe(NOON + 180);
    expect(timeOf(forecast(early, { limit: 9000 }))).toBe(NOON + 182);
  });
});

describe('midnight', () => {
  const MIDNIGHT = minuteOf('00:00', '2026-10-15');
  const evening = (until: number) => trafficMinutes(MIDNIGHT - 360, until, () => 10);

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
    const minutes = trafficMinutes(MIDNIGHT, MIDNIGHT + 120, () => 10);
    expect(forecast(minutes, { limit: 1500, now: MIDNIGHT + 120 })).toMatchObject({
      at: MIDNIGHT + 150,
      latest: MIDNIGHT + 150,
      readings: ['utcDay', 'rolling24h'],
    });
  });
});
