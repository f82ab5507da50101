import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { readItems, type TablePartition } from '../../../aws/dynamodb';
import { type PollerConfig, readConfig } from '../../../lambda/config';
import { loadAside } from '../../../lambda/memory/aside';
import { EMPTY_STATE, loadState, saveState } from '../../../lambda/memory/state';
import { createChannels } from '../../../lambda/outbox/channels';
import { toOutboxEntry } from '../../../lambda/outbox/compose';
import type { OutboxEntry } from '../../../lambda/outbox/entry';
import { findRefused } from '../../../lambda/outbox/find-stuck';
import { createOwners } from '../../../lambda/outbox/owners';
import { type Delivery, deliver } from '../../../lambda/poller/deliver';
import { type Statement, spellStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { alertOf, ORIGIN } from '../../lib/core/alerts/alert-fixtures';
import { clientsOf } from '../../local/clients';

const NOW = Date.parse(ORIGIN.at) / 60_000;
const DAY = 24 * 60;
const TOO_LONG = 'Invalid parameter: Message too long';

let account: LocalAccount;
let table: TablePartition;
let config: PollerConfig;
let run: (now?: number) => Promise<Delivery>;
let runs = 0;

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date(ORIGIN.at), quotas: [] });
  await account.createTable('watchdog');
  const clients = clientsOf(account.url);
  table = { client: clients.dynamoDb, tableName: 'watchdog', partition: 'us-east-1' };
  config = readConfig({
    AWS_REGION: 'us-east-1',
    WATCHDOG_TABLE_NAME: 'watchdog',
    WATCHDOG_TOPIC_ARN: await account.createTopic('alerts'),
    WATCHDOG_CHAT_TOPIC_ARN: await account.createTopic('chat'),
    WATCHDOG_EVENT_BUS_ARN: 'arn:aws:events:us-east-1:111122223333:event-bus/default',
  });
  run = async (now = NOW) => {
    const { value, version } = await loadState(table);
    const state = value ?? EMPTY_STATE;
    const channels = [...createChannels(clients, config), ...createOwners(clients, state.outbox, config)];
    const speaker = { id: `run ${++runs}`, startedAt: 0, endsAt: 55_000 };
    return deliver({ channels, table, saved: { state, version }, now, speaker });
  };
});

afterEach(() => account.close());

function entryOf(at = ORIGIN.at, count = 1): OutboxEntry {
  const events = Array.from({ length: count }, (_, index) => alertOf({ finding: { id: `utilization/${index}` } }));
  return toOutboxEntry(events, { ...ORIGIN, at }, config);
}

/** An entry whose mail is more than SNS takes, as versions before made them. */
function tooLong(at = ORIGIN.at): OutboxEntry {
  const entry = entryOf(at);
  const message = { ...entry.alert.message, email: 'x'.repeat(270_000) };
  return { ...entry, alert: { ...entry.alert, message }, chat: [], events: [] };
}

async function remember(...outbox: OutboxEntry[]): Promise<void> {
  const { version } = await loadState(table);
  expect(await saveState(table, { ...EMPTY_STATE, outbox }, version)).toBe(true);
}

async function outbox(): Promise<readonly OutboxEntry[]> {
  return (await loadState(table)).value?.outbox ?? [];
}

function spell(statements: readonly Statement[]): string[] {
  return statements.map((one) => spellStatement(one, EN));
}

function subjectsOf(topicArn: string | null): string[] {
  return account.messages.filter((message) => message.topicArn === topicArn).map(({ subject }) => subject);
}

it('a mail that SNS refuses goes in short in the same run, and holds up nothing behind it', async () => {
  await remember(tooLong(), entryOf('2026-10-14T14:34:00Z'));
  const { blindSpots } = await run();
  expect(spell(blindSpots)).toEqual([expect.stringContaining(TOO_LONG)]);
  expect(subjectsOf(config.topicArn)).toHaveLength(2);
  const [short] = account.messages;
  expect(short?.message.email).toContain('Findings: 1.');
  expect(JSON.parse(short?.message.sqs ?? '')).toMatchObject({ at: ORIGIN.at, findings: [], omittedFindings: 1 });
  expect(await loadAside(table)).toMatchObject([
    { id: ORIGIN.at, channel: 'mail', why: expect.stringContaining(TOO_LONG), text: 'x'.repeat(270_000) },
  ]);
  expect(spell(findRefused(await outbox()))).toEqual([expect.stringContaining('went to mail in a short version')]);
});

it('is told for a day and not said again', async () => {
  await remember(tooLong());
  await run();
  const told = await run(NOW + DAY);
  expect(told).toEqual({ said: [], blindSpots: [] });
  expect(await outbox()).toHaveLength(1);
  await run(NOW + DAY + 1);
  expect(await outbox()).toEqual([]);
  expect(account.messages).toHaveLength(1);
});

it('one that is refused in short as well is tried in three runs and set aside, once', async () => {
  account.faults.add({ service: 'sns', kind: 'invalid' });
  await remember({ ...entryOf(), chat: [] });
  for (const waiting of [1, 2]) {
    await run();
    expect((await outbox())[0]).toMatchObject({ refusals: waiting });
    expect(await loadAside(table)).toEqual([]);
  }
  await run();
  expect(spell(findRefused(await outbox()))).toEqual([expect.stringContaining('to mail was permanently refused')]);
  account.faults.clear();
  await run();
  expect(account.messages).toEqual([]);
  expect(await loadAside(table)).toHaveLength(1);
});

