import { QueryCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../lib/contract';
import { ITEMS_PER_BATCH, naming, type TablePartition, writeBatch } from './dynamodb';
import { type Item, lookupKeyOf } from './stored-item';

/** Batches of one call of {@link forgetPartition}: what is left goes with the next. */
const MOST_BATCHES = 200;

function deleteBatch(table: TablePartition, keys: readonly Item[]): Promise<void> {
  return writeBatch(
    table,
    keys.map((Key): WriteRequest => ({ DeleteRequest: { Key } })),
  );
}

/** The keys of the first items of a partition. */
async function firstKeys({ client, tableName, partition }: TablePartition): Promise<readonly Item[]> {
  const { Items = [] } = await naming('dynamodb:Query', () =>
    client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': TABLE.partitionKey, '#sk': TABLE.sortKey },
        ExpressionAttributeValues: { ':pk': { S: partition } },
        ProjectionExpression: '#pk, #sk',
        ConsistentRead: true,
        Limit: ITEMS_PER_BATCH,
      }),
    ),
  );
  return Items;
}

/** Deletes items of a partition, up to 5,000. @returns whether it is empty now. @throws StatementError that names the action. */
export async function forgetPartition(table: TablePartition): Promise<boolean> {
  for (let batches = 0; batches < MOST_BATCHES; batches++) {
    const keys = await firstKeys(table);
    if (keys.length === 0) return true;
    await deleteBatch(table, keys);
  }
  return false;
}

/** Deletes items by their sort keys; one that is not there is as good as deleted. @throws StatementError that names the action. */
export async function deleteItems(table: TablePartition, sortKeys: readonly string[]): Promise<void> {
  const keys = sortKeys.map((sortKey) => lookupKeyOf(table.partition, sortKey));
  for (let from = 0; from < keys.length; from += ITEMS_PER_BATCH)
    await deleteBatch(table, keys.slice(from, from + ITEMS_PER_BATCH));
}
