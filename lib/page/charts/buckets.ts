import type { HistoryPoint } from '../../core/measure/quota-history';
import type { EpochMinute } from '../../core/vocabulary/time';

/** A time that a chart covers. */
export interface Span {
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
}

/** A part of a span, and the highest of its points; `null`: it has none, which is not 0. */
export interface Bucket extends Span {
  readonly highest: HistoryPoint | null;
}

/** Lengths in minutes that a reader takes in at once. */
const LENGTHS: readonly number[] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 7200, 14_400];

/** The shortest length of which a span has at most so many. */
export function chooseLength({ from, until }: Span, most: number): number {
  return LENGTHS.find((length) => until - from <= length * most) ?? until - from;
}

/** A span cut into parts of one length, the last of which may be shorter. Points outside, or that are no number, are left out. */
export function toBuckets(points: readonly HistoryPoint[], { from, until }: Span, length: number): Bucket[] {
  const highest = new Map<number, HistoryPoint>();
  for (const point of points) {
    if (point.minute < from || point.minute >= until || !Number.isFinite(point.value)) continue;
    const index = Math.floor((point.minute - from) / length);
    const known = highest.get(index);
    if (known === undefined || point.value > known.value) highest.set(index, point);
  }
  return Array.from({ length: Math.ceil((until - from) / length) }, (_, index) => ({
    from: from + index * length,
    until: Math.min(until, from + (index + 1) * length),
    highest: highest.get(index) ?? null,
  }));
}
