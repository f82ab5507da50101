import { awaitPoint, type Echo, echoReadFrom, hearEcho, lackingFrom, NO_ECHO } from '../../../../lib/core/traffic/echo';

/** A minute of no special day. */
const T = 29_000_000;
const DAY = 1_440;

/** An echo that awaits these points. */
function awaiting(...points: number[]): Echo {
  return points.reduce(awaitPoint, NO_ECHO);
}

const LATE: Echo = { ...NO_ECHO, readAt: T, late: { since: T - 15, foundAt: T } };

describe('the points that are awaited', () => {
  it('are those accepted, each once, ascending', () => {
    expect(awaiting(T, T, T + 1, T - 3, T + 5).awaited).toEqual([T, T + 1, T + 5]);
  });

  it('are sixty at most, the oldest, for those are late first', () => {
    const many = awaiting(...Array.from({ length: 100 }, (_, index) => T + index)).awaited;
    expect([many.length, many[0]]).toEqual([60, T]);
  });

  it('are no more while CloudWatch is late: that it is is known', () => {
    expect(awaitPoint(LATE, T + 1)).toBe(LATE);
  });
});

describe('when to look, and from where', () => {
  it.each<[string, Echo, number, number | null]>([
    ['nothing was put', NO_ECHO, T, null],
    ['a point of now', awaiting(T), T, null],
    ['a point that may still be on its way', awaiting(T), T + 14, null],
    ['a point that should show', awaiting(T, T + 1), T + 15, T],
    ['a look just before', { ...awaiting(T), readAt: T + 11 }, T + 15, null],
    ['a look five minutes before', { ...awaiting(T), readAt: T + 10 }, T + 15, T],
    ['the watchdog stood still for days', awaiting(T), T + 3 * DAY, T + 2 * DAY],
    ['late, looked just before', LATE, T + 4, null],
    ['late', LATE, T + 5, T - 15],
    ['late for days', LATE, T + 3 * DAY, T + 2 * DAY],
  ])('%s', (_, echo, now, expected) => {
    expect(echoReadFrom(echo, now)).toBe(expected);
  });

  it('comes to about one look in 15 minutes while all is well', () => {
    let echo = NO_ECHO;
    let looks = 0;
    for (let now = T; now < T + DAY; now++) {
      if (now > T) echo = awaitPoint(echo, now - 1);
      if (echoReadFrom(echo, now) === null) continue;
      looks++;
      echo = hearEcho(echo, { now, newest: now - 2 });
    }
    expect(looks).toBeGreaterThan(DAY / 16);
    expect(looks).toBeLessThan(DAY / 13);
    expect(echo.late).toBeNull();
  });
});

describe('what a look tells', () => {
  it.each<[string, Echo, number, number | null, Echo['late']]>([
    ['the point shows', awaiting(T), T + 15, T, null],
    ['a newer point shows: one lost point proves nothing', awaiting(T, T + 1), T + 15, T + 1, null],
    ['nothing shows', awaiting(T, T + 1), T + 15, null, { since: T, foundAt: T + 15 }],
    ['only an older one shows', awaiting(T, T + 1), T + 15, T - 1, { since: T, foundAt: T + 15 }],
    ['the older of two shows, the newer is young', awaiting(T, T + 1), T + 15, T, null],
    ['the older of two shows, the newer is old too', awaiting(T, T + 1), T + 16, T, { since: T + 1, foundAt: T + 16 }],
    ['nothing was accepted', NO_ECHO, T, null, null],
    ['what was accepted is of days ago', awaiting(T), T + 2 * DAY, null, null],
  ])('%s', (_, echo, now, newest, late) => {
    expect(hearEcho(echo, { now, newest })).toMatchObject({ late, readAt: now });
  });

  it.each<[string, number | null, boolean]>([
    ['nothing shows', null, true],
    ['what shows is of before', T - 15, true],
    ['it comes in, as late as ever', T + 25, true],
    ['what shows is late still, by a minute', T + 29, true],
    ['what shows is not late', T + 30, false],
    ['what shows is of now', T + 44, false],
  ])('a lateness stays until an own point shows that is not late: %s', (_, newest, isLate) => {
    const { late } = hearEcho(LATE, { now: T + 45, newest });
    expect(late).toEqual(isLate ? LATE.late : null);
  });
});

describe('from where points may be lacking', () => {
  const over = hearEcho(LATE, { now: T + 45, newest: T + 44 });

  it.each<[string, Echo, number, number | null]>([
    ['on time', awaiting(T), T + 1, null],
    ['late: from what a regular read had covered at its beginning', LATE, T + 10, T - 30],
    ['late for long: a day', LATE, T + 3 * DAY, T + 2 * DAY],
    ['over', over, T + 46, T - 30],
    ['over for an hour', over, T + 105, null],
    ['late again soon after: both', { ...over, late: { since: T + 60, foundAt: T + 75 } }, T + 80, T - 30],
    ['late again later', { ...over, late: { since: T + 200, foundAt: T + 215 } }, T + 215, T + 185],
  ])('%s', (_, echo, now, expected) => {
    expect(lackingFrom(echo, now)).toBe(expected);
  });

  it('a second lateness that is over forgets nothing of the first', () => {
    const again = { ...over, late: { since: T + 60, foundAt: T + 75 } };
    const { catchUp } = hearEcho(again, { now: T + 90, newest: T + 89 });
    expect(catchUp).toEqual({ from: T - 30, until: T + 150 });
  });
});
