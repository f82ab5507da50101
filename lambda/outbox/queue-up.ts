import type { MessageOrigin } from '../../lib/core/messages/incident';
import type { PollerConfig } from '../config';
import { boundOutbox } from './bound';
import { claimEntry, type Speaker } from './claim';
import { numberParts, type OutboxEntry } from './entry';

/** By whom, and from where, entries are to be said. */
export interface Queueing {
  readonly origin: MessageOrigin;
  readonly config: PollerConfig;
  readonly speaker: Speaker;
}

/**
 * An outbox with new entries, as it is saved: bounded, each by a key of its own, and claimed by the save that makes it known, so
 * that no other run can say it between.
 */
export function queueUp(
  outbox: readonly OutboxEntry[],
  fresh: readonly OutboxEntry[],
  { origin, config, speaker }: Queueing,
): readonly OutboxEntry[] {
  return numberParts(boundOutbox([...outbox, ...fresh], origin, config)).map((entry) => claimEntry(entry, speaker));
}
