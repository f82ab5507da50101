import {
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
import {
  type Item,
  keyOf,
  lookupKeyOf,
  nameOf,
  pack,
  SCHEMA,
  SCHEMA_VERSION,
  type StoredItem,
  toStored,
  unchangedSince,
} from './stored-item';

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
export const ITEMS_PER_BATCH = 25;

/** Batches under way at once. */
const BATCHES_AT_ONCE = 8;

/** Tries of a batch whose items came back unprocessed. */
const BATCH_ATTEMPTS = 5;

/** Names the action in the error of a failed call, for the log and the Failed alarm; a refused condition is no failure. */
export async function naming<T>(action: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isLostRace(error)) throw error;
    throw new StatementError(describeAwsError(action, error), { cause: error });
  }
}

/** Reads one item, strongly consistent. */
export async function readItem(table: TablePartition, sortKey: string): Promise<StoredItem> {
  const reply = await naming('dynamodb:GetItem', () =>
    table.client.send(
      new GetItemCommand({
        TableName: table.tableName,
        Key: lookupKeyOf(table.partition, sortKey),
        ConsistentRead: true,
      }),
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
  const Item = { ...attributes, ...keyOf(table.partition, sortKey), [TABLE.ttl]: { N: String(expiresAt) } };
  await naming('dynamodb:PutItem', () => table.client.send(new PutItemCommand({ TableName: table.tableName, Item })));
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
            ...keyOf(table.partition, sortKey),
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
export async function writeBatch(table: TablePartition, batch: WriteRequest[]): Promise<void> {
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
            ...keyOf(table.partition, sortKey),
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
