import { StatementError } from '../../aws/aws-error';
import { CLOCK_SKEW_MINUTES } from '../../lib/core/vocabulary/cadence';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, toIso, toMinute } from '../../lib/core/vocabulary/time';

/** The clock of a run: the event's time, or the machine's when the event carries none. */
export interface Tick {
  readonly now: EpochMinute;
  /** Why the machine's clock had to serve; `null` when the event's did. */
  readonly complaint: string | null;
}

/** The minute of an event's time; `null`: it is none that has been, as its year before 1970 or its text say. */
function minuteOf(time: unknown): EpochMinute | null {
  if (typeof time !== 'string' || !Number.isFinite(Date.parse(time))) return null;
  const minute = toMinute(time);
  return minute >= 0 ? minute : null;
}

/**
 * Reads the clock from an event `{ time: ISO }`, so that a re-run of the event gives the same answer.
 * @throws StatementError for a time that has not come: all that comes before it would then count as evaluated.
 */
export function readTick(event: unknown, machineTime: number): Tick {
  const time = typeof event === 'object' && event !== null ? (event as { time?: unknown }).time : undefined;
  const minute = minuteOf(time);
  const machineNow = toMinute(machineTime);
  if (minute !== null && minute > machineNow + CLOCK_SKEW_MINUTES) {
    throw new StatementError(toStatement('eventAhead', `${time}`, toIso(machineNow), `${CLOCK_SKEW_MINUTES}`));
  }
  if (minute !== null) return { now: minute, complaint: null };
  const got = time === undefined ? 'no time' : `the time ${JSON.stringify(time)}`;
  return {
    now: machineNow,
    complaint: `the event carries ${got}; an ISO time such as 2026-10-14T14:32:00Z is needed, the machine's clock serves instead`,
  };
}
