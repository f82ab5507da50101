import type { TablePartition } from '../../../aws/dynamodb';
import { type PollerConfig, readConfig } from '../../../lambda/config';
import { EMPTY_STATE, loadState, saveState } from '../../../lambda/memory/state';
import type { Channel } from '../../../lambda/outbox/channel';
import { createChannels } from '../../../lambda/outbox/channels';
import { toOutboxEntry } from '../../../lambda/outbox/compose';
import type { OutboxEntry } from '../../../lambda/outbox/entry';
import { type Delivery, deliver } from '../../../lambda/poller/deliver';
import { spellStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import type { Fault } from '../../../local/wire/faults';
import { alertOf, ORIGIN } from '../../lib/core/alerts/alert-fixtures';
import { clientsOf } from '../../local/clients';

const NOW = Date.parse(ORIGIN.at) / 60_000;
const DAY = 24 * 60;

let account: LocalAccount;
let table: TablePartition;
let config: PollerConfig;
let channels: readonly Channel[];

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
  channels = createChannels(clients, config);
});

afterEach(() => account.close());

/** An entry of a run with so many events. */
function entryOf(count: number, at = ORIGIN.at): OutboxEntry {
  const events = Array.from({ length: count }, (_, index) => alertOf({ finding: { id: `utilization/${index}` } }));
  return toOutboxEntry(events, { ...ORIGIN, at }, config);
}

async function remember(...outbox: OutboxEntry[]): Promise<void> {
  const { version } = await loadState(table);
  expect(await saveState(table, { ...EMPTY_STATE, outbox }, version)).toBe(true);
}

/** One run's delivery of what is remembered. */
async function run(now = NOW, by: readonly Channel[] = channels): Promise<Delivery> {
  const { value, version } = await loadState(table);
  return deliver(by, table, { state: value ?? EMPTY_STATE, version }, now);
}

async function outbox(): Promise<readonly OutboxEntry[]> {
  return (await loadState(table)).value?.outbox ?? [];
}

/** How often each channel was told. */
function told() {
  const to = (topicArn: string | null) => account.messages.filter((message) => message.topicArn === topicArn).length;
  return { mail: to(config.topicArn), chat: to(config.chatTopicArn), events: account.events.length };
}

it('every channel is told, each event by itself in chat and events, and nothing is left', async () => {
  await remember(entryOf(3));
  const { said, blindSpots } = await run();
  expect(blindSpots).toEqual([]);
  expect(said.map(({ channel }) => channel)).toEqual(['mail', 'chat', 'chat', 'chat', 'events']);
  expect(told()).toEqual({ mail: 1, chat: 3, events: 3 });
  expect(account.events[0]).toMatchObject({
    at: ORIGIN.at,
    bus: config.eventBusArn,
    source: 'bedrock-quota-watchdog',
    detailType: 'Bedrock Quota Alert Opened',
    detail: { event: 'opened', finding: { id: 'utilization/0' } },
    resources: ['arn:aws:servicequotas:us-east-1:111122223333:bedrock/L-F4DDD3EB'],
  });
  expect(await outbox()).toEqual([]);
});

describe('a channel that fails alone', () => {
  it.each<[string, Fault, object, string]>([
    ['mail', { service: 'sns', kind: 'accessDenied', times: 1 }, { mail: 0, chat: 2, events: 2 }, 'sns:Publish'],
    [
      'chat',
      { service: 'sns', kind: 'accessDenied', skip: 1, times: 1 },
      { mail: 1, chat: 0, events: 2 },
      'sns:Publish',
    ],
    [
      'chat in the middle',
      { service: 'sns', kind: 'accessDenied', skip: 2, times: 1 },
      { mail: 1, chat: 1, events: 2 },
      'sns:Publish',
    ],
    [
      'events',
      { service: 'events', kind: 'accessDenied', times: 1 },
      { mail: 1, chat: 2, events: 0 },
      'events:PutEvents',
    ],
    [
      'events, by junk',
      { service: 'events', kind: 'junk', times: 1 },
      { mail: 1, chat: 2, events: 0 },
      'events:PutEvents',
    ],
    [
      'one entry of the events',
      { service: 'events', operation: 'PutEventsEntry', kind: 'throttle', times: 1 },
      { mail: 1, chat: 2, events: 1 },
      'events:PutEvents',
    ],
  ])(
    '%s: the others are told, it is an error, and the next run brings just the rest',
    async (_, fault, first, source) => {
      await remember(entryOf(2));
      account.faults.add(fault);
      const { blindSpots } = await run();
      expect(blindSpots.map((error) => error.source)).toEqual([source]);
      expect(told()).toEqual(first);
      expect(await outbox()).toHaveLength(1);
      expect((await run()).blindSpots).toEqual([]);
      expect(told()).toEqual({ mail: 1, chat: 2, events: 2 });
      expect(await outbox()).toEqual([]);
    },
  );

  it('keeps the order: what is newer waits for what is older, in that channel only', async () => {
    await remember(entryOf(1), entryOf(1, '2026-10-14T14:34:00Z'));
    account.faults.add({ service: 'events', kind: 'accessDenied' });
    await run();
    expect(told()).toEqual({ mail: 2, chat: 2, events: 0 });
    expect(account.calls.get('events:PutEvents')).toBe(1);
    account.faults.clear();
    await run();
    expect(account.events.map(({ at }) => at)).toEqual(['2026-10-14T14:33:00Z', '2026-10-14T14:34:00Z']);
  });
});

