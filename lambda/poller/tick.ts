import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';

/** The clock of a run: the event's time, or the machine's when the event carries none. */
export interface Tick {
  readonly now: EpochMinute;
  /** Why the machine's clock had to serve; `null` when the event's did. */
  readonly complaint: string | null;
}

/** Reads the clock from an event `{ time: ISO }`, so that a re-run of the event gives the same answer. */
export function readTick(event: unknown, machineTime: number): Tick {
  const time = typeof event === 'object' && event !== null ? (event as { time?: unknown }).time : undefined;
  if (typeof time === 'string' && Number.isFinite(Date.parse(time))) return { now: toMinute(time), complaint: null };
  const got = time === undefined ? 'no time' : `the time ${JSON.stringify(time)}`;
  return {
    now: toMinute(machineTime),
    complaint: `the event carries ${got}; an ISO time such as 2026-10-14T14:32:00Z is needed, the machine's clock serves instead`,
  };
}
