import type { TablePartition } from '../../aws/dynamodb';
import { loadState, saveState, type WatchdogState } from '../memory/state';
import { entryKeyOf, isSaid, type OutboxEntry } from '../outbox/entry';

/** Runs that can save at the same time are few: the schedule's, its repeats, and people's. */
const ATTEMPTS = 5;

/**
 * So many calls of an entry are noted one by one; of more, every second: each note is the whole state, and with thousands
 * the notes would take longer than the calls. A crash then repeats the calls of a second.
 */
const NOTED_ONE_BY_ONE = 100;
const NOTE_EVERY_MS = 1_000;

/** Calls that an entry still takes, about: each of the chat, and those of events by ten. */
function callsOf({ chat = [], events = [] }: OutboxEntry): number {
  return chat.length + Math.ceil(events.length / 10);
}

/** Where it is written down what was said of the entries a run has claimed. */
export interface Ledger {
  /** Notes how far an entry has come, at once or soon. */
  note(entry: OutboxEntry): Promise<void>;
  /** Saves what is noted, if anything is. */
  close(entries: readonly OutboxEntry[]): Promise<void>;
}

/**
 * Opens the ledger of a saved state. Other runs may save meanwhile: what they saved stays, for only the claimer changes an
 * entry. @throws Error when what was said cannot be written down.
 */
export function openLedger(
  table: TablePartition,
  saved: { readonly state: WatchdogState; readonly version: number },
  clock: () => number,
): Ledger {
  let { state, version } = saved;
  let notedAt = clock();
  const waiting = new Map<string, OutboxEntry>();

  const save = async () => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const outbox = state.outbox
        .map((entry) => waiting.get(entryKeyOf(entry)) ?? entry)
        .filter((entry) => !isSaid(entry));
      if (await saveState(table, { ...state, outbox }, version)) {
        state = { ...state, outbox };
        version++;
        notedAt = clock();
        waiting.clear();
        return;
      }
      const found = await loadState(table);
      if (found.value === null) return;
      state = found.value;
      version = found.version;
    }
    throw new Error('the state was saved by others five times in a row: what was said could not be noted');
  };

  return {
    async note(entry) {
      waiting.set(entryKeyOf(entry), entry);
      const isDue = callsOf(entry) <= NOTED_ONE_BY_ONE || clock() - notedAt >= NOTE_EVERY_MS;
      if (isDue) await save();
    },
    async close(entries) {
      for (const entry of entries) {
        const key = entryKeyOf(entry);
        const known = waiting.get(key) ?? state.outbox.find((one) => entryKeyOf(one) === key);
        if (known !== undefined && known !== entry) waiting.set(key, entry);
      }
      if (waiting.size > 0) await save();
    },
  };
}
