import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { loadProfile, saveProfile } from '../../../lambda/memory/day-profile';
import type { BlindSpot } from '../../../lib/core/vocabulary/blind-spot';
import { spellStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { clientsOf } from '../../local/clients';

const NOW = Date.parse('2026-10-14T14:16:00Z') / 60_000;
const PROFILE = { hours: [493_000, 493_001], pools: { 'runtime crossRegion model': [10, 20] } };

let account: LocalAccount;

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T14:16:00Z'), quotas: [] });
  await account.createTable('watchdog');
});

afterEach(() => account.close());

/** A new process: nothing of the table is known. */
function connect(partition = 'us-east-1') {
  return { client: clientsOf(account.url).dynamoDb, tableName: 'watchdog', partition };
}

const spell = (errors: readonly BlindSpot[]) => errors.map((error) => `${error.source}: ${spellStatement(error, EN)}`);

const callsOf = (operation: string) => account.calls.get(`dynamodb:${operation}`) ?? 0;

it('is empty when nothing is stored, and what was saved afterwards', async () => {
  expect(await loadProfile(connect(), NOW)).toEqual({ value: { hours: [], pools: {} }, blindSpots: [] });
  expect(await saveProfile(connect(), PROFILE, NOW)).toEqual([]);
  expect(await loadProfile(connect(), NOW)).toEqual({ value: PROFILE, blindSpots: [] });
  expect((await loadProfile(connect('eu-west-1'), NOW)).value?.hours).toEqual([]);
});

it('is read once an hour and written only when it changed', async () => {
  const table = connect();
  for (let minute = 0; minute < 44; minute++) {
    const { value } = await loadProfile(table, NOW + minute);
    await saveProfile(table, value, NOW + minute);
  }
  expect([callsOf('GetItem'), callsOf('BatchWriteItem')]).toEqual([1, 0]);
  await saveProfile(table, PROFILE, NOW + 43);
  expect((await loadProfile(table, NOW + 43)).value).toBe(PROFILE);
  expect([callsOf('GetItem'), callsOf('BatchWriteItem')]).toEqual([1, 1]);
  // At 15:00 another process may have saved more.
  await saveProfile(connect(), { hours: [1], pools: {} }, NOW);
  expect((await loadProfile(table, NOW + 44)).value).toEqual({ hours: [1], pools: {} });
});

it('expires a week after it was last written', async () => {
  const table = connect();
  await saveProfile(table, PROFILE, NOW);
  const key = { pk: { S: 'us-east-1' }, sk: { S: 'dayProfile' } };
  const reply = await table.client.send(new GetItemCommand({ TableName: 'watchdog', Key: key }));
  expect(reply.Item?.expiresAt).toEqual({ N: String((NOW + 7 * 1440) * 60) });
});

it('that cannot be read is no profile, says so, and is not replaced by less', async () => {
  const table = connect();
  account.faults.add({ service: 'dynamodb', operation: 'GetItem', kind: 'accessDenied' });
  const { value, blindSpots } = await loadProfile(table, NOW);
  expect(value).toBeNull();
  expect(spell(blindSpots)).toEqual([
    expect.stringMatching(/^dayProfile: the pattern of earlier days could not be read: dynamodb:GetItem failed/),
  ]);
  expect(await saveProfile(table, null, NOW)).toEqual([]);
  expect(callsOf('BatchWriteItem')).toBe(0);
});

it('that cannot be saved is told and tried again', async () => {
  const table = connect();
  account.faults.add({ service: 'dynamodb', operation: 'BatchWriteItem', kind: 'accessDenied' });
  expect(spell(await saveProfile(table, PROFILE, NOW))).toEqual([
    expect.stringMatching(/^dayProfile: .* could not be saved: dynamodb:BatchWriteItem failed/),
  ]);
  account.faults.clear();
  expect(await saveProfile(table, PROFILE, NOW)).toEqual([]);
  expect((await loadProfile(connect(), NOW)).value).toEqual(PROFILE);
});
