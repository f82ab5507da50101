import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type DeployedWatchdog, deploy, RULES, setRules } from '../lambda/deployed';
import { clientsOf } from '../local/clients';
import { at, EXPECTED, play, prepareTraffic, said, TICKS, tally } from './scenario';
import { allItems, findItem, playSpoilt } from './spoil-item';
import { BROKEN_ROWS, NEWER_ROWS } from './stored-item-rows';

let watchdog: DeployedWatchdog;
let client: DynamoDBClient;

beforeEach(async () => {
  watchdog = await deploy({ now: new Date(at('11:00')) }, RULES);
  client = clientsOf(watchdog.account.url).dynamoDb;
  setRules(watchdog, { thresholds: [{ match: { quotaCode: 'L-4A6BFAB1' }, warningPercent: 86 }] });
  prepareTraffic(watchdog.account);
});

afterEach(() => watchdog.close());

describe.each(BROKEN_ROWS.map((row) => [`${row.item} ${row.name}`, row] as const))('%s', (_, row) => {
  it('is told once, replaced at once, and silences nothing', async () => {
    const { hit, runs } = await playSpoilt({ watchdog, client }, row);
    expect(hit.kind === 'failed' && hit.message).toContain(row.told);
    expect(hit.kind === 'failed' && hit.message).toContain('of the table watchdog');
    expect(runs.filter(({ kind }) => kind === 'failed')).toEqual([]);
    const { lost, wrong, repeated, coverage } = tally(said(watchdog.account), EXPECTED);
    // Without the state nobody knows that the open alert was told.
    const again = row.item === 'state' && row.isAlerting ? [EXPECTED[0]] : [];
    expect({ lost, wrong, repeated }).toEqual({ lost: [], wrong: [], repeated: again });
    expect(coverage).toEqual([expect.stringMatching(`^opened coverage/watchdog:stored/${row.item}.* unknown$`)]);
  }, 60_000);
});

it.each(NEWER_ROWS.map((row) => [`${row.item} ${row.name}`, row] as const))(
  '%s is left as it is, told once, and the older program alerts beside it',
  async (_, row) => {
    const { spoilt, hit } = await playSpoilt({ watchdog, client }, row);
    expect(hit.kind === 'failed' && hit.message).toContain(row.told);
    expect(hit.kind === 'failed' && hit.message).toContain('it is left as it is');
    const { lost, wrong, repeated, coverage } = tally(said(watchdog.account), EXPECTED);
    expect({ lost, wrong, repeated }).toEqual({ lost: [], wrong: [], repeated: [] });
    expect(coverage).toEqual([expect.stringMatching(`^opened coverage/watchdog:stored/${row.item}.* unknown$`)]);
    expect(await allItems(client)).toContainEqual(spoilt);
  },
  60_000,
);

it('a state that cannot be read is kept aside as it was, and what was open is reported again with that', async () => {
  await play(watchdog, TICKS.slice(0, TICKS.indexOf('12:10')));
  const state = await findItem(client, 'state');
  const spoilt = { ...state, data: { S: 'by hand' } };
  await client.send(new PutItemCommand({ TableName: 'watchdog', Item: spoilt }));
  const hit = await watchdog.tick(at('12:10'));
  expect(hit.kind === 'failed' && hit.message).toContain('kept for 30 days as state-aside#');
  const aside = await findItem(client, 'state-aside#2026-10-14T12:10:00Z');
  expect(aside).toMatchObject({ data: spoilt.data, version: state.version });
  const [mail] = watchdog.account.messages.slice(-1);
  expect(mail?.message.default).toContain('what was open is reported again');
  expect(said(watchdog.account).filter((line) => line === EXPECTED[0])).toHaveLength(2);
});
