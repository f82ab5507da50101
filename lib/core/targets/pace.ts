import { READ_INTERVAL_MINUTES, type Temperature } from '../measure/reading-plan';
import type { EpochMinute } from '../vocabulary/time';
import { phaseOf } from './spread';

/** Minutes between two looks at a target without an active series: CloudWatch lists one within 15 minutes of its first call. */
export const IDLE_MINUTES = 15;

/** Minutes between two tries of a target that cannot be read, and after so many misses those of an idle one. */
const MISSED_MINUTES = 5;
const PATIENT_AFTER_MISSES = 6;

/** Ticks that were missed and are made up: more would only say the same. */
const MADE_UP_MINUTES = 30;

/** The minutes between two looks at a target that was read, by its hottest series. */
export function paceOf(temperatures: readonly Temperature[]): number {
  return Math.min(IDLE_MINUTES, ...temperatures.map((temperature) => READ_INTERVAL_MINUTES[temperature]));
}

/** The minutes between two tries of a target that was missed so many times in a row. */
export function paceOfMissed(misses: number): number {
  return misses > PATIENT_AFTER_MISSES ? IDLE_MINUTES : MISSED_MINUTES;
}

/** A stretch of ticks: those after `since`, up to `now`. */
export interface Ticks {
  /** `null`: there was none before. */
  readonly since: EpochMinute | null;
  readonly now: EpochMinute;
}

/**
 * Whether a target is to be looked at: its minute is among the ticks. A tick that never came is made up by the next one, so
 * no target waits twice as long.
 * @param minutes between two looks; `null`: it was never looked at, and is at once.
 */
export function isTargetDue(targetKey: string, minutes: number | null, { since, now }: Ticks): boolean {
  if (minutes === null) return true;
  const from = Math.max(since === null ? now : since + 1, now - MADE_UP_MINUTES);
  const last = now - ((now - phaseOf(targetKey, minutes)) % minutes);
  return last >= from;
}
