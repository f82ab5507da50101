import { type EpochMinute, MINUTES_PER_DAY } from '../vocabulary/time';

/** Minutes a local clock would count since its own 1970-01-01T00:00: the epoch minute plus the zone's offset. */
export type LocalMinute = number;

const MINUTE = 60_000;

/** Making a formatter costs far more than using it. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  FORMATTERS.set(timeZone, made);
  return made;
}

/** Whether a text is the IANA name of a time zone; offsets such as `+03:00` are none, for they know no clock change. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(text)) return false;
  try {
    formatterOf(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What the local clock shows. @throws RangeError when the zone is unknown. */
export function toLocal(minute: EpochMinute, timeZone: string): LocalMinute {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(minute * MINUTE)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) / MINUTE;
}

/** The first of the minutes in [low, high] from which on `holds`; `high` must hold, and nothing before one that fails. */
function firstMinute(low: EpochMinute, high: EpochMinute, holds: (minute: EpochMinute) => boolean): EpochMinute {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}

/**
 * The first minute at which the local clock shows `local` or later: of a repeated hour the first pass, and for a time
 * that a clock change leaves out the moment of the change. @throws RangeError when the zone is unknown.
 */
export function fromLocal(local: LocalMinute, timeZone: string): EpochMinute {
  // No zone changes its clock twice in two days, so the offsets a day before and after are the only two possible.
  const offsets = [-MINUTES_PER_DAY, MINUTES_PER_DAY].map((away) => toLocal(local + away, timeZone) - (local + away));
  const candidates = offsets.map((offset) => local - offset).sort((a, b) => a - b);
  const exact = candidates.find((minute) => toLocal(minute, timeZone) === local);
  if (exact !== undefined) return exact;
  const [low = local, high = local] = candidates;
  return firstMinute(low, high, (minute) => toLocal(minute, timeZone) >= local);
}
