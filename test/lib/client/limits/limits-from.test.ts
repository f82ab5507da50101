import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { DailyQuotaExhaustedError, type QuotaEvent, type QuotaOptions, withQuotas } from '../../../../lib/client';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { conversed, type RuntimeAnswer, refused, startRuntime } from '../runtime-stand-in';
import { SimulatedClock } from '../simulated-clock';
import { type Answer, NOON, publish, startParameters } from './published';

const MINUTE = 60_000;
const MODEL = 'us.amazon.nova-lite-v1:0';
const NAME = '/bedrock-quota-watchdog/test/limits';
const DAY = 'Too many tokens per day, please wait before trying again.';
const DENIED = Object.assign(new Error('no'), { name: 'AccessDeniedException' });

function open(answers: Answer[], options: QuotaOptions = {}, answer: () => RuntimeAnswer = () => conversed(1, 1)) {
  const clock = new SimulatedClock(NOON);
  const events: QuotaEvent[] = [];
  const runtime = startRuntime(clock, answer);
  const parameters = startParameters(clock, ...answers);
  const bedrock = withQuotas(runtime.client, {
    clock,
    onEvent: (event) => events.push(event),
    limitsFrom: { parameterName: NAME, client: parameters.client },
    ...options,
  });
  const send = () => {
    const call = { isServed: false, error: null as unknown };
    bedrock.send(new ConverseCommand({ modelId: MODEL, messages: [], inferenceConfig: { maxTokens: 9 } })).then(
      () => {
        call.isServed = true;
      },
      (error: unknown) => {
        call.error = error;
      },
    );
    return call;
  };
  const ofLimits = () => events.filter(({ type }) => type === 'limitsRead' || type === 'limitsUnread');
  return { clock, send, seen: runtime.seen, ...parameters, events, ofLimits, runtime: runtime.client };
}

test('the first call goes by the limits that are published, and says which', async () => {
  const { clock, send, seen, reads, ofLimits } = open([publish({ requestsPerMinute: 1 })]);
  const calls = [send(), send()];
  await clock.advance(MINUTE - 1);
  expect(seen).toHaveLength(1);
  await clock.advance(1);
  expect(calls.every(({ isServed }) => isServed)).toBe(true);
  expect(reads).toEqual([expect.objectContaining({ at: NOON, name: NAME })]);
  expect(ofLimits()).toEqual([{ type: 'limitsRead', madeAt: new Date(NOON), models: 1, leftOut: 0, isFresh: true }]);
});

test('nothing is read before a call, nor between calls, and no timer is left', async () => {
  const { clock, send, reads } = open([publish({})]);
  await clock.advance(10 * MINUTE);
  expect(reads).toHaveLength(0);
  send();
  await clock.advance(0);
  expect(clock.sleeping).toBe(0);
  await clock.advance(10 * MINUTE);
  expect(reads).toHaveLength(1);
});

test('read again by the first call after a minute, which does not wait for it', async () => {
  const { clock, send, reads, answers } = open([publish({}), 'hangs']);
  send();
  await clock.advance(MINUTE - 1);
  send();
  await clock.advance(0);
  expect(reads).toHaveLength(1);
  await clock.advance(1);
  const call = send();
  await clock.advance(0);
  expect([reads.length, call.isServed]).toEqual([2, true]);
  answers.push(publish({ requestsPerMinute: 1 }));
  await clock.advance(5_000);
  expect([reads[1]?.signal.aborted, clock.sleeping]).toEqual([true, 0]);
});

test('limits that change hold for calls that wait, and for those to come', async () => {
  const { clock, send, seen, answers } = open([publish({ requestsPerMinute: 1 })]);
  send();
  await clock.advance(MINUTE);
  answers.push(publish({ requestsPerMinute: 100 }));
  for (let index = 0; index < 5; index++) send();
  await clock.advance(5_000);
  expect(seen).toHaveLength(6);
});

test('the first call waits a second for them at most', async () => {
  const { clock, send } = open(['hangs']);
  const calls = [send(), send()];
  await clock.advance(999);
  expect(calls.map(({ isServed }) => isServed)).toEqual([false, false]);
  await clock.advance(1);
  expect(calls.map(({ isServed }) => isServed)).toEqual([true, true]);
  const later = send();
  await clock.advance(0);
  expect(later.isServed).toBe(true);
});

test('limits that are given win, one by one', async () => {
  const limits = { [MODEL]: { requestsPerMinute: 100 } };
  const given = open([publish({ requestsPerMinute: 1, tokensPerMinute: 1_000 })], { limits });
  for (let index = 0; index < 4; index++) given.send();
  await given.clock.advance(0);
  expect(given.seen).toHaveLength(4);
  const other = open([publish({ requestsPerMinute: 1, tokensPerMinute: 5 })], { limits });
  const call = other.send();
  await other.clock.advance(0);
  expect(call.error).toMatchObject({ name: 'QuotaWaitError', reason: 'tooLarge' });
});

test('a share of what is published is kept to', async () => {
  const { clock, send, seen } = open([publish({ requestsPerMinute: 4 })], { share: 0.5 });
  for (let index = 0; index < 4; index++) send();
  await clock.advance(MINUTE - 1);
  expect(seen).toHaveLength(2);
});

test('the burndown rate is that of the watchdog', async () => {
  const text = publish({}).replace('"b":1', '"b":7');
  const { clock, send, events } = open([text], {}, () => conversed(10, 3));
  send();
  await clock.advance(0);
  expect(events.at(-1)).toMatchObject({ type: 'settled', used: 31 });
});

