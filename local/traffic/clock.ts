/** The simulated clock: nothing in the local account asks the machine for the time of its data. */
export interface SimulatedClock {
  now(): Date;
  /** Sets the time; it may go back, as a replayed event's time does. */
  set(now: Date): void;
}

/** Starts a clock. @param onSet told of each time that is set, milliseconds since 1970. @throws RangeError for an invalid date. */
export function createClock(start: Date, onSet?: (now: number) => void): SimulatedClock {
  let current = start.getTime();
  if (!Number.isFinite(current)) throw new RangeError('the local account needs a valid time to start at');
  return {
    now: () => new Date(current),
    set: (now) => {
      if (!Number.isFinite(now.getTime())) throw new RangeError('the simulated clock takes valid times only');
      current = now.getTime();
      onSet?.(current);
    },
  };
}
