import type { QuotaEvent } from '../../../../lib/client/contract/events';
import type { CallAtGate, QuotaLimits, Ticket } from '../../../../lib/client/pool/call-at-gate';
import { QuotaGate } from '../../../../lib/client/pool/quota-gate';
import { SimulatedClock } from '../simulated-clock';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Noon UTC, at the beginning of a minute. */
const NOON = 20_000 * DAY + 720 * MINUTE;
const MODEL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

interface Scene {
  readonly clock: SimulatedClock;
  readonly gate: QuotaGate;
  readonly events: QuotaEvent[];
  readonly enter: (part?: Partial<CallAtGate>) => Promise<Ticket>;
}

function open(limits: QuotaLimits, maxQueue = 100): Scene {
  const clock = new SimulatedClock(NOON);
  const events: QuotaEvent[] = [];
  const gate = new QuotaGate(limits, { clock, emit: (event) => events.push(event), maxQueue });
  const deadline = Number.POSITIVE_INFINITY;
  const enter = (part: Partial<CallAtGate> = {}) =>
    gate.enter({ modelId: MODEL, tokens: 100, priority: 'normal', deadline, ...part });
  return { clock, gate, events, enter };
}

/** Enters, and keeps what became of it. */
function follow(promise: Promise<Ticket>) {
  const seen: { ticket: Ticket | null; error: unknown } = { ticket: null, error: null };
  promise.then(
    (ticket) => {
      seen.ticket = ticket;
    },
    (error: unknown) => {
      seen.error = error;
    },
  );
  return seen;
}

test('with room a call goes at once, and no timer is set', async () => {
  const { clock, enter, events } = open({ tokensPerMinute: 1_000, requestsPerMinute: 10 });
  await enter();
  expect(clock.sleeping).toBe(0);
  expect(events).toEqual([{ type: 'admitted', modelId: MODEL, tokens: 100, waited: 0 }]);
});

test('without room it waits until there is, and says so', async () => {
  const { clock, enter, events } = open({ tokensPerMinute: 150 });
  await enter();
  const second = follow(enter());
  await clock.advance(MINUTE - 1);
  expect(second.ticket).toBeNull();
  await clock.advance(1);
  expect(second.ticket).not.toBeNull();
  expect(events.slice(1)).toEqual([
    { type: 'waiting', modelId: MODEL, tokens: 100, queued: 0 },
    { type: 'admitted', modelId: MODEL, tokens: 100, waited: MINUTE },
  ]);
});

test('what a call did not use lets the next one go', async () => {
  const { clock, enter } = open({ tokensPerMinute: 150 });
  const first = await enter();
  const second = follow(enter());
  await clock.advance(5_000);
  first.settle(10);
  await clock.advance(30_000);
  expect(second.ticket).not.toBeNull();
});

test('requests per minute bind as well', async () => {
  const { clock, enter } = open({ requestsPerMinute: 2 });
  await enter();
  const others = [follow(enter()), follow(enter())];
  await clock.advance(MINUTE - 1);
  expect(others.map(({ ticket }) => ticket !== null)).toEqual([true, false]);
});

test('a refused call takes nothing, and the pool is left alone for a while', async () => {
  const { clock, enter, gate, events } = open({});
  const tickets = await Promise.all([enter(), enter(), enter()]);
  tickets[2]?.refuse('tokensPerMinute', 1, null);
  // 200 tokens had been let in when the third was refused.
  expect(gate.tokensPerMinute()).toBe(180);
  const next = follow(enter());
  await clock.advance(10_000);
  expect(next.ticket).toBeNull();
  await clock.advance(MINUTE);
  expect(next.ticket).not.toBeNull();
  expect(events.find(({ type }) => type === 'throttled')).toEqual({
    type: 'throttled',
    modelId: MODEL,
    kind: 'tokensPerMinute',
    attempt: 1,
    limit: 180,
  });
});

test('Retry-After is obeyed', async () => {
  const { clock, enter } = open({});
  (await enter()).refuse('capacity', 1, 90_000);
  const next = follow(enter());
  await clock.advance(89_999);
  expect(next.ticket).toBeNull();
  await clock.advance(1);
  expect(next.ticket).not.toBeNull();
});

test('capacity without a word of time is no news of the quota', async () => {
  const { enter, gate } = open({});
  (await enter()).refuse('capacity', 1, null);
  await enter();
  expect(gate.tokensPerMinute()).toBeNull();
});

