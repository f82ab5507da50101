/** Minutes of a day; both day readings span at most this many. */
export const MINUTES_PER_DAY = 1440;

const MILLISECONDS_PER_MINUTE = 60_000;

/** 9999-12-31T23:59Z: later times have no ISO text of four digits of year. */
export const LAST_MINUTE = 4_223_371_679;

/** The minute that contains an ISO time or a count of milliseconds since 1970. @throws RangeError when it is no time. */
export function toMinute(time: string | number): EpochMinute {
  const milliseconds = typeof time === 'number' ? time : Date.parse(time);
  if (!Number.isFinite(milliseconds)) throw new RangeError(`not a time: ${JSON.stringify(time)}`);
  return Math.floor(milliseconds / MILLISECONDS_PER_MINUTE);
}

/** The start of a minute as an ISO time in UTC without fractions: `2026-10-14T14:32:00Z`. */
export function toIso(minute: EpochMinute): string {
  return new Date(minute * MILLISECONDS_PER_MINUTE).toISOString().replace('.000Z', 'Z');
}

/** The minute of the last UTC midnight at or before `minute`. */
export function utcMidnight(minute: EpochMinute): EpochMinute {
  return minute - (((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY);
}

/** `14:32`, in UTC. */
export function toClock(minute: EpochMinute): string {
  return toIso(minute).slice(11, 16);
}

/** `14:32 UTC`, or `2026-10-14 14:32 UTC` when it is another day than `today`. */
export function toSpokenTime(minute: EpochMinute, today: EpochMinute): string {
  const date = utcMidnight(minute) === utcMidnight(today) ? '' : `${toIso(minute).slice(0, 10)} `;
  return `${date}${toClock(minute)} UTC`;
}

/** Minutes since 1970-01-01T00:00Z. A minute is named by its start, as CloudWatch does. */
export type EpochMinute = number;
