import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { TABLE } from '../lib/contract';
import { toStatement } from '../lib/core/vocabulary/statement';
import { describeAwsError, StatementError } from './aws-error';
import { clientConfigOf } from './client-config';

/** Whether another run wrote first. */
function isLostRace(error: unknown): boolean {
  return error instanceof ConditionalCheckFailedException;
}

/** Items of one account and Region share a partition key. */
export interface TablePartition {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly partition: string;
}

/** The partition of an account's Region, by a client of its own: who reads nothing but the table needs no other. */
export function openPartition(tableName: string, region: string): TablePartition {
  return { client: new DynamoDBClient(clientConfigOf(region)), tableName, partition: region };
}

/** BatchWriteItem takes at most this many items. */
const ITEMS_PER_BATCH = 25;

/** Batches under way at once. */
const BATCHES_AT_ONCE = 8;

/** Tries of a batch whose items came back unprocessed. */
const BATCH_ATTEMPTS = 5;

type Item = Record<string, AttributeValue>;

/** Names the action in the error of a failed call, for the log and the Failed alarm; a refused condition is no failure. */
async function naming<T>(action: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isLostRace(error)) throw error;
    throw new StatementError(describeAwsError(action, error), { cause: error });
  }
}

/** Bytes of a sort key. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (read 2026-11) */
const LONGEST_SORT_KEY = 1024;

/** Characters of a long key that stay as they are, so that ranges of keys hold; at most four bytes each. */
const KEPT_CHARACTERS = 200;

/** The attribute in which an item has a key that is too long for a sort key. */
const LONG_NAME = 'name';

/** A CloudWatch dimension may have 1,024 bytes, so a key with one in it may have more: its end is hashed, and kept by name. */
function keyOf(table: TablePartition, name: string): Item {
  const pk = { [TABLE.partitionKey]: { S: table.partition } };
  if (Buffer.byteLength(name) <= LONGEST_SORT_KEY) return { ...pk, [TABLE.sortKey]: { S: name } };
  const hash = createHash('sha256').update(name).digest('hex');
  const kept = [...name.slice(0, 2 * KEPT_CHARACTERS)].slice(0, KEPT_CHARACTERS).join('');
  return { ...pk, [TABLE.sortKey]: { S: `${kept}#sha256:${hash}` }, [LONG_NAME]: { S: name } };
}

/** The key alone, to look an item up by. */
function lookupKeyOf(table: TablePartition, name: string): Item {
  const { [LONG_NAME]: _, ...key } = keyOf(table, name);
  return key;
}

/** The way back from {@link keyOf}. */
function nameOf(item: Item): string | undefined {
  return item[LONG_NAME]?.S ?? item[TABLE.sortKey]?.S;
}

/** The version of the shapes that this program writes and reads; items of programs before it carry none. */
export const SCHEMA_VERSION = 1;

/** The attribute of the schema's version. */
const SCHEMA = 'schema';

/** A value unpacks to at most so many bytes: an item of 400 KB could hold a thousand times that, and the function 256 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

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

function pack(value: unknown): AttributeValue {
  return { B: gzipSync(JSON.stringify(value)) };
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

function toStored(item: Item | undefined): StoredItem {
  if (!item) return { exists: false, value: undefined, version: 0, schema: SCHEMA_VERSION, attributes: {} };
  const schema = Number(item[SCHEMA]?.N ?? SCHEMA_VERSION);
  return { exists: true, value: unpack(item), version: toVersion(item), schema, attributes: item };
}

/** Reads one item, strongly consistent. */
export async function readItem(table: TablePartition, sortKey: string): Promise<StoredItem> {
  const reply = await naming('dynamodb:GetItem', () =>
    table.client.send(
      new GetItemCommand({ TableName: table.tableName, Key: lookupKeyOf(table, sortKey), ConsistentRead: true }),
    ),
  );
  return toStored(reply.Item);
}

/** Keeps a copy of an item under another key until it expires. */
export async function copyItem(
  table: TablePartition,
  { attributes }: Pick<StoredItem, 'attributes'>,
  { sortKey, expiresAt }: { readonly sortKey: string; readonly expiresAt: number },
): Promise<void> {
  const Item = { ...attributes, ...keyOf(table, sortKey), [TABLE.ttl]: { N: String(expiresAt) } };
  await naming('dynamodb:PutItem', () => table.client.send(new PutItemCommand({ TableName: table.tableName, Item })));
}

