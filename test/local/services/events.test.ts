import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { LocalAccount } from '../../../local/account/local-account';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startNoonAccount } from '../noon-account';

const GOOD: PutEventsRequestEntry = { Source: 'mine', DetailType: 'Thing Done', Detail: '{"a":1}' };

const start = closedAfterEach(startNoonAccount);
let account: LocalAccount;
let client: EventBridgeClient;

beforeEach(async () => {
  account = await start();
  client = clientsOf(account.url).eventBridge;
});

const put = (...entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries: entries }));

it('records what was put, with its own time or the clock', async () => {
  const reply = await put(GOOD, {
    ...GOOD,
    EventBusName: 'other',
    Resources: ['arn:aws:x'],
    Time: new Date('2026-10-14T11:00:00Z'),
  });
  expect(reply.FailedEntryCount).toBe(0);
  expect(reply.Entries?.map(({ EventId }) => EventId)).toEqual(['event-1', 'event-2']);
  expect(account.events).toEqual([
    {
      at: '2026-10-14T12:00:00Z',
      bus: 'default',
      source: 'mine',
      detailType: 'Thing Done',
      detail: { a: 1 },
      resources: [],
    },
    {
      at: '2026-10-14T11:00:00Z',
      bus: 'other',
      source: 'mine',
      detailType: 'Thing Done',
      detail: { a: 1 },
      resources: ['arn:aws:x'],
    },
  ]);
  expect(account.calls.get('events:PutEvents')).toBe(1);
});

it.each<[string, Partial<PutEventsRequestEntry>, string]>([
  ['no source', { Source: undefined }, 'InvalidArgument'],
  ['no detail type', { DetailType: undefined }, 'InvalidArgument'],
  ['no detail', { Detail: undefined }, 'InvalidArgument'],
  ['a detail that is no JSON', { Detail: '{' }, 'MalformedDetail'],
  ['a detail that is no object', { Detail: '[1]' }, 'MalformedDetail'],
  ["a source of AWS's", { Source: 'aws.bedrock' }, 'NotAuthorizedForSourceException'],
])('refuses an entry with %s, and takes the others', async (_, change, code) => {
  const reply = await put(GOOD, { ...GOOD, ...change }, GOOD);
  expect([reply.FailedEntryCount, reply.Entries?.[1]?.ErrorCode]).toEqual([1, code]);
  expect(reply.Entries?.[1]?.EventId).toBeUndefined();
  expect(account.events).toHaveLength(2);
});

it.each<[string, PutEventsRequestEntry[], string]>([
  ['no entry', [], 'from 1 to 10, not 0'],
  ['eleven entries', Array(11).fill(GOOD), 'from 1 to 10, not 11'],
  [
    'more than 256 KB',
    Array(3).fill({ ...GOOD, Detail: JSON.stringify({ a: 'x'.repeat(100_000) }) }),
    'over the limit',
  ],
])('refuses a call with %s as a whole', async (_, entries, words) => {
  await expect(put(...entries)).rejects.toThrow(words);
  expect(account.events).toEqual([]);
});

it('a fault of PutEventsEntry hits single entries, one of PutEvents the call', async () => {
  account.faults.add({ service: 'events', operation: 'PutEventsEntry', kind: 'throttle', skip: 1, times: 1 });
  const reply = await put(GOOD, GOOD, GOOD);
  expect(reply.Entries?.map(({ ErrorCode }) => ErrorCode ?? 'taken')).toEqual([
    'taken',
    'ThrottlingException',
    'taken',
  ]);
  account.faults.add({ service: 'events', operation: 'PutEvents', kind: 'accessDenied' });
  await expect(put(GOOD)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
