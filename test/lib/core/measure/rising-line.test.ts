import { crossingOf, findRise, quantileOf, type TimedValue } from '../../../../lib/core/measure/rising-line';

const points = (values: readonly number[]): TimedValue[] => values.map((value, minute) => [minute, value] as const);
const STRAIGHT = points([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);

describe('a rise', () => {
  it('of a straight line is its slope, without a band', () => {
    expect(findRise(STRAIGHT, 0)).toEqual({ slope: 2, lowSlope: 2, highSlope: 2 });
  });

  it('is not moved by one wild minute', () => {
    expect(findRise(points([0, 2, 4, 90, 8, 10, 12, 14, 16, 18, 20, 22]), 0)).toMatchObject({ slope: 2 });
  });

  // Ten points: σ = √(10·9·25 ÷ 18) = 11.18, so S must be 35 at least for three standard errors.
  it.each([
    ['S = 35 of 45', [4, 3, 2, 1, 0, 5, 6, 7, 8, 9], false],
    ['five swaps of neighbours', [1, 0, 3, 2, 5, 4, 7, 6, 9, 8], true],
    ['six swaps', [2, 0, 1, 4, 3, 6, 5, 8, 7, 9], true],
    ['seven swaps', [2, 1, 0, 4, 3, 6, 5, 8, 7, 9], false],
  ])('is believed at three standard errors: %s', (_, values, believed) => {
    expect(findRise(points(values), 0) !== null).toBe(believed);
  });

  it.each([
    ['nothing', [5, 5, 5, 5, 5, 5, 5, 5, 5, 5]],
    ['noise', [5, 7, 4, 6, 5, 6, 4, 7, 5, 6]],
    ['a step', [1, 1, 1, 1, 1, 9, 9, 9, 9, 9]],
    ['a fall', [18, 16, 14, 12, 10, 8, 6, 4, 2, 0]],
    ['a rise that bends upwards', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 10, 20, 30, 40, 50, 60]],
    ['a rise that bends off', [0, 10, 20, 30, 40, 50, 51, 52, 53, 54, 55, 56]],
    ['a rise that has levelled off', [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 24, 24, 24]],
  ])('is not in %s', (_, values) => {
    expect(findRise(points(values), 0.1)).toBeNull();
  });
});

describe('the crossing of a limit', () => {
  it.each([
    ['from 18 at minute 9, 2 a minute, to 30', 2, 0.5, 30, 15],
    ['rounded up', 2, 0.5, 31, 16],
    ['met already', 2, 0.5, 18, 9],
    ['a flat slope never', 0, 0.5, 30, null],
  ])('%s', (_, slope, share, limit, expected) => {
    expect(crossingOf(STRAIGHT, slope, { share, limit })).toBe(expected);
  });

  it('follows the high or the low among scattered minutes', () => {
    const scattered = points([10, 0, 10, 0, 10, 0, 10, 0, 10, 0]);
    expect(crossingOf(scattered, 0, { share: 0.9, limit: 10 })).toBe(9);
    expect(crossingOf(scattered, 0, { share: 0.1, limit: 10 })).toBeNull();
  });

  it.each([
    [0, 1],
    [0.5, 3],
    [0.9, 5],
    [1, 5],
    [2, 5],
    [-1, 1],
  ])('takes quantile %d of 1 to 5 as %d', (share, expected) => {
    expect(quantileOf([1, 2, 3, 4, 5], share)).toBe(expected);
  });

  it('has no quantile of nothing', () => {
    expect(() => quantileOf([], 0.5)).toThrow(RangeError);
  });
});
