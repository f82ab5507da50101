import type { LocalDynamoDb } from './dynamodb';

/** Headers of a signed request without a signature worth the name: dynalite wants one, and does not check it. */
const UNSIGNED = {
  'x-amz-date': '20261014T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20261014/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
};

/** Makes a table with the string keys `pk` and `sk`. @throws Error when DynamoDB refuses. */
export async function createTable(dynamoDb: LocalDynamoDb, name: string): Promise<void> {
  const { status, body } = await dynamoDb.forward(
    { 'x-amz-target': 'DynamoDB_20120810.CreateTable', 'content-type': 'application/x-amz-json-1.0', ...UNSIGNED },
    JSON.stringify({
      TableName: name,
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  if (status !== 200) throw new Error(`the local account could not make the table ${name}: ${body}`);
}
