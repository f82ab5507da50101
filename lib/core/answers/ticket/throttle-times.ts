import type { TrafficMinute } from '../../traffic/model-traffic';
import { type EpochMinute, utcMidnight } from '../../vocabulary/time';

/** When calls were throttled. */
export interface ThrottleTimes {
  readonly firstAt: EpochMinute;
  readonly lastAt: EpochMinute;
  /** UTC days with throttles by their midnight, in order. */
  readonly days: readonly { readonly day: EpochMinute; readonly calls: number }[];
  /** Hours of the UTC day with throttles, the worst first. */
  readonly hours: readonly { readonly hour: number; readonly calls: number }[];
}

function sumBy(minutes: readonly TrafficMinute[], keyOf: (minute: EpochMinute) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { minute, throttles } of minutes) sums.set(keyOf(minute), (sums.get(keyOf(minute)) ?? 0) + throttles);
  return sums;
}

/** The times of the throttles in some minutes, which ascend; `null`: there were none. */
export function throttleTimesOf(minutes: readonly TrafficMinute[]): ThrottleTimes | null {
  const throttled = minutes.filter(({ throttles }) => throttles > 0);
  const [first, last] = [throttled[0], throttled.at(-1)];
  if (!first || !last) return null;
  const hours = sumBy(throttled, (minute) => Math.floor((minute - utcMidnight(minute)) / 60));
  return {
    firstAt: first.minute,
    lastAt: last.minute,
    days: [...sumBy(throttled, utcMidnight)].map(([day, calls]) => ({ day, calls })),
    hours: [...hours].map(([hour, calls]) => ({ hour, calls })).sort((a, b) => b.calls - a.calls || a.hour - b.hour),
  };
}
