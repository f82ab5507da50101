import { type AwsClients, createClients } from '../../aws/clients';
import { countWaiting, deleteMessages, type ReceiveLimits, receiveMessages } from '../../aws/sqs';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import type { FaultKind } from '../../local/wire/faults';

const QUEUE = 'https://sqs.us-east-1.amazonaws.com/111122223333/q';
const WIDE: ReceiveLimits = { messages: 1_000, milliseconds: 60_000, bytes: 10_000_000 };

let account: LocalAccount;
let sqs: AwsClients['sqs'];

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:00:00Z') });
  Object.assign(process.env, account.environment);
  ({ sqs } = createClients('us-east-1', new Map()));
});

afterEach(async () => {
  sqs.destroy();
  await account.close();
});

function fill(count: number, body = 'a body'): void {
  const messages = Array.from({ length: count }, (_, index) => ({ id: `m${index}`, body }));
  account.queues.set('q', messages);
}

/** A clock that goes on by so much each time it is asked. */
function clockOf(step: number): () => number {
  let now = 0;
  return () => {
    now += step;
    return now;
  };
}

function fail(operation: string, kind: FaultKind, changes: { times?: number; skip?: number } = {}): void {
  account.faults.add({ service: 'sqs', operation, kind, ...changes });
}

const receive = (limits: Partial<ReceiveLimits> = {}, step = 0) =>
  receiveMessages(sqs, QUEUE, { ...WIDE, ...limits }, clockOf(step));
const calls = (operation: string) => account.calls.get(`sqs:${operation}`) ?? 0;
const left = () => account.queues.get('q')?.length;
const tell = (blindSpots: Parameters<typeof spellStatement>[0][]) => blindSpots.map((one) => spellStatement(one, EN));

describe('receiving', () => {
  test.each<[string, number, Partial<ReceiveLimits>, number, { got: number; isCut: boolean; calls: number }]>([
    ['an empty queue is asked once', 0, {}, 0, { got: 0, isCut: false, calls: 1 }],
    ['few messages: one call after the other', 9, {}, 0, { got: 9, isCut: false, calls: 2 }],
    ['the count ends it', 100, { messages: 40 }, 0, { got: 40, isCut: true, calls: 4 }],
    ['a count that is no multiple of ten is not passed', 100, { messages: 45 }, 0, { got: 40, isCut: true, calls: 4 }],
    // Asked at the start, then before each call: after 10, 20, 30 and 40.
    ['the time ends it', 500, { milliseconds: 40 }, 10, { got: 40, isCut: true, calls: 4 }],
    ['no time at all is one call', 500, { milliseconds: 0 }, 10, { got: 10, isCut: true, calls: 1 }],
  ])('%s', async (_, count, limits, step, expected) => {
    fill(count);
    const { messages, isCut, blindSpots } = await receive(limits, step);
    expect({ got: messages.length, isCut, calls: calls('ReceiveMessage') }).toEqual(expected);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    expect(blindSpots).toEqual([]);
  });

  test('once a call is full, ten are under way at once', async () => {
    fill(25);
    expect((await receive()).messages).toHaveLength(25);
    // The first, and ten of which those that brought something ask again.
    expect(calls('ReceiveMessage')).toBeGreaterThanOrEqual(11);
  });

  test.each([
    ['all, below the limit', 'x'.repeat(1_000), 10_000_000, { got: 100, isCut: false }],
    ['of calls of 10,000 no fourth', 'x'.repeat(1_000), 39_999, { got: 30, isCut: true }],
    ['bytes, and not characters', 'é'.repeat(500), 39_999, { got: 30, isCut: true }],
  ])('bytes: %s', async (_, body, bytes, expected) => {
    fill(100, body);
    const { messages, isCut } = await receive({ bytes });
    expect({ got: messages.length, isCut }).toEqual(expected);
  });

  test('one call larger than the limit ends it, and is kept', async () => {
    fill(30, 'x'.repeat(1_000));
    const { messages, isCut } = await receive({ bytes: 500 });
    expect([messages.length, isCut]).toEqual([10, true]);
  });

  test('a failure keeps what came before, is told once and cuts nothing', async () => {
    fill(200);
    fail('ReceiveMessage', 'accessDenied', { skip: 3 });
    const { messages, isCut, blindSpots } = await receive();
    expect([messages.length, isCut]).toEqual([30, false]);
    expect(tell([...blindSpots])).toEqual([
      'sqs:ReceiveMessage failed (AccessDeniedException: User is not authorized to perform this action); allow the action sqs:ReceiveMessage',
    ]);
  });
});

describe('deleting', () => {
  const deleteAll = async (count: number) => {
    fill(count);
    const { messages } = await receive();
    return tell([...(await deleteMessages(sqs, QUEUE, messages))]);
  };

  test('all, ten a call', async () => {
    expect(await deleteAll(25)).toEqual([]);
    expect([left(), calls('DeleteMessageBatch')]).toEqual([0, 3]);
  });

  test('nothing is no call', async () => {
    expect(await deleteAll(0)).toEqual([]);
    expect(calls('DeleteMessageBatch')).toBe(0);
  });

  test('what SQS refuses is tried once more', async () => {
    fail('DeleteMessageBatchEntry', 'serverError', { times: 4 });
    expect(await deleteAll(10)).toEqual([]);
    expect([left(), calls('DeleteMessageBatch')]).toEqual([0, 2]);
  });

  test('what it refuses again is told, and the others are deleted', async () => {
    // All three, and two of them again.
    fail('DeleteMessageBatchEntry', 'serverError', { times: 5 });
    const told = await deleteAll(3);
    expect(told).toEqual([
      expect.stringMatching(
        /^sqs:DeleteMessage failed for 2 messages .*\(InternalFailure: The local account was told to fail\)/,
      ),
    ]);
    expect(left()).toBe(2);
  });

  test('a call that fails ends it and is told once', async () => {
    fail('DeleteMessageBatch', 'accessDenied');
    const [told, ...others] = await deleteAll(500);
    expect(told).toContain('allow the action sqs:DeleteMessage');
    expect(others).toEqual([]);
    expect(left()).toBe(500);
    // One for each of the ten that were under way.
    expect(calls('DeleteMessageBatch')).toBe(10);
  });
});

describe('counting', () => {
  test('what can be received', async () => {
    fill(12);
    await receive({ messages: 10 });
    expect(await countWaiting(sqs, QUEUE)).toEqual({ value: 2, blindSpots: [] });
  });

  test.each(['accessDenied', 'junk'] as const)('%s: unknown, and never 0', async (kind) => {
    fill(12);
    fail('GetQueueAttributes', kind);
    const { value, blindSpots } = await countWaiting(sqs, QUEUE);
    expect(value).toBeNull();
    expect(tell([...blindSpots])[0]).toContain('sqs:GetQueueAttributes failed');
  });
});