describe('a pool that is blocked', () => {
  const blocked = { requestsPerMinute: 100, blocked: 'dayExhausted' } as const;

  test('fails at once, but for one call that finds out', async () => {
    const { clock, send, seen } = open([publish(blocked)], {}, () => refused(DAY));
    const calls = [send(), send(), send()];
    await clock.advance(0);
    expect(calls.map(({ error }) => error instanceof DailyQuotaExhaustedError)).toEqual([true, true, true]);
    expect(calls[1]?.error).toMatchObject({ isZeroQuota: null });
    expect(seen).toHaveLength(1);
  });

  test('is open again when AWS serves the one, and stays so while the same is published', async () => {
    const { clock, send, seen } = open([publish(blocked)]);
    send();
    await clock.advance(2 * MINUTE);
    const calls = [send(), send()];
    await clock.advance(0);
    expect(calls.map(({ isServed }) => isServed)).toEqual([true, true]);
    expect(seen).toHaveLength(3);
  });

  test('is open again when it is blocked no more', async () => {
    const answers = [refused(DAY), conversed(1, 1)];
    const { clock, send, answers: texts } = open([publish(blocked)], {}, () => answers.shift() ?? conversed(1, 1));
    send();
    await clock.advance(MINUTE);
    texts.push(publish({ requestsPerMinute: 100 }));
    send();
    await clock.advance(0);
    const call = send();
    await clock.advance(0);
    expect(call.isServed).toBe(true);
  });

  test.each([
    ['a limit of 0', { tokensPerMinute: 0, blocked: 'zeroQuota' }],
    ['a day that is used up', blocked],
  ] as const)('is believed for 75 minutes: %s', async (_, limits) => {
    const madeAt = (minutes: number) => ({ madeAt: toMinute(NOON) - minutes });
    const fresh = open([publish(limits, madeAt(75))], {}, () => refused(DAY));
    const failed = [fresh.send(), fresh.send()];
    await fresh.clock.advance(0);
    expect([fresh.seen.length, failed[1]?.error]).toEqual([1, expect.any(DailyQuotaExhaustedError)]);
    const stale = open([publish(limits, madeAt(76))]);
    const served = [stale.send(), stale.send()];
    await stale.clock.advance(0);
    expect(served.map(({ isServed }) => isServed)).toEqual([true, true]);
    expect(stale.ofLimits()).toEqual([expect.objectContaining({ type: 'limitsRead', isFresh: false })]);
  });

  test('goes on where limits are given', async () => {
    const { clock, send, seen } = open([publish(blocked)], { limits: { [MODEL]: { tokensPerMinute: 1_000 } } });
    for (let index = 0; index < 3; index++) send();
    await clock.advance(0);
    expect(seen).toHaveLength(3);
  });
});

describe('limits that cannot be had', () => {
  test.each([
    ['refused', DENIED, 'failed', 'AccessDeniedException: no'],
    ['junk', '{"schemaVersion":1}', 'junk', '"models"'],
    ['no parameter', '', 'junk', '""'],
    ['of a newer version', '{"schemaVersion":2}', 'newerVersion', 'schemaVersion 2'],
    ['of another Region', publish({ requestsPerMinute: 1 }, { region: 'eu-west-1' }), 'otherRegion', 'eu-west-1'],
  ])('%s: calls go without, and it is said', async (_, answer, why, words) => {
    const { clock, send, seen, ofLimits } = open([answer]);
    for (let index = 0; index < 3; index++) send();
    await clock.advance(0);
    expect(seen).toHaveLength(3);
    expect(ofLimits()).toEqual([{ type: 'limitsUnread', why, message: expect.stringContaining(words) }]);
  });

  test('later: those of before stay', async () => {
    const { clock, send, seen, ofLimits } = open([publish({ requestsPerMinute: 1 }), DENIED]);
    send();
    await clock.advance(MINUTE);
    send();
    send();
    await clock.advance(MINUTE - 1);
    expect(seen).toHaveLength(2);
    expect(ofLimits().map(({ type }) => type)).toEqual(['limitsRead', 'limitsUnread']);
  });

  test('before the first run: nothing is limited, and it is said', async () => {
    const { clock, send, ofLimits } = open([publish({}, { madeAt: null, models: [] })]);
    const call = send();
    await clock.advance(0);
    expect(call.isServed).toBe(true);
    expect(ofLimits()).toEqual([{ type: 'limitsRead', madeAt: null, models: 0, leftOut: 0, isFresh: false }]);
  });

  test('what a listener throws in the background fails nobody', async () => {
    const onEvent = ({ type }: QuotaEvent) => {
      if (type === 'limitsUnread') throw new Error('listener');
    };
    const { clock, send } = open([DENIED], { onEvent });
    const call = send();
    await clock.advance(0);
    expect(call.isServed).toBe(true);
  });
});

test.each([
  [{ parameterName: '' }, 'limitsFrom.parameterName is ""'],
  [{ parameterName: NAME, refreshMs: 0 }, 'limitsFrom.refreshMs is 0'],
  [{ parameterName: NAME, firstReadMs: -1 }, 'limitsFrom.firstReadMs is -1'],
])('%j is refused at once', (limitsFrom, told) => {
  expect(() => open([], { limitsFrom })).toThrow(told);
});
