import type { EpochMinute } from '../vocabulary/time';

/** A value at a minute. */
export type TimedValue = readonly [minute: EpochMinute, value: number];

/** Standard errors a rise must be above zero (Mann–Kendall): noise alone does that once in 740 looks. */
const BELIEF_Z = 3;

/** Standard errors to either side of the slope: the middle 90 %. */
const BAND_Z = 1.645;

/** The last third of one straight line rises between half and twice as steeply as the whole. */
const BEND_LIMIT = 2;

/** A straight rise with its uncertainty. Slopes in the values' unit a minute. */
export interface RisingLine {
  readonly slope: number;
  /** Ends of the 90 % interval of the slope; `lowSlope` may be 0 or less. */
  readonly lowSlope: number;
  readonly highSlope: number;
}

/** The value at a share (0 to 1) of an ascending list, the nearest rank. @throws RangeError when it is empty. */
export function quantileOf(ascending: readonly number[], share: number): number {
  const index = Math.min(ascending.length - 1, Math.max(0, Math.round(share * (ascending.length - 1))));
  const value = ascending[index];
  if (value === undefined) throw new RangeError('an empty list has no quantile');
  return value;
}

/** Variance of Kendall's S, with the correction for equal values. */
function varianceOfS(values: readonly number[]): number {
  const term = (n: number) => n * (n - 1) * (2 * n + 5);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ties = [...counts.values()].reduce((sum, count) => sum + term(count), 0);
  return (term(values.length) - ties) / 18;
}

/** Hands over the points two by two. Three hours have 1,770 pairs and each quota some lines: pairs make no objects. */
function eachPair(points: readonly TimedValue[], take: (earlier: TimedValue, later: TimedValue) => void): void {
  points.forEach((later, index) => {
    for (let before = 0; before < index; before++) {
      const earlier = points[before];
      if (earlier) take(earlier, later);
    }
  });
}

/**
 * How many standard errors (`sigma`) Kendall's S, the ups minus the downs among all pairs, lies above zero.
 * Worked numbers: 0, 2, 4, 6 → S = 6, σ = √(4·3·13 ÷ 18) = 2.94, z = (6 − 1) ÷ 2.94 = 1.70.
 */
function testRise(points: readonly TimedValue[]): { z: number; sigma: number } {
  let s = 0;
  eachPair(points, (earlier, later) => {
    s += Math.sign(later[1] - earlier[1]);
  });
  const sigma = Math.sqrt(varianceOfS(points.map(([, value]) => value)));
  return { z: sigma === 0 ? 0 : (s - 1) / sigma, sigma };
}

/**
 * Theil–Sen: the median slope of all N pairs, which up to 29 % of wild points do not move; its interval is Sen's, the
 * slopes at the ranks (N ± 1.645 σ) ÷ 2.
 */
function drawLine(points: readonly TimedValue[], sigma: number): RisingLine {
  const slopes: number[] = [];
  eachPair(points, (earlier, later) => {
    slopes.push((later[1] - earlier[1]) / (later[0] - earlier[0]));
  });
  slopes.sort((a, b) => a - b);
  const half = (BAND_Z * sigma) / 2 / slopes.length;
  return {
    slope: quantileOf(slopes, 0.5),
    lowSlope: quantileOf(slopes, 0.5 - half),
    highSlope: quantileOf(slopes, 0.5 + half),
  };
}

/** The values when a slope is taken out of them, ascending: how far each lies from minute `origin` on that slope. */
function levelsAt(points: readonly TimedValue[], slope: number, origin: EpochMinute): number[] {
  return points.map(([minute, value]) => value + slope * (origin - minute)).sort((a, b) => a - b);
}

/** A line that its newest points have left downwards has levelled off. */
function hasLevelledOff(points: readonly TimedValue[], slope: number, tolerance: number): boolean {
  const last = points.at(-1);
  if (!last) return false;
  const split = points.length - Math.max(4, Math.round(points.length / 9));
  const low = quantileOf(levelsAt(points.slice(0, split), slope, last[0]), 0.2);
  return quantileOf(levelsAt(points.slice(split), slope, last[0]), 0.5) < low - tolerance;
}

/**
 * The rise of some minutes, or `null` when they show none: noise, a step, a rise that bends or that has levelled off.
 * @param points at least eight, ascending, one a minute or one for every few minutes.
 * @param tolerance a difference that means nothing, in the values' unit.
 */
export function findRise(points: readonly TimedValue[], tolerance: number): RisingLine | null {
  const { z, sigma } = testRise(points);
  if (z < BELIEF_Z) return null;
  const line = drawLine(points, sigma);
  const latter = drawLine(points.slice(-Math.max(5, Math.round(points.length / 3))), 0).slope;
  if (line.slope <= 0 || latter < line.slope / BEND_LIMIT || latter > line.slope * BEND_LIMIT) return null;
  return hasLevelledOff(points, line.slope, tolerance) ? null : line;
}

/**
 * The minute a line passes a limit; `share` is the place among the scattered values that is followed: 0.5 the typical
 * minute, 0.9 the high ones. `null` when the slope never gets there.
 */
export function crossingOf(
  points: readonly TimedValue[],
  slope: number,
  { share, limit }: { share: number; limit: number },
): EpochMinute | null {
  const last = points.at(-1);
  if (!last) return null;
  const missing = limit - quantileOf(levelsAt(points, slope, last[0]), share);
  if (missing <= 0) return last[0];
  return slope > 0 ? last[0] + Math.ceil(missing / slope - 1e-9) : null;
}
