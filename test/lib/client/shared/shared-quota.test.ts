/** @jest-environment node */
import { setImmediate } from 'node:timers/promises';
import { DailyQuotaExhaustedError } from '../../../../lib/client';
import type { QuotaLimits } from '../../../../lib/client/pool/call-at-gate';
import { printDocument } from '../../../../lib/client/shared/document';
import { dynamoStore } from '../../../../lib/client/shared/dynamo-store';
import { memoryStore } from '../../../../lib/client/shared/memory-store';
import type { QuotaStore } from '../../../../lib/client/shared/store';
import { SimulatedClock } from '../simulated-clock';
import { startTable } from './dynamo-table';
import { type Admitted, MINUTE, MODEL, mostInAMinute, NOON, startProcess, switchable } from './shared-pool';

const LIMITS: QuotaLimits = { tokensPerMinute: 6_000 };
const KEY = 'us-east-1 pool';

function open(count: number, limits = LIMITS, inner: QuotaStore = memoryStore()) {
  const clock = new SimulatedClock(NOON);
  const admitted: Admitted[] = [];
  const { state, store } = switchable(inner);
  const processes = Array.from({ length: count }, () => startProcess(store, limits, { clock, admitted }));
  const [first] = processes;
  if (!first) throw new Error('there is no process');
  return { clock, admitted, processes, first, state, inner };
}

/** Lets time pass, but not while the store is about to answer: its answers take real time. */
async function play({ clock, state }: ReturnType<typeof open>, milliseconds: number, step = 25): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    await clock.advance(step);
    while (state.running > 0) await setImmediate();
  }
}

/** Three times what the quota allows, of each process in turn, reserving 200 tokens and using 120. */
async function overload(scene: ReturnType<typeof open>, minutes: number): Promise<void> {
  const calls = (3 * 6_000 * minutes) / 120;
  for (let call = 0; call < calls; call++) {
    void scene.processes[call % scene.processes.length]?.call(200, 120, 1_500 + (call % 7) * 300);
    await play(scene, (minutes * MINUTE) / calls);
  }
}

function served(admitted: readonly Admitted[], from: number, until: number): number {
  return admitted.filter(({ at }) => at >= from && at < until).reduce((sum, { tokens }) => sum + tokens, 0);
}

