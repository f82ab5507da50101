import { DailyBreaker } from '../../../../lib/client/pool/daily-breaker';
import { DayBudget } from '../../../../lib/client/pool/day-budget';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = 20_000 * DAY + 12 * HOUR;

describe('the breaker of a day', () => {
  test('lets all go, then none but a probe, then all', () => {
    const breaker = new DailyBreaker();
    expect(breaker.ask(NOON)).toBe('go');
    expect(breaker.open(NOON)).toBe(NOON + 5 * MINUTE);
    expect(breaker.ask(NOON + 1)).toBe(NOON + 5 * MINUTE);
    expect(breaker.ask(NOON + 5 * MINUTE)).toBe('probe');
    expect(breaker.ask(NOON + 5 * MINUTE)).toBe(NOON + 15 * MINUTE);
    expect([breaker.close(), breaker.close()]).toEqual([true, false]);
    expect(breaker.ask(NOON + 6 * MINUTE)).toBe('go');
  });

  test('waits twice as long after each probe, an hour at most', () => {
    const breaker = new DailyBreaker();
    let [now, at] = [NOON, breaker.open(NOON)];
    const waits = [at - now];
    for (let probe = 0; probe < 5; probe++) {
      now = at;
      expect(breaker.ask(now)).toBe('probe');
      at = breaker.open(now);
      waits.push(at - now);
    }
    expect(waits.map((wait) => wait / MINUTE)).toEqual([5, 10, 20, 40, 60, 60]);
  });

  test('probes right after midnight UTC, for the day may end there', () => {
    const breaker = new DailyBreaker();
    expect(breaker.open(20_001 * DAY - MINUTE)).toBe(20_001 * DAY + 5_000);
  });

  test('calls that are refused together are one refusal', () => {
    const breaker = new DailyBreaker();
    breaker.open(NOON);
    expect(breaker.open(NOON + 10)).toBe(NOON + 5 * MINUTE);
  });

  test('a probe of which nothing is heard is given up; one that says nothing is given back', () => {
    const breaker = new DailyBreaker();
    breaker.open(NOON);
    breaker.ask(NOON + 5 * MINUTE);
    expect(breaker.ask(NOON + 15 * MINUTE)).toBe('probe');
    breaker.giveBack(NOON + 16 * MINUTE);
    expect(breaker.ask(NOON + 16 * MINUTE)).toBe('probe');
  });
});

describe('the budget of a day', () => {
  test('counts the last 24 hours, which hold the day of either reading', () => {
    const budget = new DayBudget(1_000);
    const entry = budget.add(NOON, 600);
    expect([budget.hasRoom(NOON, 400), budget.hasRoom(NOON, 401)]).toEqual([true, false]);
    budget.settle(entry, 100);
    expect(budget.used(NOON + DAY - MINUTE)).toBe(100);
    expect(budget.used(NOON + DAY)).toBe(0);
  });

  test('without a limit there is room and no pace', () => {
    const budget = new DayBudget(null);
    budget.add(NOON, 1e12);
    expect([budget.hasRoom(NOON, 1e12), budget.pace(NOON)]).toEqual([true, null]);
  });

  test('below half there is no pace, nor where the last hour says that the day will do', () => {
    const budget = new DayBudget(1_440_000);
    budget.add(NOON - 2 * HOUR, 719_000);
    expect(budget.pace(NOON)).toBeNull();
    budget.add(NOON - 2 * HOUR, 1_000);
    expect(budget.pace(NOON)).toBeNull();
  });

  test('else what is left is spread over what is left of the day', () => {
    const budget = new DayBudget(1_440_000);
    budget.add(NOON - 30 * MINUTE, 720_000);
    // 720,000 for the 720 minutes until midnight UTC.
    expect(budget.pace(NOON)).toBe(1_000);
  });

  test('a day that AWS shows to be new begins anew', () => {
    const budget = new DayBudget(1_000);
    budget.add(NOON - MINUTE, 1_000);
    budget.forget(NOON);
    expect(budget.used(NOON)).toBe(0);
  });
});
