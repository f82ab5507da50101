import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';
import { isTold, type OutboxEntry } from './entry';

/** The action that owners' topics fail by. */
const ACTION = 'sns:Publish';

/** What is told of the outbox itself: what was refused for good, and what was told in a line each. */
export function findRefused(outbox: readonly OutboxEntry[]): BlindSpot[] {
  return outbox.flatMap(({ refused = [] }) => refused);
}

/** Owners that did not take what earlier runs had to say: nobody else would tell them. */
export function findUnheardOwners(outbox: readonly OutboxEntry[]): BlindSpot[] {
  const since = new Map<string, string>();
  for (const { id, owners = [] } of outbox)
    for (const { topicArn } of owners) if (!since.has(topicArn)) since.set(topicArn, id);
  return [...since].map(([topicArn, id]) => ({
    source: `${ACTION} ${topicArn}`,
    ...toStatement('ownerUntold', ACTION, topicArn, id),
  }));
}

/** Messages that wait: of how many runs, and of the oldest its time. */
export interface Waiting {
  readonly count: number;
  readonly since: EpochMinute;
}

/** What some channel has not taken yet; `null`: nothing waits. */
export function findWaiting(outbox: readonly OutboxEntry[]): Waiting | null {
  const times = outbox.filter((entry) => !isTold(entry)).map(({ id }) => toMinute(id));
  return times.length === 0 ? null : { count: times.length, since: times.reduce((one, other) => Math.min(one, other)) };
}
