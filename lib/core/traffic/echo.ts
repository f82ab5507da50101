import {
  CATCH_UP_MINUTES,
  ECHO_INTERVAL_MINUTES,
  LATE_AFTER_MINUTES,
  LATE_POINT_GRACE_MINUTES,
} from '../vocabulary/cadence';
import { type EpochMinute, MINUTES_PER_DAY } from '../vocabulary/time';

/** More points than this are not awaited at once: the oldest ones tell. */
const MOST_AWAITED = 60;

/** CloudWatch is late: the proof. */
export interface Lateness {
  /** The first own point that CloudWatch accepted and did not show. */
  readonly since: EpochMinute;
  /** When it was looked for and not found. */
  readonly foundAt: EpochMinute;
}

/** What the watchdog knows of its own points: the sign that tells a CloudWatch that is late from an account that is quiet. */
export interface Echo {
  /** Own points that CloudWatch accepted and that have not been seen, ascending; none more while it is late. */
  readonly awaited: readonly EpochMinute[];
  /** The last look; `null` before the first. */
  readonly readAt: EpochMinute | null;
  /** `null`: not late, as far as is known. */
  readonly late: Lateness | null;
  /** A lateness that is over, whose points may come still. */
  readonly catchUp: { readonly from: EpochMinute; readonly until: EpochMinute } | null;
}

/** The echo of a watchdog that never put a point. */
export const NO_ECHO: Echo = { awaited: [], readAt: null, late: null, catchUp: null };

/** Takes note of an own point that CloudWatch accepted. */
export function awaitPoint(echo: Echo, accepted: EpochMinute): Echo {
  const newest = echo.awaited.at(-1);
  const isKnown = newest !== undefined && newest >= accepted;
  if (echo.late || isKnown || echo.awaited.length >= MOST_AWAITED) return echo;
  return { ...echo, awaited: [...echo.awaited, accepted] };
}

/** The first minute to look for own points in at this tick; `null`: it is not time to look, or there is nothing to learn. */
export function echoReadFrom({ awaited, readAt, late }: Echo, now: EpochMinute): EpochMinute | null {
  if (readAt !== null && now - readAt < ECHO_INTERVAL_MINUTES) return null;
  const oldest = late?.since ?? awaited[0];
  if (oldest === undefined || now - oldest < LATE_AFTER_MINUTES) return null;
  return Math.max(oldest, now - MINUTES_PER_DAY);
}

/**
 * What is known after a look. Late is claimed by a point that was accepted, is old enough and does not show, nor any newer
 * one: a single lost point proves nothing. It is over when an own point shows that is not late: that points of the past
 * have come by now says nothing of the present.
 * @param newest the newest own point that shows; `null`: none of those looked for.
 */
export function hearEcho(echo: Echo, { now, newest }: { now: EpochMinute; newest: EpochMinute | null }): Echo {
  if (echo.late) {
    if (newest === null || now - newest > LATE_AFTER_MINUTES) return { ...echo, readAt: now };
    const from = lackingFrom(echo, now) ?? now;
    return { awaited: [], readAt: now, late: null, catchUp: { from, until: now + CATCH_UP_MINUTES } };
  }
  const awaited = echo.awaited.filter((point) => point > (newest ?? 0) && now - point <= MINUTES_PER_DAY);
  const [since] = awaited;
  if (since === undefined || now - since < LATE_AFTER_MINUTES) return { ...echo, awaited, readAt: now };
  return { ...echo, awaited: [], readAt: now, late: { since, foundAt: now } };
}

/**
 * While CloudWatch is late, and for the hour after: the first minute that may still lack points, a day back at most.
 * `null`: what regular reads cover is enough.
 */
export function lackingFrom({ late, catchUp }: Echo, now: EpochMinute): EpochMinute | null {
  const isCatchingUp = catchUp !== null && now < catchUp.until;
  const starts = [...(late ? [late.since - LATE_POINT_GRACE_MINUTES] : []), ...(isCatchingUp ? [catchUp.from] : [])];
  return starts.length === 0 ? null : Math.max(now - MINUTES_PER_DAY, Math.min(...starts));
}
