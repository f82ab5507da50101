import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../lib/contract';

/** An item's attributes. */
export type Item = Record<string, AttributeValue>;

/** Bytes of a sort key. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (read 2026-11) */
const LONGEST_SORT_KEY = 1024;

/** Characters of a long key that stay as they are, so that ranges of keys hold; at most four bytes each. */
const KEPT_CHARACTERS = 200;

/** The attribute in which an item has a key that is too long for a sort key. */
const LONG_NAME = 'name';

/** A CloudWatch dimension may have 1,024 bytes, so a key with one in it may have more: its end is hashed, and kept by name. */
export function keyOf(partition: string, name: string): Item {
  const pk = { [TABLE.partitionKey]: { S: partition } };
  if (Buffer.byteLength(name) <= LONGEST_SORT_KEY) return { ...pk, [TABLE.sortKey]: { S: name } };
  const hash = createHash('sha256').update(name).digest('hex');
  const kept = [...name.slice(0, 2 * KEPT_CHARACTERS)].slice(0, KEPT_CHARACTERS).join('');
  return { ...pk, [TABLE.sortKey]: { S: `${kept}#sha256:${hash}` }, [LONG_NAME]: { S: name } };
}

/** The key alone, to look an item up by. */
export function lookupKeyOf(partition: string, name: string): Item {
  const { [LONG_NAME]: _, ...key } = keyOf(partition, name);
  return key;
}

/** The way back from {@link keyOf}. */
export function nameOf(item: Item): string | undefined {
  return item[LONG_NAME]?.S ?? item[TABLE.sortKey]?.S;
}

/** The version of the shapes that this program writes and reads; items of programs before it carry none. */
export const SCHEMA_VERSION = 1;

/** The attribute of the schema's version. */
export const SCHEMA = 'schema';

/** A value unpacks to at most so many bytes: an item of 400 KB could hold a thousand times that, and the function 256 MB. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Stands for a version attribute that is no number, and so is nothing this program wrote. */
const NO_VERSION = -1;

/** An item as the table has it. */
export interface StoredItem {
  readonly exists: boolean;
  /** What it holds, of whatever shape; `undefined`: it holds nothing, or what cannot be unpacked. */
  readonly value: unknown;
  /** For the next conditional write; 0: nothing is stored. */
  readonly version: number;
  readonly schema: number;
  /** The item itself, for a copy. */
  readonly attributes: Readonly<Item>;
}

/** A value as it is stored. */
export function pack(value: unknown): AttributeValue {
  return { B: gzipSync(JSON.stringify(value)) };
}

/** Bytes that a value takes of an item; DynamoDB takes 400 KB of one. */
export function packedBytes(value: unknown): number {
  return gzipSync(JSON.stringify(value)).length;
}

/** `undefined` when the item is not what this code wrote. */
function unpack(item: Item): unknown {
  const data = item.data?.B;
  if (!data) return undefined;
  try {
    return JSON.parse(gunzipSync(data, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    // Half-written or written by hand: whoever reads it says so.
    return undefined;
  }
}

function toVersion(item: Item): number {
  if (item.version === undefined) return 0;
  const version = Number(item.version.N);
  return Number.isFinite(version) ? version : NO_VERSION;
}

/** An item as it was found, or that there is none. */
export function toStored(item: Item | undefined): StoredItem {
  if (!item) return { exists: false, value: undefined, version: 0, schema: SCHEMA_VERSION, attributes: {} };
  const schema = Number(item[SCHEMA]?.N ?? SCHEMA_VERSION);
  return { exists: true, value: unpack(item), version: toVersion(item), schema, attributes: item };
}

/** What must be so when a value is written: that nobody has since it was read. */
export function unchangedSince(version: number) {
  const names = { ExpressionAttributeNames: { '#v': 'version' } };
  return version === NO_VERSION
    ? {
        ...names,
        ConditionExpression: 'attribute_exists(#v) AND NOT attribute_type(#v, :number)',
        ExpressionAttributeValues: { ':number': { S: 'N' } },
      }
    : {
        ...names,
        ConditionExpression: 'attribute_not_exists(#v) OR #v = :version',
        ExpressionAttributeValues: { ':version': { N: String(version) } },
      };
}
