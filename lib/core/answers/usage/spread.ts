import type { EpochMinute } from '../../vocabulary/time';

/** How values are spread; in their unit. */
export interface Spread {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly peak: number;
  /** The first minute of the peak. */
  readonly peakAt: EpochMinute;
}

/** A value of a minute. */
export type MinuteValue = readonly [minute: EpochMinute, value: number];

/**
 * The value below which a share of sorted values lies, between two neighbours in proportion (as numpy and spreadsheets do it;
 * that of 0.5 is the median). `NaN` of no values.
 * @param share from 0 to 1.
 */
export function quantileOf(ascending: readonly number[], share: number): number {
  const position = (ascending.length - 1) * share;
  const [low, high] = [ascending[Math.floor(position)], ascending[Math.ceil(position)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (position - Math.floor(position));
}

/** The value below which a share of the weight lies; `null` without any weight. */
export function weightedQuantileOf(
  values: readonly { readonly value: number; readonly weight: number }[],
  share: number,
): number | null {
  const sorted = values.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
  const target = sorted.reduce((sum, { weight }) => sum + weight, 0) * share;
  let passed = 0;
  for (const { value, weight } of sorted) {
    passed += weight;
    if (passed >= target) return value;
  }
  return null;
}

/** How the values of some minutes are spread; `null` of none. */
export function spreadOf(values: readonly MinuteValue[]): Spread | null {
  const [first] = values;
  if (!first) return null;
  const sorted = values.map(([, value]) => value).sort((a, b) => a - b);
  const [peakAt, peak] = values.reduce((best, one) => (one[1] > best[1] ? one : best), first);
  const at = (share: number) => quantileOf(sorted, share);
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), peak, peakAt };
}
