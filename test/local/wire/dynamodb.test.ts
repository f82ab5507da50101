import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startNoonAccount } from '../noon-account';

const start = closedAfterEach(startNoonAccount);

it('writes an item under a condition once', async () => {
  const { url, createTable } = await start();
  await createTable('table');
  const { dynamoDb } = clientsOf(url);
  const put = () =>
    dynamoDb.send(
      new PutItemCommand({
        TableName: 'table',
        Item: { pk: { S: 'a' }, sk: { S: 'b' } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  await put();
  await expect(put()).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  expect(
    (await dynamoDb.send(new GetItemCommand({ TableName: 'table', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }))).Item,
  ).toBeDefined();
});
