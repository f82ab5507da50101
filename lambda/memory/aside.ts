import { type TablePartition, writeValue } from '../../aws/dynamodb';
import { packedBytes } from '../../aws/stored-item';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { AsideMessage } from '../outbox/channel';
import { ASIDE_SHAPE } from './shapes';
import { loadStored, ownKey, type StoredKind, tellCache } from './stored';

const ASIDE: StoredKind = { key: 'outbox-aside', shape: ASIDE_SHAPE };

/** The newest that are kept, packed as DynamoDB has them: half of what an item holds. */
const MOST_MESSAGES = 50;
const MOST_BYTES = 200_000;

/** Runs that set aside at the same time are few. */
const ATTEMPTS = 5;

/** The newest messages that fit, oldest first; the newest is always kept. */
function keepNewest(messages: readonly AsideMessage[]): readonly AsideMessage[] {
  let kept = messages.slice(-MOST_MESSAGES);
  while (kept.length > 1 && packedBytes(kept) > MOST_BYTES) kept = kept.slice(1);
  return kept;
}

function isSame(one: AsideMessage, other: AsideMessage): boolean {
  const said = ['id', 'channel', 'subject', 'text', 'json'] as const;
  return said.every((part) => one[part] === other[part]);
}

/** What was set aside, oldest first. @throws the SDK's error when DynamoDB cannot be read. */
export async function loadAside(table: TablePartition): Promise<readonly AsideMessage[]> {
  return (await loadStored<readonly AsideMessage[]>(table, ASIDE)).value ?? [];
}

/**
 * Sets messages aside; one that is there already, because a run ended before it could note that, is not kept twice. Those of a
 * newer program stay, with this one's beside them.
 * @returns what is told of an item that could not be read: what it kept is gone.
 * @throws Error when it could not be saved.
 */
export async function setAside(table: TablePartition, messages: readonly AsideMessage[]): Promise<BlindSpot[]> {
  const told: BlindSpot[] = [];
  let kind = ASIDE;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const found = await loadStored<readonly AsideMessage[]>(table, kind);
    if (attempt === 1) told.push(...tellCache(table, ASIDE.key, found));
    if (found.fate === 'newer') {
      kind = { ...ASIDE, key: ownKey(ASIDE.key) };
      continue;
    }
    const known = found.value ?? [];
    const news = messages.filter((message) => !known.some((one) => isSame(one, message)));
    if (news.length === 0) return told;
    if (await writeValue(table, kind.key, keepNewest([...known, ...news]), found.version)) return told;
  }
  throw new Error('outbox-aside was saved by others five times in a row');
}
