import { randomUUID } from 'node:crypto';
import type { TablePartition } from '../../../aws/dynamodb';
import { type PollerConfig, readConfig } from '../../../lambda/config';
import { EMPTY_STATE, loadState, saveState } from '../../../lambda/memory/state';
import type { Channel } from '../../../lambda/outbox/channel';
import { createChannels } from '../../../lambda/outbox/channels';
import { claimEntry, type Speaker } from '../../../lambda/outbox/claim';
import { toOutboxEntry } from '../../../lambda/outbox/compose';
import { numberParts, type OutboxEntry } from '../../../lambda/outbox/entry';
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

/** A run that begins so many seconds after the first, and lives 55. */
function speakerAt(seconds: number): Speaker {
  const startedAt = seconds * 1000;
  return { id: randomUUID(), startedAt, endsAt: startedAt + 55_000 };
}

/** One run's delivery of what is remembered. */
async function run(now = NOW, by: readonly Channel[] = channels): Promise<Delivery> {
  const { value, version } = await loadState(table);
  return deliver({ channels: by, table, saved: { state: value ?? EMPTY_STATE, version }, now, speaker: speakerAt(0) });
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
  const modelIds = Array.from({ length: 3_000 }, (_, index) => `model-id-${index}`);
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

describe('an alert and a digest of one run', () => {
  const toDigest = (): OutboxEntry => {
    const { id, alert } = entryOf(1);
    return { id, alert: { ...alert, subject: 'DIGEST' } };
  };

  it.each([
    ['the alert is not taken', 0, ['DIGEST']],
    ['the digest is not taken', 1, ['CRITICAL']],
  ])('%s: the other is, and it comes at the next run', async (_, skip, first) => {
    const { id, alert } = entryOf(1);
    await remember({ id, alert: { ...alert, subject: 'CRITICAL' } }, toDigest());
    account.faults.add({ service: 'sns', kind: 'invalid', skip, times: 2 });
    await run();
    expect(account.messages.map(({ subject }) => subject)).toEqual(first);
    expect(await outbox()).toHaveLength(1);
    await run();
    expect(account.messages.map(({ subject }) => subject).sort()).toEqual(['CRITICAL', 'DIGEST']);
    expect(await outbox()).toEqual([]);
  });

  it('are told apart, however many there are; the first keeps its name', () => {
    const numbered = numberParts([toDigest(), toDigest(), entryOf(1, '2026-10-14T14:34:00Z'), toDigest()]);
    expect(numbered.map(({ part }) => part)).toEqual([undefined, 1, undefined, 2]);
    expect(numberParts(numbered)).toEqual(numbered);
  });
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

describe('runs at once', () => {
  it('a run that is overtaken before it claims says nothing', async () => {
    await remember(entryOf(2));
    const { value, version } = await loadState(table);
    await run();
    const saved = { state: value ?? EMPTY_STATE, version };
    const { said } = await deliver({ channels, table, saved, now: NOW, speaker: speakerAt(1) });
    expect(said).toEqual([]);
    expect(told()).toEqual({ mail: 1, chat: 2, events: 2 });
  });

  it('of four that begin with the same state one speaks', async () => {
    await remember(entryOf(2));
    const { value, version } = await loadState(table);
    const saved = { state: value ?? EMPTY_STATE, version };
    await Promise.all([0, 1, 2, 3].map((at) => deliver({ channels, table, saved, now: NOW, speaker: speakerAt(at) })));
    expect(told()).toEqual({ mail: 1, chat: 2, events: 2 });
    expect(await outbox()).toEqual([]);
  });

  it.each([
    [54, 0],
    [55, 1],
  ])('what a run claimed and left is said by one that begins %d seconds later: %d times', async (seconds, times) => {
    const { startedAt, endsAt, id } = speakerAt(0);
    await remember(claimEntry(entryOf(1), { startedAt, endsAt, id }));
    const { value, version } = await loadState(table);
    const saved = { state: value ?? EMPTY_STATE, version };
    await deliver({ channels, table, saved, now: NOW, speaker: speakerAt(seconds) });
    expect(told().mail).toBe(times);
    expect(await outbox()).toHaveLength(1 - times);
  });

  it('what another run saves while one speaks stays, and what was said goes all the same', async () => {
    await remember(entryOf(3));
    const other = entryOf(1, '2026-10-14T14:34:00Z');
    const interrupting: Channel = {
      name: 'mail',
      async *say(entry) {
        const { value, version } = await loadState(table);
        const state = value ?? EMPTY_STATE;
        await saveState(table, { ...state, evaluatedUntil: 7, outbox: [...state.outbox, other] }, version);
        yield { entry: { ...entry, isMailed: true }, blindSpots: [] };
      },
    };
    await run(NOW, [interrupting, ...channels.slice(1)]);
    expect(await outbox()).toEqual([other]);
    expect((await loadState(table)).value?.evaluatedUntil).toBe(7);
  });

  it('what cannot be said is released for the next run, whenever it begins', async () => {
    await remember(entryOf(1));
    account.faults.add({ service: 'sns', kind: 'accessDenied', times: 1 });
    await run();
    expect((await outbox()).map(({ claim }) => claim)).toEqual([undefined]);
  });
});

it('a delivery whose time is over stops, and leaves the rest to the next run', async () => {
  await remember(entryOf(40));
  const { value, version } = await loadState(table);
  const saved = { state: value ?? EMPTY_STATE, version };
  const stop = new AbortController();
  const stopping: Channel = {
    name: 'events',
    async *say(entry) {
      for await (const step of channels[2]?.say(entry) ?? []) {
        if ((step.entry.events ?? []).length === 30) stop.abort();
        yield step;
      }
    },
  };
  const ways = channels.map((channel) => (channel.name === 'events' ? stopping : channel));
  await deliver({ channels: ways, table, saved, now: NOW, speaker: speakerAt(0), signal: stop.signal });
  expect(told()).toMatchObject({ mail: 1, events: 10 });
  await run();
  expect(told()).toMatchObject({ mail: 1, events: 40 });
});

it('thousands of notifications are noted by the second, not one by one', async () => {
  await remember(entryOf(3_000));
  await run();
  expect(told()).toMatchObject({ mail: 1, events: 3_000 });
  expect(account.calls.get('events:PutEvents')).toBe(300);
  expect(account.calls.get('dynamodb:PutItem')).toBeLessThan(200);
  expect(await outbox()).toEqual([]);
}, 60_000);
