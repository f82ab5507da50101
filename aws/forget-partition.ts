import { BatchWriteItemCommand, QueryCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../lib/contract';
import { describeAwsError, StatementError } from './aws-error';
import type { TablePartition } from './dynamodb';
import { lookupKeyOf } from './stored-item';

/** BatchWriteItem takes at most this many items. */
const ITEMS_PER_BATCH = 25;

/** Batches of one call of {@link forgetPartition}: what is left goes with the next. */
const MOST_BATCHES = 200;

/**
 * Deletes items of a partition, up to 5,000; those that DynamoDB leaves unprocessed stay.
 * @returns whether it is empty now. @throws StatementError that names the action.
 */
export async function forgetPartition({ client, tableName, partition }: TablePartition): Promise<boolean> {
  try {
    for (let batches = 0; batches < MOST_BATCHES; batches++) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: '#pk = :pk',
          ExpressionAttributeNames: { '#pk': TABLE.partitionKey, '#sk': TABLE.sortKey },
          ExpressionAttributeValues: { ':pk': { S: partition } },
          ProjectionExpression: '#pk, #sk',
          ConsistentRead: true,
          Limit: ITEMS_PER_BATCH,
        }),
      );
      if (Items.length === 0) return true;
      const requests: WriteRequest[] = Items.map((Key) => ({ DeleteRequest: { Key } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }));
    }
    return false;
  } catch (error) {
    throw new StatementError(describeAwsError('dynamodb:BatchWriteItem', error), { cause: error });
  }
}

/** Deletes items by their sort keys; one that is not there is as good as deleted. @throws StatementError that names the action. */
export async function deleteItems(
  { client, tableName, partition }: TablePartition,
  sortKeys: readonly string[],
): Promise<void> {
  try {
    for (let from = 0; from < sortKeys.length; from += ITEMS_PER_BATCH) {
      const requests: WriteRequest[] = sortKeys
        .slice(from, from + ITEMS_PER_BATCH)
        .map((sortKey) => ({ DeleteRequest: { Key: lookupKeyOf(partition, sortKey) } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: requests } }));
    }
  } catch (error) {
    throw new StatementError(describeAwsError('dynamodb:BatchWriteItem', error), { cause: error });
  }
}
