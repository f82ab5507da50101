/** How often things are read, judged and told late. Each stands here once, with its reason; stack, Lambda and domain use it. */
import { MINUTES_PER_DAY } from './time';

/** The schedule's tick: a minute is the finest that CloudWatch counts, and that quotas are limited by. */
export const TICK_MINUTES = 1;

/**
 * Ticks at which an evaluation is made even when nothing was read, and the longest without one: recoveries and reminders
 * need it, and so does the word that runs were missed. The own metrics have a point in each such period.
 */
export const QUIET_EVALUATION_MINUTES = 5;

/** Which series are active is asked this often: `ListMetrics` is a call a page, and a new model is no emergency. */
export const LISTING_INTERVAL_MINUTES = 5;

/** Rules are read this often: people change them by hand and wait for what happens. */
export const RULES_REFRESH_MINUTES = 5;

/** Quotas, models and profiles are read this often: they change in hours, and take 12 pages and more. */
export const CATALOG_REFRESH_MINUTES = 60;

/** So soon again when a part of them could not be read. */
export const CATALOG_RETRY_MINUTES = 5;

/** A point shows so long after its minute has ended, as a rule. Source: AWS, "1-2 minutes" for Bedrock's metrics, 2026-10. */
export const POINT_DELAY_MINUTES = 2;

/** Late points are waited for this long: a read covers everything since the last one and this much before. */
export const LATE_POINT_GRACE_MINUTES = 15;

/** How long minutes are kept: a day for the rolling reading, and the grace for late points. */
export const HISTORY_MINUTES = MINUTES_PER_DAY + LATE_POINT_GRACE_MINUTES;

/**
 * An accepted own point that does not show after so many minutes is late. A custom metric shows within two minutes as a
 * rule, a tick may be delivered ten minutes after its time, and what is late by less is read by any regular read.
 */
export const LATE_AFTER_MINUTES = LATE_POINT_GRACE_MINUTES;

/**
 * At least so many minutes are between two looks for own points. While all is well it is about {@link LATE_AFTER_MINUTES}:
 * a point is not looked for before it is old enough to be late, and then what is newer shows too.
 */
export const ECHO_INTERVAL_MINUTES = QUIET_EVALUATION_MINUTES;

/** So long after CloudWatch is on time again, points of the time before are still looked for. */
export const CATCH_UP_MINUTES = 60;

/** Scheduler delivers a tick within this time or not at all; as long without a run is silence. */
export const SILENCE_MINUTES = 10;

/** Longer without an evaluation than a silence explains, and runs were missed. */
export const MISSED_AFTER_MINUTES = SILENCE_MINUTES;

/** A failed read is no news when the next ones succeed: it is told when it lasts as long as a silence. */
export const BLIND_BEFORE_TOLD_MINUTES = SILENCE_MINUTES;

/** Minutes without an evaluation after which numbers are called old: three evaluations were due. */
export const STALE_AFTER_MINUTES = 3 * QUIET_EVALUATION_MINUTES;

/** A list of increase requests older than this is called old: the catalog's last reading, and the one before, have failed. */
export const REQUESTS_STALE_MINUTES = 1.5 * CATALOG_REFRESH_MINUTES;

/** Headroom in the published limits changes at most this often: a parameter is no metric. */
export const LIMITS_HEADROOM_MINUTES = QUIET_EVALUATION_MINUTES;

/** The limits are published this often even when they say the same, so that readers can tell that they still hold. */
export const LIMITS_REPUBLISH_MINUTES = 60;

/** Published limits older than this are old: one publication was due, and three evaluations since. */
export const LIMITS_STALE_MINUTES = LIMITS_REPUBLISH_MINUTES + STALE_AFTER_MINUTES;

/**
 * Chat, events and owners are given up after this long: a bus or topic that is gone must not fill the state, which would end
 * the mails too. The mail itself is never given up.
 */
export const OUTBOX_LIFETIME_MINUTES = MINUTES_PER_DAY;

/** Two clocks that are both right differ by less: what is further ahead has not been. */
export const CLOCK_SKEW_MINUTES = 5;