test('four processes together never exceed a quota, and get nearly all of it', async () => {
  const scene = open(4);
  await overload(scene, 4);
  expect(mostInAMinute(scene.admitted)).toBeLessThanOrEqual(6_000);
  expect(served(scene.admitted, NOON + MINUTE, NOON + 4 * MINUTE)).toBeGreaterThan(0.9 * 3 * 6_000);
  expect(scene.processes.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain('storeAway');
});

test('so they do over DynamoDB', async () => {
  const table = await startTable();
  try {
    const scene = open(4, LIMITS, dynamoStore(table));
    await overload(scene, 1.5);
    expect(mostInAMinute(scene.admitted)).toBeLessThanOrEqual(6_000);
    expect(served(scene.admitted, NOON, NOON + 1.5 * MINUTE)).toBeGreaterThan(0.8 * 1.5 * 6_000);
    expect(scene.processes.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain('storeAway');
  } finally {
    await table.close();
  }
}, 60_000);

test('one alone gets nearly all while the others are idle, which it would not by a share', async () => {
  const scene = open(4);
  for (const one of scene.processes) void one.call(200, 120, 1_000);
  await play(scene, 2 * MINUTE);
  const before = scene.clock.now();
  for (let call = 0; call < 300; call++) void scene.first.call(200, 120, 1_500);
  await play(scene, 3 * MINUTE);
  expect(mostInAMinute(scene.admitted)).toBeLessThanOrEqual(6_000);
  expect(served(scene.admitted, before, before + 3 * MINUTE)).toBeGreaterThan(0.85 * 3 * 6_000);
});

test('requests a minute are shared as well', async () => {
  const scene = open(3, { requestsPerMinute: 30 });
  for (let call = 0; call < 60; call++) void scene.processes[call % 3]?.call(1);
  await play(scene, 3 * MINUTE);
  expect(mostInAMinute(scene.admitted.map(({ at }) => ({ at, tokens: 1 })))).toBe(30);
});

test('with plenty of room only the first call waits for the store', async () => {
  const scene = open(2);
  for (let call = 0; call < 30; call++) {
    void scene.processes[call % 2]?.call(200, 120, 1_000);
    await play(scene, 4_000);
  }
  for (const { events } of scene.processes) expect(events.filter(({ type }) => type === 'waiting')).toHaveLength(1);
  // An exchange is a read and a write; with one a call there would be 60 of them.
  expect(scene.state.asked).toBeLessThan(50);
});

test('a process that no call comes to asks nothing, and sets no timer', async () => {
  const scene = open(1);
  await scene.first.call(200);
  await play(scene, 1_000);
  const { asked } = scene.state;
  expect(scene.clock.sleeping).toBe(0);
  await play(scene, 2 * MINUTE, 1_000);
  expect(scene.state.asked).toBe(asked);
});

test.each(['fails', 'hangs'] as const)(
  'a store that %s is told once; calls go on, and back is told too',
  async (mode) => {
    const scene = open(1);
    scene.state.mode = mode;
    const before = scene.clock.now();
    void scene.first.call(200);
    await play(scene, 250);
    expect(scene.admitted.map(({ at }) => at - before <= 250)).toEqual([true]);
    expect(scene.first.quota.isAway).toBe(true);
    for (let call = 0; call < 10; call++) {
      void scene.first.call(100);
      await play(scene, 1_000);
    }
    expect(scene.admitted).toHaveLength(11);
    const told = () => scene.first.events.filter(({ type }) => type.startsWith('store'));
    const why = mode === 'hangs' ? 'timeout' : 'failed';
    expect(told()).toEqual([
      { type: 'storeAway', modelId: MODEL, why, error: expect.any(Error), retryAt: expect.any(Date) },
    ]);
    scene.state.mode = 'up';
    await play(scene, 30_000);
    void scene.first.call(100);
    await play(scene, 1_000);
    expect(told().slice(1)).toEqual([{ type: 'storeBack', modelId: MODEL }]);
  },
);

test('a store that is away is asked ever more seldom', async () => {
  const scene = open(1);
  scene.state.mode = 'fails';
  for (let call = 0; call < 60; call++) {
    void scene.first.call(1);
    await play(scene, 1_000);
  }
  expect(scene.state.asked).toBeGreaterThan(3);
  expect(scene.state.asked).toBeLessThan(9);
});

test('away mid-way: what went meanwhile is told when the store is back', async () => {
  const scene = open(2);
  await overload(scene, 0.25);
  scene.state.mode = 'fails';
  await overload(scene, 0.1);
  expect(scene.processes.map(({ quota }) => quota.isAway)).toEqual([true, true]);
  scene.state.mode = 'up';
  await overload(scene, 2);
  const stored = await scene.inner.read(KEY, new AbortController().signal);
  expect(Object.keys(JSON.parse(stored?.text ?? '{}').processes)).toHaveLength(2);
  expect(mostInAMinute(scene.admitted.filter(({ at }) => at > NOON + MINUTE))).toBeLessThanOrEqual(6_000);
  expect(scene.processes.map(({ quota }) => quota.isAway)).toEqual([false, false]);
});

test('text that is no record is told, and replaced when all of it would be over', async () => {
  const scene = open(1);
  const { signal } = new AbortController();
  await scene.inner.write({ key: KEY, version: 'x', text: 'junk', before: null, expiresAt: 0 }, signal);
  for (let call = 0; call < 30; call++) {
    void scene.first.call(1);
    await play(scene, 5_000);
    if (call < 16) expect((await scene.inner.read(KEY, signal))?.text).toBe('junk');
  }
  expect(scene.first.events.filter(({ type }) => type.startsWith('store'))).toMatchObject([
    { type: 'storeAway', why: 'unreadable' },
    { type: 'storeBack' },
  ]);
});

test('the day is one for all: who finds no room in it fails at once', async () => {
  const scene = open(2, { tokensPerMinute: 6_000, tokensPerDay: 1_000 });
  const [one, other] = scene.processes;
  void one?.call(900);
  await play(scene, 100);
  const refused = other?.call(200).catch((error: unknown) => error);
  await play(scene, 1_000);
  expect(await refused).toBeInstanceOf(DailyQuotaExhaustedError);
  expect(scene.admitted).toHaveLength(1);
});

test('others of the day before do not count', async () => {
  const scene = open(1, { tokensPerDay: 1_000 });
  const gone = { day: 19_999, tokens: 990 };
  const text = printDocument({ gone, processes: new Map() });
  const { signal } = new AbortController();
  await scene.inner.write({ key: KEY, version: 'x', text, before: null, expiresAt: 0 }, signal);
  void scene.first.call(900);
  await play(scene, 100);
  expect(scene.admitted).toHaveLength(1);
});

test('without known limits nothing is asked', async () => {
  const scene = open(1, {});
  await scene.first.call(200);
  expect(scene.state.asked).toBe(0);
});
