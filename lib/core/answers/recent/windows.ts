import { setKindOf } from '../../traffic/dimension-sets';
import type { ModelSeries } from '../../vocabulary/series';
import type { EpochMinute } from '../../vocabulary/time';

/** A time. */
export interface TimeWindow {
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
}

/** CloudWatch and CloudTrail may put one call into two minutes: one on either side is looked at too. */
const MARGIN_MINUTES = 1;

/** Quiet minutes between two windows up to which they are one: each window costs a call for every operation. */
const LARGEST_GAP_MINUTES = 5;

/** Whether a series counts what the runtime refuses to callers; calls that agents make are theirs. */
function isOfRuntime(series: ModelSeries): boolean {
  return series.endpoint === 'runtime' && setKindOf(series) !== 'agents';
}

/**
 * The times, newest first, in which CloudWatch shows throttled calls or client errors: AWS counts refusals in the one or the
 * other. Refused calls that no metric shows are in none of them.
 */
export function findWindows(series: readonly ModelSeries[], { from, until }: TimeWindow): TimeWindow[] {
  const minutes = series
    .filter(isOfRuntime)
    .flatMap((one) => one.minutes)
    .filter(({ throttles, clientErrors }) => throttles > 0 || clientErrors > 0)
    .map(({ minute }) => minute)
    .filter((minute) => minute >= from && minute < until);
  const windows: TimeWindow[] = [];
  for (const minute of minutes.sort((a, b) => a - b)) {
    const fresh = {
      from: Math.max(from, minute - MARGIN_MINUTES),
      until: Math.min(until, minute + 1 + MARGIN_MINUTES),
    };
    const last = windows.at(-1);
    if (last && fresh.from - last.until <= LARGEST_GAP_MINUTES) {
      windows[windows.length - 1] = { ...last, until: fresh.until };
    } else windows.push(fresh);
  }
  return windows.reverse();
}
