import { MINUTES_PER_DAY } from './time';

/** Minutes without an evaluation after which numbers are called old: evaluations come at least every five. */
export const STALE_AFTER_MINUTES = 15;

/** Late points are waited for this long: a read covers everything since the last one and this much before. */
export const LATE_POINT_GRACE_MINUTES = 15;

/** How long minutes are kept: a day for the rolling reading, and the grace for late points. */
export const HISTORY_MINUTES = MINUTES_PER_DAY + LATE_POINT_GRACE_MINUTES;

/** The clock evaluates at least every 5 minutes; longer than this and runs were missed, as the alarm NotRunning has it. */
export const MISSED_AFTER_MINUTES = 10;

/**
 * Ticks at which an evaluation is made even when nothing was read, and the longest without one: recoveries and reminders
 * need it, and so does the word that runs were missed.
 */
export const QUIET_EVALUATION_MINUTES = 5;
