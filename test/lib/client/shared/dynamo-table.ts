import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { listenOnLoopback } from '../../../../local/wire/loopback';

const TABLE = 'quotas';

/** A DynamoDB in process with the table that the store's docstring asks for. */
export async function startTable() {
  const dynalite = require('dynalite');
  const { url, close } = await listenOnLoopback(dynalite({ createTableMs: 0, deleteTableMs: 0 }));
  const client = new DynamoDB({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  await client.createTable({
    TableName: TABLE,
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  return {
    client,
    tableName: TABLE,
    close: async () => {
      client.destroy();
      await close();
    },
  };
}
