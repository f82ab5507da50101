import type { EpochMinute } from '../vocabulary/time';
import type { DayReading } from './day-reading';

/** What a forecast rests on. */
export type ForecastBasis =
  /** The straight rise of so many minutes. */
  | { readonly kind: 'rise'; readonly minutes: number }
  | { readonly kind: 'lastHour' }
  /**
   * The course of earlier days at today's level. `level`: today's traffic ÷ that of the earlier days at the same hours;
   * `isSurge`: the last hour was far above those days, so its pace is taken to go on.
   */
  | { readonly kind: 'profile'; readonly days: number; readonly level: number; readonly isSurge: boolean };

/** When a limit is reached if what is seen goes on. */
export type Forecast =
  | { readonly kind: 'exhausted'; readonly at: EpochMinute }
  | {
      readonly kind: 'exhausts';
      readonly at: EpochMinute;
      /** The band, `earliest` ≤ `at` ≤ `latest`; `latest` is `null` when it may not be reached within the horizon. */
      readonly earliest: EpochMinute;
      readonly latest: EpochMinute | null;
      /** Per-minute limits: how much more each minute. Daily limits: mean traffic a minute until `at`. */
      readonly pacePerMinute: number;
      readonly basis: ForecastBasis;
      /** The day readings by which it is reached at `at`; empty for a per-minute limit. */
      readonly readings: readonly DayReading['window'][];
    }
  | {
      readonly kind: 'lasts';
      /** When it is reached if the worst case of the band comes; `null` when it lasts then too. */
      readonly earliest: EpochMinute | null;
      readonly basis: ForecastBasis | null;
    }
  | { readonly kind: 'insufficientData'; readonly reason: string };

/** Newest points come one or two minutes late: a minute counts as complete when so many minutes came after it. */
export const LATE_MINUTES = 2;
