import { clearMinutesOf, countOpening, NEVER_FLAPPED } from '../../../../lib/core/alerts/flapping';

const POLICY = { clearMinutes: 15, maximumClearMinutes: 240, flappingMinutes: 360 };

it.each([
  [0, 15],
  [1, 30],
  [2, 60],
  [3, 120],
  [4, 240],
  [5, 240],
  [2000, 240],
])('what came back %d times must be clear for %d minutes', (reopenings, minutes) => {
  expect(clearMinutesOf({ reopenings, recoveredAt: 0 }, POLICY)).toBe(minutes);
});

it('a first clear time above the maximum stays as it is', () => {
  expect(clearMinutesOf(NEVER_FLAPPED, { ...POLICY, clearMinutes: 300 })).toBe(300);
  expect(clearMinutesOf({ reopenings: 3, recoveredAt: 0 }, { ...POLICY, clearMinutes: 300 })).toBe(300);
});

it.each([
  ['a first opening', NEVER_FLAPPED, 1000, 0],
  ['six hours after the recovery', { reopenings: 2, recoveredAt: 640 }, 1000, 3],
  ['a minute later', { reopenings: 2, recoveredAt: 639 }, 1000, 0],
])('%s', (_, memory, now, reopenings) => {
  expect(countOpening(memory, now, POLICY).reopenings).toBe(reopenings);
});
