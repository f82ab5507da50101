import type { Clock } from '../contract/clock';
import {
  emptyDocument,
  expire,
  type OthersTook,
  type ProcessClaims,
  parseDocument,
  printDocument,
  type QuotaDocument,
  sumOthers,
} from './document';
import type { QuotaStore } from './store';

/** Others came first so often that it is tried again later. */
const MOST_TRIES = 4;

/** The longest wait before it is tried at once again, milliseconds. */
const NEXT_TRY_MS = 20;

/** Until a document is deleted, its pool unused, seconds: what it says of the day is over by then. */
const KEPT_SECONDS = 2 * 86_400;

/** The text in a store is no document of ours: what others took is not known. */
export class UnreadableStoreError extends Error {
  override readonly name = 'UnreadableStoreError';
}

/** One exchange with the others. */
export interface Exchange {
  readonly store: QuotaStore;
  readonly key: string;
  /** This process. */
  readonly id: string;
  /** Marks a write as its own among all others. */
  readonly nextVersion: () => string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Whether a text that is no document is replaced. */
  readonly replaces: boolean;
  /** What is told, by what others told; `isKnown`: the document has something of this process. */
  readonly claim: (others: OthersTook, isKnown: boolean) => ProcessClaims;
}

function readDocument(text: string, { replaces, clock }: Exchange): QuotaDocument {
  const document = parseDocument(text) ?? (replaces ? emptyDocument(clock.now()) : null);
  if (!document) throw new UnreadableStoreError('the text in the store is no record of quotas of this version');
  return document;
}

/**
 * Reads what others took and tells what this process does, in one step that none of them comes between.
 * @returns what was told; `null`: others always came first. @throws UnreadableStoreError, and what the store rejects with.
 */
export async function exchange(settings: Exchange): Promise<ProcessClaims | null> {
  const { store, key, id, clock, signal, claim, nextVersion } = settings;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (tries > 0) await clock.sleep(clock.random() * NEXT_TRY_MS * tries, signal);
    const found = await store.read(key, signal);
    signal.throwIfAborted();
    const now = clock.now();
    const document = expire(found ? readDocument(found.text, settings) : emptyDocument(now), now);
    const claims = claim(sumOthers(document, id, now), document.processes.has(id));
    const text = printDocument({ ...document, processes: new Map(document.processes).set(id, claims) });
    const expiresAt = Math.ceil(now / 1000) + KEPT_SECONDS;
    const before = found?.version ?? null;
    if (await store.write({ key, version: nextVersion(), text, before, expiresAt }, signal)) return claims;
    signal.throwIfAborted();
  }
  return null;
}