/** What must be so when a value is written: that nobody has since it was read. */
function unchangedSince(version: number) {
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

/**
 * Writes one value if its version is still the one that was read; `false` when another run was faster.
 * @param expiresAt seconds since 1970. @default - never
 * @returns whether it was written; the new version is `version + 1`.
 */
export async function writeValue(
  table: TablePartition,
  sortKey: string,
  value: unknown,
  version: number,
  expiresAt?: number,
): Promise<boolean> {
  try {
    await naming('dynamodb:PutItem', () =>
      table.client.send(
        new PutItemCommand({
          TableName: table.tableName,
          Item: {
            ...keyOf(table, sortKey),
            data: pack(value),
            version: { N: String(version + 1) },
            [SCHEMA]: { N: String(SCHEMA_VERSION) },
            ...(expiresAt === undefined ? {} : { [TABLE.ttl]: { N: String(expiresAt) } }),
          },
          ...unchangedSince(version),
        }),
      ),
    );
    return true;
  } catch (error) {
    if (isLostRace(error)) return false;
    throw error;
  }
}

/** Pages of one query: each has a megabyte, and the function has 256. */
const MOST_QUERY_PAGES = 250;

/** All items whose sort key lies between two keys, both included, by sort key. @throws StatementError without end. */
export async function readItems(table: TablePartition, from: string, to: string): Promise<Map<string, StoredItem>> {
  const values = new Map<string, StoredItem>();
  let pages = 0;
  let start: Item | undefined;
  do {
    if (++pages > MOST_QUERY_PAGES) {
      const endless = toStatement('endless', `${MOST_QUERY_PAGES}`);
      throw new StatementError(toStatement('call', 'dynamodb:Query', endless));
    }
    const reply = await naming('dynamodb:Query', () =>
      table.client.send(
        new QueryCommand({
          TableName: table.tableName,
          KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
          ExpressionAttributeNames: { '#pk': TABLE.partitionKey, '#sk': TABLE.sortKey },
          ExpressionAttributeValues: { ':pk': { S: table.partition }, ':from': { S: from }, ':to': { S: to } },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      ),
    );
    for (const item of reply.Items ?? []) {
      const sortKey = nameOf(item);
      if (sortKey !== undefined) values.set(sortKey, toStored(item));
    }
    start = reply.LastEvaluatedKey;
  } while (start);
  return values;
}

/** Writes one batch; what comes back unprocessed is tried again. @throws Error when items stay unprocessed. */
async function writeBatch(table: TablePartition, batch: WriteRequest[]): Promise<void> {
  let requests = batch;
  for (let attempt = 1; requests.length > 0; attempt++) {
    if (attempt > BATCH_ATTEMPTS) {
      throw new StatementError(toStatement('unprocessed', 'dynamodb:BatchWriteItem', `${requests.length}`));
    }
    const reply = await naming('dynamodb:BatchWriteItem', () =>
      table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.tableName]: requests } })),
    );
    requests = reply.UnprocessedItems?.[table.tableName] ?? [];
  }
}

/** Writes values without condition: they are facts, the same whoever writes them. @throws Error when items stay unprocessed. */
export async function writeValues(
  table: TablePartition,
  values: readonly { sortKey: string; value: unknown; expiresAt: number }[],
): Promise<void> {
  const waiting = [...values];
  const writeOn = async () => {
    while (waiting.length > 0) {
      const requests = waiting.splice(0, ITEMS_PER_BATCH).map(({ sortKey, value, expiresAt }) => ({
        PutRequest: {
          Item: {
            ...keyOf(table, sortKey),
            data: pack(value),
            [SCHEMA]: { N: String(SCHEMA_VERSION) },
            [TABLE.ttl]: { N: String(expiresAt) },
          },
        },
      }));
      await writeBatch(table, requests);
    }
  };
  try {
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, writeOn));
  } finally {
    // After one that failed no other batch is begun: the run is over.
    waiting.length = 0;
  }
}
