import { createHash } from 'node:crypto';
import type { TablePartition } from '../../../aws/dynamodb';
import { EMPTY_STATE, loadState, saveState, type WatchdogState } from '../../../lambda/memory/state';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { alertOf } from '../../lib/core/alerts/alert-fixtures';
import { clientsOf } from '../../local/clients';

let account: LocalAccount;
let table: TablePartition;

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:10:00Z'), quotas: [] });
  await account.createTable('watchdog');
  table = { client: clientsOf(account.url).dynamoDb, tableName: 'watchdog', partition: 'us-east-1' };
});

afterEach(() => account.close());

/** Text that does not pack. */
function noise(seed: string, blocks = 1): string {
  return Array.from({ length: blocks }, (_, block) =>
    createHash('sha256').update(`${seed} ${block}`).digest('base64'),
  ).join('');
}

/** So many incidents, each with so much text around it. */
function stateOf(incidents: number, blocks: number): WatchdogState {
  const alerts = Array.from({ length: incidents }, (_, index) => {
    const { finding, context } = alertOf({
      finding: {
        id: `unmappedUsage/${index}`,
        modelIds: Array.from({ length: 4 }, (__, model) => `m${model}`),
        consumers: [{ modelId: 'm0', profileName: noise(`c${index}`), tokens: 1, share: 1 }],
        cause: { kind: 'burst', confidence: 'high', evidence: [noise(`e${index}`, blocks)] },
        remedies: [{ title: noise(`r${index}`, blocks), command: null }],
      },
      context: {
        subject: `subject ${index}`,
        details: [['Quota', noise(`d${index}`, blocks)]],
        remedies: [{ title: noise(`w${index}`, blocks), command: null }],
      },
    });
    const entry = { clear: 0, clearSince: null, since: 1, spokenAt: 2, severity: 'critical' as const };
    return [finding.id, { ...entry, last: { finding, context } }] as const;
  });
  const peak = { percent: 97, at: '2026-10-14T12:00:00Z', subject: 's', described: alerts[0]?.[1].last ?? null };
  const digest = {
    since: 1,
    lastDigestAt: 2,
    countedUntil: 3,
    peaks: { a: peak },
    throttles: {},
    changes: [],
    seenChanges: [],
    calls: {},
  };
  return { ...EMPTY_STATE, evaluatedUntil: 9, alerts: Object.fromEntries(alerts), digest };
}

it('a state that is more than an item holds is saved without its words: what is open, since when and how bad stays', async () => {
  const state = stateOf(2_000, 3);
  expect(await saveState(table, state, 0)).toBe(true);
  const { value, version } = await loadState(table);
  expect(version).toBe(1);
  expect(Object.keys(value?.alerts ?? {})).toHaveLength(2_000);
  const kept = value?.alerts['unmappedUsage/7'];
  expect(kept).toMatchObject({ since: 1, spokenAt: 2, severity: 'critical' });
  expect(kept?.last.finding).toMatchObject({ modelIds: ['m0', 'm1', 'm2'], remedies: [], cause: { evidence: [] } });
  expect(kept?.last.finding.consumers).toBeUndefined();
  expect(kept?.last.context).toMatchObject({ subject: 'subject 7', details: [] });
  expect(kept?.last.context.remedies).toBeUndefined();
  expect(value?.digest).toMatchObject({ lastDigestAt: 2, peaks: { a: { percent: 97, described: null } } });
});

it('one that an item holds keeps every word', async () => {
  const state = stateOf(20, 3);
  await saveState(table, state, 0);
  expect((await loadState(table)).value).toEqual(state);
});

it('one that another run was faster to save is not saved in few words either', async () => {
  await saveState(table, EMPTY_STATE, 0);
  expect(await saveState(table, stateOf(2_000, 3), 0)).toBe(false);
  expect((await loadState(table)).value).toEqual(EMPTY_STATE);
});

it('what is too large even so fails the run: nothing is lost that was saved', async () => {
  await saveState(table, EMPTY_STATE, 0);
  const series = {
    [noise('s', 14_000)]: { metricNames: [], readUntil: 1, unlistedAt: null, temperature: 'cold' as const },
  };
  await expect(saveState(table, { ...EMPTY_STATE, series }, 1)).rejects.toThrow('dynamodb:PutItem');
  expect((await loadState(table)).value).toEqual(EMPTY_STATE);
});
