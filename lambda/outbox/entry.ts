import type { ChatNotification } from '../../lib/core/messages/chat';
import type { AlertEventEntry } from '../../lib/core/messages/event';
import type { AlertMessage } from '../../lib/core/messages/mail';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { OUTBOX_LIFETIME_MINUTES } from '../../lib/core/vocabulary/cadence';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';

/**
 * What must be said of one run, rendered. Each channel leaves here what it has not taken yet, so that one that fails
 * repeats nothing of another; the entry goes when nothing is left.
 */
export interface OutboxEntry {
  /** ISO time in UTC of the run's clock. */
  readonly id: string;
  /** Which of the entries of that run, that there may be an alert and a digest of. Absent: the first. */
  readonly part?: number;
  readonly alert: AlertMessage;
  /** The mail is out, and another channel still waits. Absent, as in entries of older versions: it is not. */
  readonly isMailed?: boolean;
  /** Absent: nothing for the chat. */
  readonly chat?: readonly ChatNotification[];
  /** Absent: nothing for EventBridge. */
  readonly events?: readonly AlertEventEntry[];
  /** The run that says it, and until when (milliseconds since 1970, by the machine's clock). Absent: none does. */
  readonly claim?: { readonly by: string; readonly until: number };
  /** Topics of owners that are still to be told. Absent: none. */
  readonly owners?: readonly OwnerMail[];
  /** Rounds in which the mail was refused for good, in short as well. Absent: none. */
  readonly refusals?: number;
  /** What was refused for good, told for as long as an entry lives. Absent: nothing. */
  readonly refused?: readonly BlindSpot[];
  /** The messages for which this one stands. Absent: it stands for itself. */
  readonly heldUp?: { readonly count: number; readonly from: string; readonly lines: readonly string[] };
}

/** What tells an entry from all others of an outbox. */
export function entryKeyOf({ id, part = 0 }: OutboxEntry): string {
  return `${id}#${part}`;
}

/** The entries, none of which has the key of another: the later ones of a run are numbered. */
export function numberParts(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const keys = new Set<string>();
  return entries.map((entry) => {
    let numbered = entry;
    for (let part = 1; keys.has(entryKeyOf(numbered)); part++) numbered = { ...entry, part };
    keys.add(entryKeyOf(numbered));
    return numbered;
  });
}

/** Whether every channel has taken its part, or will never. */
export function isTold({ isMailed = false, chat = [], events = [], owners = [] }: OutboxEntry): boolean {
  return isMailed && [chat, events, owners].every(({ length }) => length === 0);
}

/** Whether nothing keeps an entry: nobody waits for it, and no refusal of it is still to be told. */
export function isSaid(entry: OutboxEntry): boolean {
  return isTold(entry) && (entry.refused ?? []).length === 0;
}

/** Whether all but the mail of an entry are too old to be news. */
export function isStale({ id }: OutboxEntry, now: EpochMinute): boolean {
  return now - toMinute(id) > OUTBOX_LIFETIME_MINUTES;
}

/** What an owner's topic is told: its own findings only. */
export interface OwnerMail {
  readonly topicArn: string;
  readonly alert: AlertMessage;
  /** As {@link OutboxEntry.refusals}. */
  readonly refusals?: number;
}

/** Notes kept of one entry: what more there are say nothing new. */
const MOST_NOTES = 5;

/** The entry with what is to be told of its refusals, which live as long as it does. */
export function withRefused(entry: OutboxEntry, notes: readonly BlindSpot[]): OutboxEntry {
  return { ...entry, refused: [...(entry.refused ?? []), ...notes].slice(0, MOST_NOTES) };
}