it('25 events go in calls of ten, and an entry that is refused holds up no other', async () => {
  await remember(entryOf(25));
  account.faults.add({ service: 'events', operation: 'PutEventsEntry', kind: 'serverError', skip: 3, times: 2 });
  const { blindSpots } = await run();
  expect(blindSpots).toHaveLength(2);
  expect(blindSpots.map((error) => spellStatement(error, EN))).toContainEqual(
    expect.stringContaining('events:PutEvents failed (InternalFailure'),
  );
  expect(account.calls.get('events:PutEvents')).toBe(3);
  expect(account.events).toHaveLength(23);
  await run();
  expect(account.calls.get('events:PutEvents')).toBe(4);
  const ids = account.events.map(({ detail }) => (detail.finding as { id: string }).id);
  expect(new Set(ids).size).toBe(25);
  expect(ids.slice(23)).toEqual(['utilization/3', 'utilization/4']);
});

it('events that are large together go in calls below 256 KB', async () => {
  const modelIds = Array.from({ length: 5_000 }, (_, index) => `model-id-${index}`);
  const events = Array.from({ length: 6 }, (_, index) => alertOf({ finding: { id: `${index}`, modelIds } }));
  await remember(toOutboxEntry(events, ORIGIN, { ...config, chatTopicArn: null }));
  expect((await run()).blindSpots).toEqual([]);
  expect(account.events).toHaveLength(6);
  expect(account.calls.get('events:PutEvents')).toBeGreaterThan(1);
});

it('an entry of an older version is mailed, once', async () => {
  const { id, alert } = entryOf(1);
  await remember({ id, alert });
  expect((await run()).blindSpots).toEqual([]);
  await run();
  expect(told()).toEqual({ mail: 1, chat: 0, events: 0 });
  expect(await outbox()).toEqual([]);
});

it('what waits for a channel that was taken away goes, without an error', async () => {
  await remember({ ...entryOf(2), isMailed: true });
  const mailOnly = channels.filter(({ name }) => name === 'mail');
  expect(await run(NOW, mailOnly)).toEqual({ said: [], blindSpots: [] });
  expect(await outbox()).toEqual([]);
});

describe('what chat and events did not take for a day', () => {
  it.each([
    [DAY, { mail: 1, chat: 2, events: 2 }, 0],
    [DAY + 1, { mail: 1, chat: 0, events: 0 }, 2],
  ])('after %d minutes', async (minutes, expected, errors) => {
    await remember(entryOf(2));
    expect((await run(NOW + minutes)).blindSpots).toHaveLength(errors);
    expect(told()).toEqual(expected);
    expect(await outbox()).toEqual([]);
  });

  it('is told as given up', async () => {
    await remember({ ...entryOf(2), isMailed: true, chat: [] });
    const { blindSpots } = await run(NOW + DAY + 1);
    expect(blindSpots.map((error) => [error.source, spellStatement(error, EN)])).toEqual([
      ['events', 'gave up 2 of 2026-10-14T14:33:00Z for events after a day'],
    ]);
  });
});

it('a run that is overtaken stops after its next call', async () => {
  await remember(entryOf(2));
  const { value, version } = await loadState(table);
  await run();
  const { said } = await deliver(channels, table, { state: value ?? EMPTY_STATE, version }, NOW);
  expect(said.map(({ channel }) => channel)).toEqual(['mail']);
  expect(told()).toEqual({ mail: 2, chat: 2, events: 2 });
});
