import { readItem, type TablePartition } from '../../aws/dynamodb';
import { SCHEMA_VERSION, type StoredItem } from '../../aws/stored-item';
import { type BlindSpot, storedSource } from '../../lib/core/vocabulary/blind-spot';
import { type Statement, toStatement } from '../../lib/core/vocabulary/statement';
import type { Shape } from './shape';

/**
 * How everything that is kept is read: an item has a key, a shape, and the version of its schema; a new kind of item needs no
 * more than these. What is not of that shape is never handed on.
 */
export interface StoredKind {
  readonly key: string;
  readonly shape: Shape;
}

/** An item as it was found. */
export interface Found<T> {
  /** `null`: nothing is stored, or nothing that can be used. */
  readonly value: T | null;
  /** For the next conditional write. */
  readonly version: number;
  /** `broken`: to be replaced; `newer`: of a newer program, to be left as it is. */
  readonly fate: 'good' | 'broken' | 'newer';
  /** Why it could not be used, without what comes of it. */
  readonly why: Statement | null;
  readonly item: StoredItem;
}

/** Where a stored item is not what its kind asks for. */
export function judgeStored<T>(item: StoredItem, shape: Shape): Pick<Found<T>, 'value' | 'fate' | 'why'> {
  if (item.schema > SCHEMA_VERSION) {
    return { value: null, fate: 'newer', why: toStatement('storedNewer', `${item.schema}`, `${SCHEMA_VERSION}`) };
  }
  if (!item.exists) return { value: null, fate: 'good', why: null };
  if (item.value === undefined) return { value: null, fate: 'broken', why: toStatement('storedUnpacked') };
  const wrong = shape(item.value, 'data');
  if (wrong !== null) return { value: null, fate: 'broken', why: toStatement('storedShape', wrong) };
  return { value: item.value as T, fate: 'good', why: null };
}

/** Reads one item through its kind. @throws the SDK's error when DynamoDB cannot be read. */
export async function loadStored<T>(table: TablePartition, { key, shape }: StoredKind): Promise<Found<T>> {
  const item = await readItem(table, key);
  return { ...judgeStored<T>(item, shape), version: item.version, item };
}

/** What is told of an item: which it is, in which table, what is wrong, and what becomes of it. */
export function tellStored(
  { tableName }: Pick<TablePartition, 'tableName'>,
  key: string,
  why: Statement,
  fate: 'storedDropped' | 'storedAside' | 'storedLeft' | 'storedPresent' | Statement,
): BlindSpot {
  const told = typeof fate === 'string' ? toStatement(fate) : fate;
  return { source: storedSource(key), ...toStatement('stored', key, tableName, why, told) };
}

/** What is told of an item that is dropped, or left where it is newer; nothing of a good one. */
export function tellCache(
  table: TablePartition,
  key: string,
  found: Pick<Found<unknown>, 'why' | 'fate'>,
): BlindSpot[] {
  if (found.why === null) return [];
  return [tellStored(table, key, found.why, found.fate === 'newer' ? 'storedLeft' : 'storedDropped')];
}

/**
 * Where an older program works while a newer one's items are in the table: beside them, under its own version. Two programs
 * that take turns in a rollback each keep their own memory so; the newer one's is neither read wrongly nor destroyed, and the
 * older one still alerts, and once.
 */
export function ownKey(key: string): string {
  return `${key}@${SCHEMA_VERSION}`;
}

/** One part a table for the life of the process: what is known of a table is known by the object. */
const ownParts = new WeakMap<TablePartition, TablePartition>();

/** The part of the table that is this program's own, under the partition key of its version; of such a part, itself. */
export function ownPartOf(table: TablePartition): TablePartition {
  const known = ownParts.get(table);
  if (known) return known;
  const own = { ...table, partition: ownKey(table.partition) };
  ownParts.set(table, own);
  ownParts.set(own, own);
  return own;
}
