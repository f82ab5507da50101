import { readItems, type TablePartition, writeValue, writeValues } from '../../../aws/dynamodb';
import { loadHistories, saveHistories } from '../../../lambda/memory/histories';
import { EMPTY_STATE, loadState } from '../../../lambda/memory/state';
import { emptyMinute, type SeriesHistory } from '../../../lib/core/traffic/history';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { clientsOf } from '../../local/clients';

const OPUS = 'anthropic.claude-opus-4-8';
const MINUTE = Date.parse('2026-10-14T12:00:00Z') / 60_000;
const HOUR = MINUTE / 60;

let account: LocalAccount;
let table: TablePartition;

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:10:00Z'), quotas: [] });
  await account.createTable('watchdog');
  table = { client: clientsOf(account.url).dynamoDb, tableName: 'watchdog', partition: '111122223333' };
});

afterEach(() => account.close());

function history(endpoint: SeriesHistory['endpoint'], invocations: number): SeriesHistory {
  return {
    endpoint,
    modelId: OPUS,
    minutes: [{ ...emptyMinute(MINUTE), invocations, input: 5 }],
    complete: true,
    readUntil: MINUTE + 10,
  };
}

it('one id on both endpoints is kept apart', async () => {
  const histories = [history('runtime', 1), history('mantle', 2)];
  await saveHistories(
    table,
    histories.map((one) => ({ history: one, from: MINUTE })),
  );
  const memory = { metricNames: [], readUntil: MINUTE + 10, unlistedAt: null, temperature: 'cold' as const };
  const state = { ...EMPTY_STATE, series: { [OPUS]: memory, [`mantle/${OPUS}`]: memory } };
  const { histories: loaded } = await loadHistories(table, state, MINUTE);
  expect([...loaded.values()].sort((a, b) => (a.endpoint < b.endpoint ? 1 : -1))).toEqual(histories);
});

it('a state from before the mantle endpoint was read is one of the runtime endpoint', async () => {
  const stored = {
    evaluatedUntil: MINUTE + 9,
    seriesListedAt: MINUTE + 5,
    series: {
      [OPUS]: {
        metricNames: ['EstimatedTPMQuotaUsage', 'Invocations'],
        readUntil: MINUTE + 9,
        unlistedAt: null,
        temperature: 'hot',
      },
    },
    alerts: {},
    outbox: [],
  };
  await writeValue(table, 'state', stored, 0);
  const row = [MINUTE, 3, 0, 0, 0, 20, 10, 0, 0, 70];
  const sortKey = `usage#${String(HOUR).padStart(8, '0')}#${OPUS}`;
  await writeValues(table, [{ sortKey, value: [row], expiresAt: 4e9 }]);
  const { value } = await loadState(table);
  expect(value).toEqual(stored);
  const { histories: loaded } = await loadHistories(table, value ?? EMPTY_STATE, MINUTE);
  expect([...loaded]).toEqual([
    [
      OPUS,
      {
        endpoint: 'runtime',
        modelId: OPUS,
        minutes: [{ ...emptyMinute(MINUTE), invocations: 3, input: 20, output: 10, estimatedTpm: 70 }],
        complete: true,
        readUntil: MINUTE + 9,
      },
    ],
  ]);
});

describe('many values', () => {
  const values = Array.from({ length: 1000 }, (_, index) => ({
    sortKey: `usage#${String(index).padStart(4, '0')}`,
    value: index,
    expiresAt: 4e9,
  }));

  it('are all written, each once', async () => {
    await writeValues(table, values);
    expect([...(await readItems(table, 'usage#', 'usage#~')).values()]).toEqual(
      values.map(({ value }) => expect.objectContaining({ value })),
    );
    expect(account.calls.get('dynamodb:BatchWriteItem')).toBe(40);
  });

  it('are not gone on with after a batch that failed', async () => {
    account.faults.add({ service: 'dynamodb', operation: 'BatchWriteItem', kind: 'accessDenied', times: 1 });
    await expect(writeValues(table, values)).rejects.toThrow('dynamodb:BatchWriteItem failed');
    // Time enough to write all of them.
    for (let call = 0; call < 20; call++) await loadState(table);
    expect((await readItems(table, 'usage#', 'usage#~')).size).toBeLessThan(values.length / 2);
  });
});
