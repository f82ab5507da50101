import fc from 'fast-check';
import { MinuteLimit } from '../../../../lib/client/pool/minute-limit';

const MINUTE = 60_000;

/** Lets in as much as there is room for until a time, one amount after the other. @returns what was let in, and when. */
function fill(limit: MinuteLimit, amount: number, until: number, from = 0) {
  const admitted: number[] = [];
  for (let now = from; ; ) {
    const at = limit.admitsAt(now, amount);
    if (at === null || at >= until) return admitted;
    if (at === now) {
      limit.admit(now, amount);
      admitted.push(now);
    } else now = at;
  }
}

test('without a limit nothing waits', () => {
  const limit = new MinuteLimit(null);
  expect(limit.admitsAt(0, 1e12)).toBe(0);
  expect(limit.value(0)).toBeNull();
});

test('half of a minute may come at once, the rest is spread', () => {
  const admitted = fill(new MinuteLimit(60), 1, MINUTE);
  expect(admitted.filter((at) => at === 0)).toHaveLength(30);
  expect(admitted).toHaveLength(60);
  expect(admitted.at(-1)).toBe(30_000);
});

test('from the second minute on it is even, and nothing of the limit is lost', () => {
  const admitted = fill(new MinuteLimit(60), 1, 10 * MINUTE);
  expect(admitted.length).toBeGreaterThanOrEqual(600 - 30);
  const late = admitted.filter((at) => at >= 2 * MINUTE);
  const perSecond = Array.from({ length: 480 }, (_, second) => {
    return late.filter((at) => at >= (120 + second) * 1000 && at < (121 + second) * 1000).length;
  });
  expect(Math.max(...perSecond)).toBeLessThanOrEqual(3);
});

test('an amount larger than the burst is let in when all of the burst is there', () => {
  const limit = new MinuteLimit(100);
  expect(limit.admitsAt(0, 90)).toBe(0);
  limit.admit(0, 90);
  expect(limit.admitsAt(0, 90)).toBe(MINUTE);
  expect(limit.admitsAt(0, 101)).toBeNull();
});

test('what was reserved too much is there again once it is settled', () => {
  const limit = new MinuteLimit(100);
  const entry = limit.admit(0, 100);
  expect(limit.admitsAt(5_000, 50)).toBe(MINUTE);
  limit.settle(entry, 10, 5_000);
  expect(limit.used(5_000)).toBe(10);
  expect(limit.admitsAt(5_000, 50)).toBeLessThan(15_001);
});

test('a throttle teaches the limit that is not known, and it rises again', () => {
  const limit = new MinuteLimit(null);
  for (let second = 0; second < 50; second++) limit.admit(second * 1000, 10);
  limit.learn(50_000, 10);
  expect(limit.value(50_000)).toBe(450);
  // By 9 a minute at first, faster after some calm: 9 × 10 × (1 + 2.5²) in ten minutes.
  expect(limit.value(50_000 + MINUTE / 2)).toBeCloseTo(454.57, 2);
  expect(limit.value(50_000 + 10 * MINUTE)).toBeCloseTo(450 + 652.5, 5);
  expect(limit.admitsAt(50_000, 10)).toBeGreaterThan(50_000);
});

test('throttles of one moment are one piece of news', () => {
  const limit = new MinuteLimit(null);
  limit.admit(0, 100);
  limit.learn(0, 1);
  limit.learn(1_999, 1);
  expect(limit.value(0)).toBe(90);
  limit.learn(2_000, 1);
  expect(limit.value(2_000)).toBeLessThan(82);
});

test('one throttle halves a limit at most: what others spent is no lower limit', () => {
  const limit = new MinuteLimit(1_000);
  limit.admit(0, 100);
  limit.learn(0, 1);
  expect(limit.value(0)).toBe(500);
  limit.learn(5_000, 1);
  expect(limit.value(5_000)).toBeLessThan(260);
});

test('a call that was refused alone must fit again', () => {
  const limit = new MinuteLimit(null);
  limit.learn(0, 500);
  expect(limit.value(0)).toBe(500);
});

test('never rises above a limit that is known, and a new one makes a new beginning', () => {
  const limit = new MinuteLimit(100);
  limit.admit(0, 100);
  limit.learn(0, 1);
  expect(limit.value(0)).toBe(90);
  expect(limit.value(60 * MINUTE)).toBe(100);
  limit.set(200);
  expect(limit.value(0)).toBe(200);
});

test('the shortest time of refilling', () => {
  expect(new MinuteLimit(100).refillTime(0, 50)).toBe(30_000);
  expect(new MinuteLimit(100).refillTime(0, 500)).toBe(MINUTE);
  expect(new MinuteLimit(null).refillTime(0, 50)).toBe(0);
});

test('whoever waits keeps to the limit in every minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 200 }), fc.integer({ min: 1, max: 10 }), (value, amount) => {
      const admitted = fill(new MinuteLimit(value), amount, 3 * MINUTE);
      for (const at of admitted) {
        const inMinute = admitted.filter((one) => one > at - MINUTE && one <= at).length;
        expect(inMinute * amount).toBeLessThanOrEqual(value);
      }
    }),
    { numRuns: 30 },
  );
});
