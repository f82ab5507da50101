import { packedBytes } from '../../aws/stored-item';
import { keepLines, toHeldUpMessage } from '../../lib/core/messages/held-up';
import type { MessageOrigin } from '../../lib/core/messages/links';
import { toPlainMessage } from '../../lib/core/messages/mail';
import { foldBodies } from '../../lib/core/messages/protocols';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import { countFindings } from './count-findings';
import { isTold, type OutboxEntry, withRefused } from './entry';

/** Source of what is told of an outbox that was full. */
const FULL_SOURCE = 'outbox:full';

/**
 * What the outbox may take of the state's item, packed as it is: DynamoDB takes 400 KB, and alerts and series need theirs.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html (read 2026-11)
 */
export const OUTBOX_BYTES = 150_000;

/** Room for the message that tells of what did not fit. */
const HELD_UP_BYTES = 15_000;

function fold(entry: OutboxEntry): OutboxEntry {
  const alert = { ...entry.alert, message: foldBodies(entry.alert.message) };
  const owners = entry.owners?.map((owner) => ({
    ...owner,
    alert: { ...owner.alert, message: foldBodies(owner.alert.message) },
  }));
  return { ...entry, alert, ...(owners ? { owners } : {}) };
}

type Setting = Pick<PollerConfig, 'places' | 'language'>;

/** An entry that alone is too large: owners are told in short, and of chat and events nothing is kept, which is told. */
function shrink(entry: OutboxEntry, { places, language }: Setting): OutboxEntry {
  const { events = [], chat = [], owners = [], ...others } = entry;
  const count = events.length + chat.length;
  const left: BlindSpot = { source: FULL_SOURCE, ...toStatement('tooLargeToKeep', entry.id, `${count}`) };
  const toShort = (alert: OutboxEntry['alert']) =>
    toPlainMessage(alert, { at: entry.id, findings: countFindings(alert), places }, wordsOf(language));
  const short = fold({ ...others, owners: owners.map((owner) => ({ ...owner, alert: toShort(owner.alert) })) });
  return count > 0 ? withRefused(short, [left]) : short;
}

function linesOf({ id, alert, heldUp }: OutboxEntry): readonly string[] {
  return heldUp?.lines ?? [`${id} ${alert.subject}`];
}

/** One entry for many, which waits as they did. */
function merge(entries: readonly OutboxEntry[], origin: MessageOrigin, { places, language }: Setting): OutboxEntry[] {
  const untold = entries.filter((entry) => !isTold(entry));
  const [first] = untold;
  const last = untold.at(-1);
  if (!first || !last) return [];
  const from = first.heldUp?.from ?? first.id;
  const count = untold.reduce((sum, { heldUp }) => sum + (heldUp?.count ?? 1), 0);
  const lines = keepLines(untold.flatMap(linesOf));
  const findings = untold.reduce((sum, { alert }) => sum + countFindings(alert), 0);
  const attributes = untold.map(({ alert }) => alert.attributes);
  const told = { lines, count, findings, attributes };
  const alert = toHeldUpMessage(told, { ...origin, at: last.id }, { places, words: wordsOf(language) });
  const full: BlindSpot = { source: FULL_SOURCE, ...toStatement('outboxFull', `${count}`, from, last.id) };
  return [fold({ id: last.id, alert, heldUp: { count, from, lines }, refused: [full] })];
}

/**
 * The outbox as it is saved: each body once, and bounded in bytes. While nobody takes what it holds, the oldest entries
 * become one that tells them in a line each, so that the state can always be saved and the newest are told in full.
 */
export function boundOutbox(
  entries: readonly OutboxEntry[],
  origin: MessageOrigin,
  setting: Setting,
  maxBytes = OUTBOX_BYTES,
): readonly OutboxEntry[] {
  if (entries.length === 0) return entries;
  const folded = entries.map((entry) => (entry.claim ? entry : fold(entry)));
  if (packedBytes(folded) <= maxBytes) return folded;
  const room = maxBytes - HELD_UP_BYTES;
  const fitting = folded.map((entry) => (packedBytes(entry) <= room ? entry : shrink(entry, setting)));
  let from = fitting.length - 1;
  let bytes = packedBytes(fitting[from]);
  for (; from > 0; from--) {
    bytes += packedBytes(fitting[from - 1]);
    if (bytes > room) break;
  }
  return [...merge(fitting.slice(0, from), origin, setting), ...fitting.slice(from)];
}
