import { MINUTES_PER_DAY } from '../../vocabulary/time';
import type { SeenDay } from './expected-day';
import type { DayCounts } from './monthly-amounts';

/** SQS gives and takes at most this many messages a call. */
const MESSAGES_PER_CALL = 10;

/** Calls that the poller has under way at once when many messages wait; each ends by one that brings nothing. */
const CALLS_AT_ONCE = 10;

/** What a run with messages saved beside all else in benchmark `bill`, as counted on 2026-11-27: 1,184 units in 128 runs. */
const WRITE_UNITS_PER_RUN = 1_184 / 128;

/** Receives of a run by the messages that wait. */
function receivesOf(messages: number): number {
  if (messages === 0) return 1;
  return messages < MESSAGES_PER_CALL ? 2 : Math.ceil(messages / MESSAGES_PER_CALL) + CALLS_AT_ONCE;
}

/** Throttled calls by minute of the day before a time; minutes without any are left out. */
function throttlesByMinute({ series, until }: Pick<SeenDay, 'series' | 'until'>): number[] {
  const sums = new Map<number, number>();
  for (const { minutes } of series) {
    for (const { minute, throttles } of minutes) {
      if (throttles > 0 && minute >= until - MINUTES_PER_DAY && minute < until)
        sums.set(minute, (sums.get(minute) ?? 0) + throttles);
    }
  }
  return [...sums.values()];
}

/**
 * A day with evidence of refusals beside: each throttled call of the last day as a message, read a minute at a time. A lower
 * bound in what is refused, for no metric counts calls without access or of a legacy model.
 */
export function addRefusals(day: DayCounts, seen: Pick<SeenDay, 'series' | 'until'>): DayCounts {
  const refused = throttlesByMinute(seen);
  const sum = (pick: (messages: number) => number) => refused.reduce((total, messages) => total + pick(messages), 0);
  const calls = new Map([
    ...day.calls,
    ['sqs:SendMessage', sum((messages) => messages)],
    ['sqs:ReceiveMessage', day.ticks - refused.length + sum(receivesOf)],
    ['sqs:DeleteMessageBatch', sum((messages) => Math.ceil(messages / MESSAGES_PER_CALL))],
    ['dynamodb:WriteUnits', (day.calls.get('dynamodb:WriteUnits') ?? 0) + refused.length * WRITE_UNITS_PER_RUN],
  ]);
  return { ...day, calls };
}
