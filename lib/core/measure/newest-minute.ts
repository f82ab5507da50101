import type { Caller, ModelTraffic } from '../traffic/model-traffic';
import { sumMinutes } from '../traffic/sum-traffic';
import { LATE_POINT_GRACE_MINUTES, POINT_DELAY_MINUTES } from '../vocabulary/cadence';
import type { MeasuredUsageNow } from '../vocabulary/finding';
import { minutesBetween, minutesFrom } from '../vocabulary/minute-list';
import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/time';
import { minuteProvenanceOf, minuteValueOf } from './minute-value';

/** What a quota was spent by in one minute. */
export type NewestMinute = Pick<MeasuredUsageNow, 'value' | 'at' | 'provenance'>;

/** Who counts: callers of the look-back, and those of whom it is not known. */
function callersOf(traffic: readonly ModelTraffic[]): Caller[] {
  return traffic.flatMap(({ callers, lookFrom }) =>
    callers.filter(({ minutes, readUntil }) => readUntil === null || minutesFrom(minutes, lookFrom).length > 0),
  );
}

/**
 * What a per-minute quota is spent by now. Points show up to {@link POINT_DELAY_MINUTES} after their minute, so of the two
 * newest minutes one counts only when every id that calls lately has a point in it: a sum that lacks one would read as a
 * fall. Else it is the minute before them, 0 without a point. At 14:33 that is 14:32 or 14:31 when they are whole, else 14:30.
 * `null`: a series was not read, or not for so long that its minute is not now.
 */
export function findNewestMinute(
  quota: MappedQuota,
  traffic: readonly ModelTraffic[],
  now: EpochMinute,
): NewestMinute | null {
  const callers = callersOf(traffic);
  if (callers.some(({ readUntil }) => readUntil === null)) return null;
  const until = Math.min(now, ...callers.map(({ readUntil }) => readUntil ?? now));
  if (until < now - LATE_POINT_GRACE_MINUTES) return null;
  const settled = until - 1 - POINT_DELAY_MINUTES;
  const latest = callers
    .map(({ minutes }) =>
      minutesBetween(minutes, settled - POINT_DELAY_MINUTES, until).filter((one) => minuteValueOf(quota, one) > 0),
    )
    .filter((minutes) => minutes.length > 0);
  const isWhole = (at: EpochMinute) => latest.every((minutes) => minutes.some(({ minute }) => minute === at));
  let at = until - 1;
  while (at > settled && (latest.length === 0 || !isWhole(at))) at--;
  const [sum] = sumMinutes(callers.map(({ minutes }) => minutesBetween(minutes, at, at + 1)));
  if (!sum) return { value: 0, at, provenance: 'native' };
  return { value: minuteValueOf(quota, sum), at, provenance: minuteProvenanceOf(quota, sum) };
}
