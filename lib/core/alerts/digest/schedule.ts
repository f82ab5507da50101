import { localMidnight, toMinuteOfDay, weekdayOf } from '../../rules/quiet-hours';
import type { AlertRules, DigestRule } from '../../rules/rules';
import { fromLocal, toLocal } from '../../rules/zoned-time';
import { type EpochMinute, MINUTES_PER_DAY } from '../../vocabulary/time';

/** The last time the digest was to be sent, `now` included. */
function latestDue({ every, at, on, timeZone }: DigestRule, now: EpochMinute): EpochMinute {
  let midnight = localMidnight(toLocal(now, timeZone));
  for (;;) {
    const due = fromLocal(midnight + toMinuteOfDay(at), timeZone);
    if (due <= now && (every === 'day' || on === undefined || weekdayOf(midnight) === on)) return due;
    midnight -= MINUTES_PER_DAY;
  }
}

/**
 * Whether a digest is to be sent now: its time has come since the last one. A missed digest is due once, not once a
 * day missed. `lastDigestAt` `null`: none was ever sent, so the first is due at once. Quiet hours do not hold it back.
 */
export function isDigestDue(rules: AlertRules, lastDigestAt: EpochMinute | null, now: EpochMinute): boolean {
  if (!rules.digest) return false;
  return lastDigestAt === null || lastDigestAt < latestDue(rules.digest, now);
}
