import { getMaxListeners } from 'node:events';
import { boundBy, boundEach, type Overdue } from '../../aws/bound';
import { spellStatement, toStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';

const never = { send: () => new Promise<never>(() => undefined) };

it.each<Overdue>(['outOfTime', 'noAnswer'])(
  'a call that is never answered ends with the signal: %s',
  async (trouble) => {
    const controller = new AbortController();
    const { client } = boundEach({ client: never }, () => controller.signal, trouble);
    const answer = client.send();
    controller.abort();
    await expect(answer).rejects.toThrow(spellStatement(toStatement(trouble), EN));
  },
);

it('one that is answered is, and without a signal there is no limit', async () => {
  const bound = boundEach({ one: { send: async () => 1 }, other: { send: async () => 2 } }, () => null);
  expect(await Promise.all([bound.one.send(), bound.other.send()])).toEqual([1, 2]);
});

it('a call after the signal fired is not made at all', async () => {
  const send = jest.fn(async () => 1);
  const { client } = boundEach({ client: { send } }, () => AbortSignal.abort(), 'noAnswer');
  await expect(client.send()).rejects.toThrow(spellStatement(toStatement('noAnswer'), EN));
  expect(send).not.toHaveBeenCalled();
});

it('the call itself is told of the signal, beside what it is given', async () => {
  const send = jest.fn(async (..._: unknown[]) => 1);
  const { signal } = new AbortController();
  const { client } = boundEach({ client: { send } }, () => signal);
  await client.send('command', { requestTimeout: 3 });
  expect(send).toHaveBeenCalledWith('command', { abortSignal: signal, requestTimeout: 3 });
});

it('what a call is refused with comes as it is, and what it used stays', async () => {
  const client = { region: 'us-east-1', send: () => Promise.reject(new Error('refused')) };
  const bound = boundBy(client, () => new AbortController().signal);
  await expect(bound.send()).rejects.toThrow('refused');
  expect(bound.region).toBe('us-east-1');
});

it('each call asks for the signal of its moment', async () => {
  const signals = [AbortSignal.abort(), new AbortController().signal];
  const bound = boundBy({ send: async () => 1 }, () => signals.pop() ?? null);
  expect(await bound.send()).toBe(1);
  await expect(bound.send()).rejects.toThrow(spellStatement(toStatement('outOfTime'), EN));
});

it('one signal of many calls is no leak, and keeps no listener of those that are over', async () => {
  const { signal } = new AbortController();
  const listeners = jest.spyOn(signal, 'removeEventListener');
  const bound = boundBy({ send: () => new Promise((resolve) => setImmediate(resolve)) }, () => signal);
  await Promise.all(Array.from({ length: 30 }, () => bound.send()));
  // Node takes more listeners than it is told for a leak, and says so on standard error.
  expect(getMaxListeners(signal)).toBe(Number.POSITIVE_INFINITY);
  expect(listeners).toHaveBeenCalledTimes(30);
  expect(listeners).toHaveBeenCalledWith('abort', expect.any(Function));
});
