import { type AttributeValue, DeleteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { TablePartition } from '../../../aws/dynamodb';
import { clearBroken, loadHistories, saveHistories, tellNewerHours } from '../../../lambda/memory/histories';
import { EMPTY_STATE } from '../../../lambda/memory/state';
import { emptyMinute, type SeriesHistory } from '../../../lib/core/traffic/history';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { clientsOf } from '../../local/clients';

const OPUS = 'anthropic.claude-opus-4-8';
const MINUTE = Date.parse('2026-10-14T12:00:00Z') / 60_000;
const SORT_KEY = `usage#${String(MINUTE / 60).padStart(8, '0')}#${OPUS}`;

type Item = Record<string, AttributeValue>;

let account: LocalAccount;
let table: TablePartition;

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:10:00Z'), quotas: [] });
  await account.createTable('watchdog');
  table = { client: clientsOf(account.url).dynamoDb, tableName: 'watchdog', partition: 'us-east-1' };
});

afterEach(() => account.close());

async function items(): Promise<Item[]> {
  return (await table.client.send(new ScanCommand({ TableName: 'watchdog' }))).Items ?? [];
}

/** As a newer program leaves an hour. */
async function putNewer(): Promise<Item> {
  const newer: Item = {
    pk: { S: 'us-east-1' },
    sk: { S: SORT_KEY },
    data: { B: new Uint8Array([1]) },
    schema: { N: '2' },
  };
  await table.client.send(new PutItemCommand({ TableName: 'watchdog', Item: newer }));
  return newer;
}

async function save(invocations: number): Promise<void> {
  const history: SeriesHistory = {
    endpoint: 'runtime',
    modelId: OPUS,
    minutes: [{ ...emptyMinute(MINUTE), invocations }],
    complete: true,
    readUntil: MINUTE + 10,
  };
  const found = await loadHistories(table, EMPTY_STATE, MINUTE);
  const written = await saveHistories(table, [{ history, from: MINUTE }]);
  await clearBroken(found.broken, written, MINUTE);
}

/** The calls that a new process finds. */
async function recalled(): Promise<number | undefined> {
  const { histories } = await loadHistories({ ...table }, EMPTY_STATE, MINUTE);
  return histories.get(OPUS)?.minutes[0]?.invocations;
}

it("a newer program's hour is left as it is, and this one's is kept beside it and found again", async () => {
  const newer = await putNewer();
  const { gaps, broken, blindSpots } = await loadHistories(table, EMPTY_STATE, MINUTE);
  expect([...gaps]).toEqual([OPUS]);
  expect(broken).toEqual([]);
  expect(blindSpots).toHaveLength(1);
  await save(3);
  expect(await items()).toContainEqual(newer);
  expect(await recalled()).toBe(3);
  const again = await loadHistories(table, EMPTY_STATE, MINUTE);
  expect(again.gaps.size).toBe(0);
  expect(tellNewerHours(table)).toEqual(again.blindSpots);
});

it('when the newer hour is gone, what was kept beside it still counts, until it is written anew', async () => {
  await putNewer();
  await save(3);
  const Key = { pk: { S: 'us-east-1' }, sk: { S: SORT_KEY } };
  await table.client.send(new DeleteItemCommand({ TableName: 'watchdog', Key }));
  expect(await recalled()).toBe(3);
  await save(4);
  expect(await recalled()).toBe(4);
  expect(tellNewerHours(table)).toEqual([]);
});

it.each([0, 1])('a broken hour is cleared in the part of the table it is in, %d', async (ofOwn) => {
  if (ofOwn) await putNewer();
  const pk = { S: ofOwn ? 'us-east-1@1' : 'us-east-1' };
  const key = SORT_KEY.replace(OPUS, 'anthropic.claude-haiku-9');
  await table.client.send(new PutItemCommand({ TableName: 'watchdog', Item: { pk, sk: { S: key } } }));
  await save(3);
  const { broken } = await loadHistories(table, EMPTY_STATE, MINUTE);
  expect(broken).toEqual([]);
});
