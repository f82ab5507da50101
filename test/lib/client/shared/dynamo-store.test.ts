/** @jest-environment node */
import { dynamoStore } from '../../../../lib/client/shared/dynamo-store';
import { startTable } from './dynamo-table';

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

const { signal } = new AbortController();
const text = (key: string, version: string, before: string | null) => ({
  key,
  version,
  before,
  text: `of ${version}`,
  expiresAt: 1_800_000_000.5,
});

test('who has read what is there replaces it, and nobody else', async () => {
  const store = dynamoStore(table);
  expect(await store.read('one', signal)).toBeNull();
  expect(await store.write(text('one', 'v1', null), signal)).toBe(true);
  expect(await store.write(text('one', 'v2', null), signal)).toBe(false);
  expect(await store.write(text('one', 'v2', 'v0'), signal)).toBe(false);
  expect(await store.read('one', signal)).toEqual({ version: 'v1', text: 'of v1' });
  expect(await store.write(text('one', 'v2', 'v1'), signal)).toBe(true);
  expect(await store.read('one', signal)).toEqual({ version: 'v2', text: 'of v2' });
});

test('prefixes keep accounts apart', async () => {
  const [one, other] = [dynamoStore({ ...table, prefix: '111122223333 ' }), dynamoStore(table)];
  await one.write(text('two', 'v1', null), signal);
  expect(await other.read('two', signal)).toBeNull();
  expect(await one.read('two', signal)).toMatchObject({ version: 'v1' });
});

test('the item has the key, and a time to live in whole seconds', async () => {
  await dynamoStore(table).write(text('three', 'v1', null), signal);
  const { Item } = await table.client.getItem({ TableName: table.tableName, Key: { pk: { S: 'three' } } });
  expect(Item).toEqual({
    pk: { S: 'three' },
    version: { S: 'v1' },
    text: { S: 'of v1' },
    expiresAt: { N: '1800000001' },
  });
});

test.each([
  ['nothing else', {}],
  ['a version of another type', { version: { N: '7' } }],
  ['an empty version', { version: { S: '' }, text: { S: 'x' } }],
])('an item of another make, with %s, is no text, and can be replaced', async (name, junk) => {
  const store = dynamoStore(table);
  await table.client.putItem({ TableName: table.tableName, Item: { pk: { S: name }, ...junk } });
  expect(await store.read(name, signal)).toMatchObject({ version: '' });
  expect(await store.write(text(name, 'v1', ''), signal)).toBe(true);
  expect(await store.read(name, signal)).toEqual({ version: 'v1', text: 'of v1' });
});

test('calls GetItem, consistent, and PutItem alone', async () => {
  const calls: string[] = [];
  const client = {
    getItem: async ({ ConsistentRead }: { ConsistentRead: boolean }) => {
      calls.push(`getItem ${ConsistentRead}`);
      return {};
    },
    putItem: async () => calls.push('putItem'),
  };
  const store = dynamoStore({ client, tableName: 'quotas' });
  await store.read('k', signal);
  await store.write(text('k', 'v1', null), signal);
  expect(calls).toEqual(['getItem true', 'putItem']);
});

test('an error of DynamoDB is one of the store', async () => {
  const store = dynamoStore({ ...table, tableName: 'no-such-table' });
  await expect(store.read('k', signal)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(store.write(text('k', 'v1', null), signal)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
