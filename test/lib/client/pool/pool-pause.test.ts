import fc from 'fast-check';
import { PoolPause } from '../../../../lib/client/pool/pool-pause';

const MINUTE = 60_000;

function open(now: number, random = 0) {
  const clock = { time: now, now: () => clock.time, random: () => random, sleep: async () => undefined };
  return { clock, pause: new PoolPause(clock) };
}

test('never shorter than the quota can have refilled, never longer than the next minute and its spread', () => {
  const anyPause = fc.record({
    at: fc.integer({ min: 0, max: MINUTE - 1 }),
    refill: fc.integer({ min: 0, max: MINUTE }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    inRow: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(anyPause, ({ at, refill, random, inRow }) => {
      const { clock, pause } = open(at, random);
      for (let throttle = 0; throttle < inRow; throttle++) {
        clock.time = Math.max(clock.time, pause.until);
        pause.lengthen(refill);
        const wait = pause.until - clock.time;
        const toMinute = MINUTE - (clock.time % MINUTE);
        expect(wait).toBeGreaterThanOrEqual(Math.min(refill, toMinute));
        expect(wait).toBeLessThanOrEqual(toMinute + 2_000);
      }
    }),
  );
});

test('twice as long after each throttle in a row, until a call is served', () => {
  const { clock, pause } = open(0);
  const waits = [1_000, 1_000, 1_000].map((refill) => {
    clock.time = pause.until;
    pause.lengthen(refill);
    return pause.until - clock.time;
  });
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  pause.clear();
  clock.time = pause.until;
  pause.lengthen(1_000);
  expect(pause.until - clock.time).toBe(1_000);
});

test('refusals of calls that went together are one', () => {
  const { pause } = open(0);
  pause.lengthen(1_000);
  pause.lengthen(1_000);
  expect(pause.until).toBe(2_000);
});

test('what AWS asks for is kept to, and shortens nothing', () => {
  const { pause } = open(0);
  pause.atLeast(30_000);
  pause.atLeast(10_000);
  expect(pause.until).toBe(30_000);
});
