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

/** A stored JSON value and its version; version 0 means that nothing is stored. */
export interface Versioned<T> {
  readonly value: T | null;
  readonly version: number;
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

function keyOf(table: TablePartition, sortKey: string): Item {
  return { [TABLE.partitionKey]: { S: table.partition }, [TABLE.sortKey]: { S: sortKey } };
}

function pack(value: unknown): AttributeValue {
  return { B: gzipSync(JSON.stringify(value)) };
}

/** @throws SyntaxError when the item is not what this code wrote. */
function unpack<T>(item: Item | undefined): T | null {
  const data = item?.data?.B;
  return data ? (JSON.parse(gunzipSync(data).toString('utf8')) as T) : null;
}

/** Reads one value, strongly consistent. */
export async function readValue<T>(table: TablePartition, sortKey: string): Promise<Versioned<T>> {
  const reply = await naming('dynamodb:GetItem', () =>
    table.client.send(
      new GetItemCommand({ TableName: table.tableName, Key: keyOf(table, sortKey), ConsistentRead: true }),
    ),
  );
  return { value: unpack<T>(reply.Item), version: Number(reply.Item?.version?.N ?? 0) };
}

/**
 * Writes one value if its version is still the one that was read; `false` when another run was faster.
 * @param expiresAt seconds since 1970 after which DynamoDB may delete it. @default - never
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
            ...(expiresAt === undefined ? {} : { [TABLE.ttl]: { N: String(expiresAt) } }),
          },
          ConditionExpression: 'attribute_not_exists(#v) OR #v = :version',
          ExpressionAttributeNames: { '#v': 'version' },
          ExpressionAttributeValues: { ':version': { N: String(version) } },
        }),
      ),
    );
    return true;
  } catch (error) {
    if (isLostRace(error)) return false;
    throw error;
  }
}

/** All values whose sort key lies between two keys, both included, by sort key. */
export async function readValues<T>(table: TablePartition, from: string, to: string): Promise<Map<string, T>> {
  const values = new Map<string, T>();
  let start: Item | undefined;
  do {
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
      const value = unpack<T>(item);
      const sortKey = item[TABLE.sortKey]?.S;
      if (value !== null && sortKey !== undefined) values.set(sortKey, value);
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
          Item: { ...keyOf(table, sortKey), data: pack(value), [TABLE.ttl]: { N: String(expiresAt) } },
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
