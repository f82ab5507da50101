import type { QuotaStore } from './store';

/** The partition key of the table, a string; it has no sort key. */
const KEY = 'pk';
/** The attribute of the time to live: whole seconds since 1970. */
const EXPIRY = 'expiresAt';
const VERSION = 'version';
const TEXT = 'text';

/** Error of a condition that does not hold. Source: DynamoDB API reference, PutItem, errors; 2026-11. */
const NOT_AS_READ = 'ConditionalCheckFailedException';

/** An attribute as DynamoDB has it, of the two types that are used. */
interface Attribute {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
}

type Item = Record<string, { S: string } | { N: string }>;

/** What is called of the `DynamoDB` class of `@aws-sdk/client-dynamodb`, which this file does not import. */
export interface DynamoTables {
  /** Reads one item, consistently. */
  getItem(
    input: { TableName: string; Key: Item; ConsistentRead: boolean },
    options: { abortSignal: AbortSignal },
  ): Promise<{ Item?: Readonly<Record<string, Attribute>> | undefined }>;
  /** Writes one item where it is as it was read. */
  putItem(
    input: {
      TableName: string;
      Item: Item;
      ConditionExpression: string;
      ExpressionAttributeNames: Record<string, string>;
      ExpressionAttributeValues?: Item;
    },
    options: { abortSignal: AbortSignal },
  ): Promise<unknown>;
}

/** Where the table is. */
export interface DynamoStoreOptions {
  /** A `DynamoDB` of `@aws-sdk/client-dynamodb`, as it is configured: its Region and its retries are the caller's. */
  readonly client: DynamoTables;
  /** Its key and its time to live are told at {@link dynamoStore}. */
  readonly tableName: string;
  /**
   * Put before the keys. Quotas are of one account and Region; keys name the Region already.
   * @default - nothing: the table serves one account
   */
  readonly prefix?: string;
}

/**
 * Keeps what processes take of their quotas in a table of DynamoDB, one item a Region and pool of models.
 *
 * The table: partition key `pk` (string), no sort key, on demand; time to live on `expiresAt`, without which old items stay.
 * Actions, on the ARN of the table alone: `dynamodb:GetItem` and `dynamodb:PutItem`.
 *
 * An exchange is one read and one write. While there is room a process makes one every some 15 seconds in which it calls, more
 * when it calls much, two a second at most; while calls wait, up to some five a second. Processes of one pool wait for one
 * another at its item: made for some dozens of them. Their clocks must be right to a second or two.
 */
export function dynamoStore({ client, tableName: TableName, prefix = '' }: DynamoStoreOptions): QuotaStore {
  return {
    async read(key, abortSignal) {
      const Key: Item = { [KEY]: { S: `${prefix}${key}` } };
      const { Item: item } = await client.getItem({ TableName, Key, ConsistentRead: true }, { abortSignal });
      // An item of another make has no version that is a string: it is no text either, and may be replaced.
      return item ? { version: item[VERSION]?.S ?? '', text: item[TEXT]?.S ?? '' } : null;
    },
    async write({ key, version, text, before, expiresAt }, abortSignal) {
      const Item: Item = {
        [KEY]: { S: `${prefix}${key}` },
        [VERSION]: { S: version },
        [TEXT]: { S: text },
        [EXPIRY]: { N: String(Math.ceil(expiresAt)) },
      };
      const condition =
        before === null
          ? { ConditionExpression: 'attribute_not_exists(#key)', ExpressionAttributeNames: { '#key': KEY } }
          : {
              ConditionExpression: '#version = :before OR NOT attribute_type(#version, :string)',
              ExpressionAttributeNames: { '#version': VERSION },
              ExpressionAttributeValues: { ':before': { S: before }, ':string': { S: 'S' } },
            };
      try {
        await client.putItem({ TableName, Item, ...condition }, { abortSignal });
        return true;
      } catch (error) {
        if ((error as { readonly name?: unknown } | null)?.name === NOT_AS_READ) return false;
        throw error;
      }
    },
  };
}