it.each(['keyDisabled', 'gone', 'accessDenied', 'throttle', 'serverError'] as const)(
  'what is no fault of the message waits as it is: %s',
  async (kind) => {
    account.faults.add({ service: 'sns', kind });
    await remember(entryOf());
    for (let index = 0; index < 4; index++) expect((await run()).blindSpots.length).toBeGreaterThan(0);
    account.faults.clear();
    expect((await run()).blindSpots).toEqual([]);
    expect(account.messages.map(({ message }) => 'email' in message)).toEqual([true, false]);
    expect(await outbox()).toEqual([]);
  },
);

it('an owner whose mail is refused gets it in short, and the other owners theirs', async () => {
  const [one, other] = [await account.createTopic('one'), await account.createTopic('other')];
  const { alert } = tooLong();
  await remember({
    ...entryOf(),
    owners: [one, other].map((topicArn) => ({ topicArn, alert: topicArn === one ? alert : entryOf().alert })),
  });
  await run();
  expect([subjectsOf(one), subjectsOf(other)].map(({ length }) => length)).toEqual([1, 1]);
  expect(account.messages.find(({ topicArn }) => topicArn === one)?.message.email).toContain('Findings: 1.');
  expect(await loadAside(table)).toMatchObject([{ channel: `owner ${one}` }]);
});

it('a notification for the chat that is refused is set aside, and the next ones come', async () => {
  await remember({ ...entryOf(ORIGIN.at, 3), isMailed: true, events: [] });
  account.faults.add({ service: 'sns', kind: 'invalid', times: 1 });
  expect((await run()).blindSpots).toHaveLength(1);
  expect(subjectsOf(config.chatTopicArn)).toHaveLength(2);
  expect(await loadAside(table)).toMatchObject([{ channel: 'chat', text: expect.stringContaining('970,000') }]);
});

describe('events that EventBridge refuses', () => {
  it('for good: set aside, the others are put, and the next entry too', async () => {
    await remember(
      { ...entryOf(ORIGIN.at, 3), isMailed: true, chat: [] },
      { ...entryOf('2026-10-14T14:34:00Z'), isMailed: true, chat: [] },
    );
    account.faults.add({ service: 'events', operation: 'PutEventsEntry', kind: 'invalid', skip: 1, times: 1 });
    expect((await run()).blindSpots).toHaveLength(1);
    expect(account.events).toHaveLength(3);
    expect(await loadAside(table)).toMatchObject([
      { channel: 'events', json: expect.stringContaining('utilization/1') },
    ]);
  });

  it('as a call: each entry by itself', async () => {
    await remember({ ...entryOf(ORIGIN.at, 3), isMailed: true, chat: [] });
    account.faults.add({ service: 'events', operation: 'PutEvents', kind: 'invalid', times: 1 });
    expect((await run()).blindSpots).toEqual([]);
    expect(account.events).toHaveLength(3);
    expect(account.calls.get('events:PutEvents')).toBe(4);
  });
});

it('what cannot be set aside is told, and holds up nothing', async () => {
  await remember(tooLong(), { ...entryOf('2026-10-14T14:34:00Z'), chat: [], events: [] });
  account.faults.add({ service: 'dynamodb', operation: 'PutItem', kind: 'accessDenied', skip: 1, times: 1 });
  expect(spell((await run()).blindSpots)).toContainEqual(expect.stringContaining('could not be set aside'));
  expect(subjectsOf(config.topicArn)).toHaveLength(2);
});

it('events refused by several calls of a run are each kept', async () => {
  await remember({ ...entryOf(ORIGIN.at, 12), isMailed: true, chat: [] });
  account.faults.add({ service: 'events', operation: 'PutEventsEntry', kind: 'invalid', times: 1 });
  account.faults.add({ service: 'events', operation: 'PutEventsEntry', kind: 'invalid', skip: 9, times: 1 });
  await run();
  expect(account.events).toHaveLength(10);
  expect((await loadAside(table)).map(({ json }) => JSON.parse(json).finding.id)).toEqual([
    'utilization/0',
    'utilization/10',
  ]);
});

describe('an item of what is set aside that is', () => {
  const put = (item: object) =>
    table.client.send(
      new PutItemCommand({
        TableName: 'watchdog',
        Item: { pk: { S: 'us-east-1' }, sk: { S: 'outbox-aside' }, data: { S: 'by hand' }, ...item },
      }),
    );

  it('broken is begun anew, and told', async () => {
    await put({});
    await remember(tooLong());
    expect(spell((await run()).blindSpots)).toContainEqual(
      expect.stringContaining('the item outbox-aside of the table watchdog holds nothing that can be unpacked'),
    );
    expect(await loadAside(table)).toHaveLength(1);
  });

  it("a newer program's stays, and what is set aside is kept beside it", async () => {
    await put({ schema: { N: '7' } });
    await remember(tooLong());
    expect(spell((await run()).blindSpots)).toContainEqual(expect.stringContaining('is of schema 7'));
    const items = await readItems(table, 'outbox-aside', 'outbox-aside~');
    expect([...items.keys()]).toEqual(['outbox-aside', 'outbox-aside@1']);
    expect(items.get('outbox-aside')?.attributes).toMatchObject({ data: { S: 'by hand' } });
    expect(items.get('outbox-aside@1')?.value).toHaveLength(1);
    expect(subjectsOf(config.topicArn)).toHaveLength(1);
  });
});

it('the aside keeps the newest fifty', async () => {
  for (const half of [0, 1]) {
    const minutes = Array.from({ length: 30 }, (_, index) => new Date(NOW * 60_000 + (half * 30 + index) * 60_000));
    await remember(...minutes.map((at) => tooLong(at.toISOString())));
    await run();
  }
  const kept = await loadAside(table);
  expect(kept).toHaveLength(50);
  expect(kept.at(-1)?.id).toBe('2026-10-14T15:32:00.000Z');
}, 120_000);