describe('a day that is used up', () => {
  test('fails those who wait and those who come, with the time to try again', async () => {
    const { enter, clock, events } = open({ tokensPerMinute: 150 });
    const first = await enter();
    const waiting = follow(enter());
    await clock.advance(0);
    first.refuse('tokensPerDay', 1, null);
    await clock.advance(0);
    const retryAt = new Date(NOON + 5 * MINUTE);
    expect(waiting.error).toMatchObject({ name: 'DailyQuotaExhaustedError', retryAt, isZeroQuota: null });
    await expect(enter()).rejects.toMatchObject({ code: 'DAILY_QUOTA_EXHAUSTED', modelId: MODEL });
    expect(events).toContainEqual({ type: 'opened', modelId: MODEL, retryAt, kind: 'tokensPerDay' });
  });

  test('one probe finds out; when it is served all go again', async () => {
    const { enter, clock, events } = open({});
    (await enter()).refuse('tokensPerDay', 1, null);
    await clock.advance(5 * MINUTE);
    const probe = await enter();
    await expect(enter()).rejects.toThrow('tried again from');
    probe.settle(10);
    await enter();
    expect(events).toContainEqual({ type: 'closed', modelId: MODEL });
  });

  test('a known day is not passed, and AWS is not asked', async () => {
    const { enter } = open({ tokensPerDay: 250 });
    await enter();
    await enter();
    await expect(enter()).rejects.toMatchObject({ name: 'DailyQuotaExhaustedError' });
  });

  test('a probe that is served begins a new day', async () => {
    const { enter, clock } = open({ tokensPerDay: 250 });
    await enter();
    await enter();
    await expect(enter()).rejects.toThrow();
    await clock.advance(5 * MINUTE);
    (await enter()).settle(100);
    await enter();
  });
});

test('a limit of 0 lets one call find out, and fails the others', async () => {
  const { enter, gate } = open({ tokensPerMinute: 0 });
  const probe = await enter();
  await expect(enter()).rejects.toMatchObject({ isZeroQuota: true });
  probe.refuse('tokensPerDay', 1, null);
  await expect(enter()).rejects.toMatchObject({ isZeroQuota: true });
  gate.setLimits({ tokensPerMinute: 1_000 });
  await enter();
});

describe('who waits', () => {
  test('no longer than the call allows', async () => {
    const { enter, clock } = open({ tokensPerMinute: 150 });
    await enter();
    const second = follow(enter({ deadline: NOON + 10_000 }));
    await clock.advance(10_000);
    expect(second.error).toMatchObject({ name: 'QuotaWaitError', reason: 'waitLimit' });
    expect(clock.sleeping).toBe(0);
  });

  test('leaves when it is aborted, and the next moves up', async () => {
    const { enter, clock } = open({ tokensPerMinute: 150 });
    await enter();
    const controller = new AbortController();
    const second = follow(enter({ signal: controller.signal }));
    const third = follow(enter({ tokens: 10 }));
    await clock.advance(1_000);
    controller.abort(new Error('no more'));
    await clock.advance(30_000);
    expect(second.error).toMatchObject({ message: 'no more' });
    expect(third.ticket).not.toBeNull();
  });

  test('is one of so many; others fail', async () => {
    const { enter } = open({ tokensPerMinute: 150 }, 1);
    await enter();
    follow(enter());
    await expect(enter()).rejects.toMatchObject({ reason: 'queueFull' });
  });

  test('a call larger than the minute fails at once', async () => {
    const { enter } = open({ tokensPerMinute: 150 });
    await expect(enter({ tokens: 151 })).rejects.toMatchObject({
      reason: 'tooLarge',
      message: expect.stringContaining('150'),
    });
  });

  test('goes by priority while the quota is short', async () => {
    const { enter, clock } = open({ tokensPerMinute: 600 });
    for (let index = 0; index < 6; index++) void enter();
    const low = Array.from({ length: 7 }, () => follow(enter({ priority: 'low' })));
    const high = Array.from({ length: 7 }, () => follow(enter({ priority: 'high' })));
    await clock.advance(100_000);
    const goneOf = (all: readonly { ticket: Ticket | null }[]) => all.filter(({ ticket }) => ticket !== null).length;
    expect(goneOf(high)).toBeGreaterThan(2 * goneOf(low));
  });
});

test('whoever keeps to the gate is let in as much as the quota allows, under each form of the minute', async () => {
  const { enter, clock } = open({ tokensPerMinute: 6_000 }, 10_000);
  const admitted: number[] = [];
  for (let index = 0; index < 1_000; index++) void enter().then(() => admitted.push(clock.now()));
  await clock.advance(10 * MINUTE);
  expect(admitted.length * 100).toBeGreaterThanOrEqual(0.95 * 10 * 6_000);
  for (const at of admitted) {
    const inMinute = admitted.filter((one) => one > at - MINUTE && one <= at).length;
    expect(inMinute * 100).toBeLessThanOrEqual(6_000);
  }
});
