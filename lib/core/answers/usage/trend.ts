import { type EpochMinute, MINUTES_PER_DAY } from '../../vocabulary/time';
import { quantileOf } from './spread';

/** A value of a whole UTC day. */
export interface DayValue {
  /** Midnight the day begins with. */
  readonly day: EpochMinute;
  readonly value: number;
}

/** Whether values of days grow, and by how much. */
export interface Growth {
  /** In the unit of the values; the median of the slopes between any two days. */
  readonly perDay: number;
  /** The value of a day that the line gives. */
  readonly valueOn: (day: EpochMinute) => number;
}

/** Fewer days show no trend. */
const FEWEST_DAYS = 5;

/** Normal deviate above which days grow by more than chance, one-sided 5 %. */
const SURE = 1.645;

/**
 * The growth of days by the slope of Theil and Sen, which single days do not bend; `null` where the test of Mann and Kendall
 * finds none, or of fewer than five days.
 */
export function findGrowth(days: readonly DayValue[]): Growth | null {
  const count = days.length;
  if (count < FEWEST_DAYS) return null;
  const slopes: number[] = [];
  let rises = 0;
  days.forEach((one, index) => {
    for (const later of days.slice(index + 1)) {
      slopes.push(((later.value - one.value) / (later.day - one.day)) * MINUTES_PER_DAY);
      rises += Math.sign(later.value - one.value);
    }
  });
  const deviation = Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  // One less, for the count of rises goes in steps.
  if ((rises - 1) / deviation < SURE) return null;
  const perDay = quantileOf(
    slopes.sort((a, b) => a - b),
    0.5,
  );
  const offsets = days.map(({ day, value }) => value - (perDay * day) / MINUTES_PER_DAY).sort((a, b) => a - b);
  const offset = quantileOf(offsets, 0.5);
  return perDay > 0 ? { perDay, valueOn: (day) => offset + (perDay * day) / MINUTES_PER_DAY } : null;
}

/** Later than this no growth is carried on. */
const FURTHEST_DAYS = 365;

/** The day on which growth meets a limit; `null`: not within a year, or there is no growth. */
export function dayOfLimit(growth: Growth | null, limit: number, today: EpochMinute): EpochMinute | null {
  if (!growth || limit <= 0) return null;
  const left = Math.ceil((limit - growth.valueOn(today)) / growth.perDay);
  return left <= FURTHEST_DAYS ? today + Math.max(0, left) * MINUTES_PER_DAY : null;
}
