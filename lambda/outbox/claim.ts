import { isTold, type OutboxEntry } from './entry';

/** A run that speaks. */
export interface Speaker {
  /** Of its own, whatever else is the same. */
  readonly id: string;
  /** The machine's clock when it began; milliseconds since 1970. */
  readonly startedAt: number;
  /** When Lambda ends it at the latest: what it claims is its own until then. */
  readonly endsAt: number;
}

/** Whether another run that may live still says an entry. */
export function isOfOther({ claim }: OutboxEntry, { id, startedAt }: Speaker): boolean {
  return claim !== undefined && claim.by !== id && claim.until > startedAt;
}

/** Whether a run has claimed an entry. */
export function isOwn({ claim }: OutboxEntry, { id }: Speaker): boolean {
  return claim?.by === id;
}

/**
 * The entry as claimed by a run; the very same where another has it. A claim counts once it was saved under the condition
 * that nobody else saved: of runs at the same time one says an entry. One that dies leaves it to those that begin after its
 * end, and at most the call it was at comes again.
 */
export function claimEntry(entry: OutboxEntry, speaker: Speaker): OutboxEntry {
  if (isTold(entry) || isOfOther(entry, speaker) || isOwn(entry, speaker)) return entry;
  return { ...entry, claim: { by: speaker.id, until: speaker.endsAt } };
}

/** The entry for whoever comes next. */
export function releaseEntry({ claim: _, ...entry }: OutboxEntry): OutboxEntry {
  return entry;
}
