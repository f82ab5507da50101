import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';

const ISO_TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(?:[Zz]|([+-]\d\d):?(\d\d)?)$/;

/** The minute of an ISO time with any offset, seconds floored; `null` when it is none, or no day of the calendar. */
export function readMinute(text: string): EpochMinute | null {
  const match = ISO_TIME.exec(text.trim());
  if (!match) return null;
  const [, day = '', clock = '', seconds = '', hours = '+00', minutes = '00'] = match;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // JavaScript reads 30 February as 2 March.
  if (!Number.isFinite(midnight) || !new Date(midnight).toISOString().startsWith(day)) return null;
  const time = Date.parse(`${day}T${clock}${seconds}${hours}:${minutes}`);
  return Number.isFinite(time) ? toMinute(time) : null;
}
