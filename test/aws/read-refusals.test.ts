import { createCloudTrailClient, LOOKUP_INTERVAL_MS, tryLookup } from '../../aws/cloudtrail';
import { type RefusalReadingOptions, readRefusals } from '../../aws/read-refusals';
import { toMinute } from '../../lib/core/vocabulary/time';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import type { TrailEvent } from '../../local/traffic/trail';

const NOON = new Date('2026-10-14T12:00:00Z');
const NOW = toMinute(NOON.getTime());
const WINDOW = { from: NOW - 60, until: NOW };

let account: LocalAccount;
beforeEach(async () => {
  account = await startLocalAccount({ now: NOON, pageSizes: { events: 1 } });
  Object.assign(process.env, account.environment);
});
afterEach(() => account.close());

/** Refused calls so many minutes ago. */
function refuse(minutesAgo: readonly number[], operation = 'Converse'): void {
  for (const minutes of minutesAgo) {
    account.trail.add({
      at: NOON.getTime() - minutes * 60_000,
      operation,
      modelId: `model-${minutes}`,
      errorCode: 'ThrottlingException',
      errorMessage: 'Too many tokens, please wait before trying again.',
    });
  }
}

async function read(options: Partial<RefusalReadingOptions> = {}) {
  const client = createCloudTrailClient('us-east-1', new Map());
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const found = await readRefusals(client, { windows: [WINDOW], wait, ...options });
  client.destroy();
  return { ...found, waits, modelIds: found.refusals.map(({ modelId }) => modelId).sort() };
}

test('every page of every operation, in the windows alone', async () => {
  refuse([20, 30, 40]);
  refuse([25], 'InvokeModelWithResponseStream');
  refuse([70]);
  const found = await read({
    windows: [
      { from: NOW - 25, until: NOW },
      { from: NOW - 60, until: NOW - 30 },
    ],
  });
  expect(found.modelIds).toEqual(['model-20', 'model-25', 'model-40']);
  expect(found).toMatchObject({ events: 3, unreadable: 0, readBackTo: null, blindSpot: null });
});

test('an empty history is read in a lookup for each operation, none sooner than AWS allows', async () => {
  const found = await read();
  expect(found).toMatchObject({ refusals: [], lookups: 5, readBackTo: null });
  expect(found.waits).toEqual(Array(5).fill(LOOKUP_INTERVAL_MS));
});

test('a lookup waits for the interval after the one before', async () => {
  const order: string[] = [];
  const wait = async () => {
    order.push('wait');
    await Promise.resolve();
    order.push(`after ${account.calls.get('cloudtrail:LookupEvents') ?? 0}`);
  };
  await read({ wait });
  expect(order.slice(0, 4)).toEqual(['wait', 'after 0', 'wait', 'after 1']);
});

test('what comes twice is one, and what is not wanted is none', async () => {
  refuse([20, 30]);
  const [event] = account.trail.events;
  (account.trail.events as TrailEvent[]).push(event as TrailEvent);
  expect(await read({ isWanted: ({ modelId }) => modelId !== 'model-30' })).toMatchObject({
    events: 3,
    modelIds: ['model-20'],
  });
});

test('ends at enough refusals, the newest first, and says up to where it read', async () => {
  refuse([20, 30, 40]);
  expect(await read({ enough: 2 })).toMatchObject({ modelIds: ['model-20', 'model-30'], readBackTo: NOW - 29 });
});

test('ends at the bound of lookups, before anything of an operation was read', async () => {
  refuse([20]);
  expect(await read({ mostLookups: 3 })).toMatchObject({ lookups: 3, readBackTo: NOW, blindSpot: null });
});

test('a throttled lookup is tried again', async () => {
  refuse([20]);
  account.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind: 'throttle', times: 1 });
  expect(await read()).toMatchObject({ modelIds: ['model-20'], blindSpot: null });
});

test('what failed on the way keeps what was read', async () => {
  refuse([20, 30]);
  account.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind: 'accessDenied' });
  const denied = await read();
  expect(denied).toMatchObject({ refusals: [], readBackTo: NOW, blindSpot: { source: 'cloudtrail:LookupEvents' } });
  account.faults.clear();
  let lookups = 0;
  const wait = async () => {
    if (++lookups === 5) account.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind: 'accessDenied' });
  };
  expect(await read({ wait })).toMatchObject({
    modelIds: ['model-20'],
    blindSpot: { source: 'cloudtrail:LookupEvents' },
  });
});

test('a page that is the same again ends the reading', async () => {
  account.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind: 'emptyPageWithToken' });
  expect(await read()).toMatchObject({ blindSpot: { source: 'cloudtrail:LookupEvents' }, readBackTo: NOW });
});

test('a record that is no JSON, or of a shape that is not known, is counted', async () => {
  refuse([20]);
  const [event] = account.trail.events;
  const odd = { ...(event as TrailEvent), record: () => ({ eventName: 7 }) };
  const broken = { ...(event as TrailEvent), record: () => ({ toJSON: () => undefined }) };
  (account.trail.events as TrailEvent[]).push(odd, broken);
  expect(await read()).toMatchObject({ events: 3, unreadable: 2, modelIds: ['model-20'] });
});

test('whether it may be read is asked by one lookup', async () => {
  const client = createCloudTrailClient('us-east-1', new Map());
  expect(await tryLookup(client)).toBeNull();
  account.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind: 'accessDenied' });
  expect(await tryLookup(client)).toMatchObject({ source: 'cloudtrail:LookupEvents' });
  expect(account.calls.get('cloudtrail:LookupEvents')).toBe(2);
  client.destroy();
});
