import type { Severity } from '../vocabulary/severity';
import { type EpochMinute, MINUTES_PER_DAY } from '../vocabulary/time';
import { type AlertRules, type QuietHours, WEEKDAYS, type Weekday } from './rules';
import { fromLocal, type LocalMinute, toLocal } from './zoned-time';

/** How far ahead the end of quiet is looked for; rules repeat every week. */
const HORIZON_MINUTES = 7 * MINUTES_PER_DAY;

/** Minutes from midnight of a time such as `07:30` or `24:00`. */
export function toMinuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The midnight that begins a local day. */
export function localMidnight(local: LocalMinute): LocalMinute {
  return Math.floor(local / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

/** The day of the week of a local minute. 1970-01-01 was a Thursday, the fourth of the list. */
export function weekdayOf(local: LocalMinute): Weekday {
  const index = (((Math.floor(local / MINUTES_PER_DAY) + 3) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? 'Mon';
}

/** The range that starts on the day of `midnight`, as minutes [from, to); `null` when none starts that day. */
function rangeOf({ days, from, to, timeZone }: QuietHours, midnight: LocalMinute) {
  if (days && !days.includes(weekdayOf(midnight))) return null;
  const start = toMinuteOfDay(from);
  const end = toMinuteOfDay(to);
  return {
    from: fromLocal(midnight + start, timeZone),
    to: fromLocal(midnight + end + (end <= start ? MINUTES_PER_DAY : 0), timeZone),
  };
}

/** The end of the range of one rule that holds `minute`; `null` outside. */
function endOf(hours: QuietHours, minute: EpochMinute): EpochMinute | null {
  const today = localMidnight(toLocal(minute, hours.timeZone));
  const ends = [today - MINUTES_PER_DAY, today]
    .map((midnight) => rangeOf(hours, midnight))
    .filter((range) => range !== null)
    .filter(({ from, to }) => from <= minute && minute < to)
    .map(({ to }) => to);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** The latest end of the ranges that hold `minute`; `null` outside all. */
function latestEnd(rules: AlertRules, minute: EpochMinute): EpochMinute | null {
  const ends = rules.quietHours.map((hours) => endOf(hours, minute)).filter((end) => end !== null);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** Whether a minute is in quiet hours. */
export function isQuiet(rules: AlertRules, now: EpochMinute): boolean {
  return rules.quietHours.some((hours) => endOf(hours, now) !== null);
}

/**
 * The first minute after `now` that is in no quiet hours; `null` when `now` is in none. Quiet that does not end within a
 * week is told as ending in a week.
 */
export function quietUntil(rules: AlertRules, now: EpochMinute): EpochMinute | null {
  const horizon = now + HORIZON_MINUTES;
  let until = latestEnd(rules, now);
  while (until !== null && until < horizon) {
    const next = latestEnd(rules, until);
    if (next === null) return until;
    until = next;
  }
  return until === null ? null : horizon;
}

/** Whether quiet hours keep something of this severity for later. Critical is never held back; `unknown` is. */
export function isHeldBack(rules: AlertRules, severity: Severity, now: EpochMinute): boolean {
  return severity !== 'critical' && isQuiet(rules, now);
}
