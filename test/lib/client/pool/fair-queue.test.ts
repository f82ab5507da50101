import { FairQueue, type Priority } from '../../../../lib/client/pool/fair-queue';

interface One {
  readonly name: string;
  readonly priority: Priority;
  readonly size: number;
}

function queueOf(...all: readonly One[]): FairQueue<One> {
  const queue = new FairQueue<One>();
  for (const one of all) queue.push(one);
  return queue;
}

const many = (priority: Priority, count: number, size = 1): One[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${priority} ${index}`, priority, size }));

function take(queue: FairQueue<One>, count: number): Readonly<Record<Priority, number>> {
  const taken = { high: 0, normal: 0, low: 0 };
  for (let index = 0; index < count; index++) {
    const one = queue.shift();
    if (one) taken[one.priority] += one.size;
  }
  return taken;
}

test('within a priority first come, first served', () => {
  const queue = queueOf(...many('normal', 3));
  expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()].map((one) => one?.name)).toEqual([
    'normal 0',
    'normal 1',
    'normal 2',
    undefined,
  ]);
});

test('shares of four, two and one while each waits', () => {
  expect(take(queueOf(...many('low', 100), ...many('normal', 100), ...many('high', 100)), 70)).toEqual({
    high: 40,
    normal: 20,
    low: 10,
  });
});

test('shares are of the quota, not of the calls', () => {
  const taken = take(queueOf(...many('high', 50, 10), ...many('normal', 500, 1)), 150);
  expect(taken.high / taken.normal).toBeCloseTo(2, 0);
});

test('alone a priority has all', () => {
  expect(take(queueOf(...many('low', 5)), 5).low).toBe(5);
});

test('who comes later has no claim to what was served before', () => {
  const queue = queueOf(...many('normal', 200));
  take(queue, 100);
  for (const one of many('high', 100)) queue.push(one);
  const taken = take(queue, 30);
  expect(taken).toEqual({ high: 20, normal: 10, low: 0 });
});

test('what waits no more is taken out', () => {
  const [a, b] = many('normal', 2);
  if (!a || !b) throw new Error('there are two');
  const queue = queueOf(a, b);
  expect([queue.remove(a), queue.remove(a), queue.length, queue.peek()]).toEqual([true, false, 1, b]);
});
