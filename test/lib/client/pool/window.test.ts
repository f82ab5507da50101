import fc from 'fast-check';
import { SlidingWindow } from '../../../../lib/client/pool/window';

const MINUTE = 60_000;

test('counts what was let in within its length, and nothing older', () => {
  const window = new SlidingWindow(MINUTE);
  window.add(0, 100);
  window.add(1_000, 50);
  expect([999, 1_000, 59_999, 60_000, 60_999, 61_000].map((now) => window.used(now))).toEqual([
    150, 150, 150, 50, 50, 0,
  ]);
});

test('the true amount takes the place of the reserved one, as long as that counts', () => {
  const window = new SlidingWindow(MINUTE);
  const [early, late] = [window.add(0, 100), window.add(30_000, 100)];
  window.settle(late, 40, 40_000);
  expect(window.used(40_000)).toBe(140);
  window.settle(early, 7, 60_000);
  expect(window.used(60_000)).toBe(40);
});

test('says when an amount fits', () => {
  const window = new SlidingWindow(MINUTE);
  window.add(0, 60);
  window.add(10_000, 40);
  expect(window.fitsAt(20_000, 10, 110)).toBe(20_000);
  expect(window.fitsAt(20_000, 50, 100)).toBe(60_000);
  expect(window.fitsAt(20_000, 61, 100)).toBe(70_000);
  expect(window.fitsAt(20_000, 101, 100)).toBeNull();
});

const calls = fc.array(fc.record({ after: fc.nat(20_000), amount: fc.nat(60) }), { maxLength: 60 });

test('whoever waits for it never passes the limit in any minute, in a fixed one or in a bucket', () => {
  fc.assert(
    fc.property(calls, (all) => {
      const [limit, window] = [100, new SlidingWindow(MINUTE)];
      const admitted: { at: number; amount: number }[] = [];
      let now = 0;
      for (const { after, amount } of all) {
        now = window.fitsAt(now + after, amount, limit) ?? now;
        window.add(now, amount);
        admitted.push({ at: now, amount });
      }
      let [level, last] = [limit, 0];
      for (const { at, amount } of admitted) {
        const inMinute = admitted.filter((one) => one.at > at - MINUTE && one.at <= at);
        expect(inMinute.reduce((sum, one) => sum + one.amount, 0)).toBeLessThanOrEqual(limit);
        level = Math.min(limit, level + ((at - last) / MINUTE) * limit) - amount;
        last = at;
        expect(level).toBeGreaterThanOrEqual(-1e-6);
      }
    }),
  );
});
