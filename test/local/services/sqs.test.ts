import { createSqs, type Queues } from '../../../local/services/sqs';
import { createFaultBoard } from '../../../local/wire/faults';

const QUEUE = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/q' };

type Operation = 'ReceiveMessage' | 'DeleteMessageBatch' | 'GetQueueAttributes';

function start(messages: number) {
  let now = 0;
  const list = Array.from({ length: messages }, (_, index) => ({ id: `m${index}`, body: `body ${index}` }));
  const queues: Queues = new Map([['q', list]]);
  const faults = createFaultBoard();
  const sqs = createSqs(queues, () => new Date(now), faults);
  const call = (operation: Operation, input: Record<string, unknown>) => sqs[operation]?.({ ...QUEUE, ...input });
  const bodies = (input: Record<string, unknown> = { MaxNumberOfMessages: 10 }) =>
    ((call('ReceiveMessage', input)?.Messages ?? []) as { Body: string }[]).map(({ Body }) => Body);
  return {
    queues,
    faults,
    call,
    bodies,
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

test('what was received is hidden for a time, and comes again', () => {
  const { bodies, wait } = start(2);
  expect(bodies({ MaxNumberOfMessages: 1, VisibilityTimeout: 60 })).toEqual(['body 0']);
  expect(bodies()).toEqual(['body 1']);
  expect(bodies()).toEqual([]);
  wait(60);
  expect(bodies()).toEqual(['body 0', 'body 1']);
});

test('what was deleted does not come again', () => {
  const { bodies, call, wait, queues } = start(2);
  bodies();
  expect(call('DeleteMessageBatch', { Entries: [{ Id: '0', ReceiptHandle: 'receipt-m0' }] })).toEqual({
    Successful: [{ Id: '0' }],
    Failed: [],
  });
  wait(31);
  expect(bodies()).toEqual(['body 1']);
  expect(queues.get('q')).toHaveLength(1);
});

test('one entry of a batch can be refused, and its message stays', () => {
  const { bodies, call, faults, queues } = start(2);
  bodies();
  faults.add({ service: 'sqs', operation: 'DeleteMessageBatchEntry', kind: 'serverError', times: 1 });
  const Entries = ['m0', 'm1'].map((id, index) => ({ Id: `${index}`, ReceiptHandle: `receipt-${id}` }));
  expect(call('DeleteMessageBatch', { Entries })).toMatchObject({
    Successful: [{ Id: '1' }],
    Failed: [{ Id: '0', Code: 'InternalFailure', SenderFault: false }],
  });
  expect(queues.get('q')).toMatchObject([{ id: 'm0' }]);
});

test('what can be received is counted, and what is hidden is not', () => {
  const { bodies, call } = start(5);
  bodies({ MaxNumberOfMessages: 2 });
  expect(call('GetQueueAttributes', { AttributeNames: ['ApproximateNumberOfMessages'] })).toEqual({
    Attributes: { ApproximateNumberOfMessages: '3' },
  });
});

test.each([
  ['ReceiveMessage', { MaxNumberOfMessages: 11 }, 'must be from 1 to 10'],
  ['DeleteMessageBatch', { Entries: [] }, '1 to 10 entries'],
  ['ReceiveMessage', { QueueUrl: 'none' }, 'does not exist'],
] as const)('%s %j is refused', (operation, input, message) => {
  expect(() => start(1).call(operation, input)).toThrow(message);
});
