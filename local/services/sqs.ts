import { createHash, randomUUID } from 'node:crypto';
import type { JsonObject, JsonService } from '../wire/aws-json';
import { numberOf, objectsOf, textOf } from '../wire/aws-json';
import { toFaultError } from '../wire/fault-errors';
import type { FaultBoard } from '../wire/faults';
import { ServiceError } from '../wire/service-error';

/** A message that waits in a queue. */
export interface WaitingMessage {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970 from which on it can be received; absent: at once. */
  visibleAt?: number;
}

/** Queues by name; a test puts messages in. */
export type Queues = Map<string, WaitingMessage[]>;

/**
 * Puts messages on queues, each under an id of its own; on a queue that does not exist nothing is put.
 * @param onSent told of each message that was put: a request that the queue's owner pays.
 */
export function createSender(queues: Queues, onSent: () => void): (queueName: string, body: string) => void {
  let sent = 0;
  return (queueName, body) => {
    const queue = queues.get(queueName);
    if (!queue) return;
    queue.push({ id: `sent-${++sent}`, body });
    onSent();
  };
}

/** SQS gives at most this many messages a call. */
const MOST_MESSAGES = 10;

/** Seconds a message that was received is hidden, unless the call says otherwise. */
const DEFAULT_HIDDEN_SECONDS = 30;

function queueOf(queues: Queues, input: JsonObject): WaitingMessage[] {
  const name = (textOf(input, 'QueueUrl') ?? '').replace(/^.*\//, '');
  const queue = queues.get(name);
  if (queue) return queue;
  throw new ServiceError('QueueDoesNotExist', `The specified queue ${name} does not exist.`);
}

function receive(queue: readonly WaitingMessage[], input: JsonObject, now: number): JsonObject {
  const most = numberOf(input, 'MaxNumberOfMessages') ?? 1;
  if (most < 1 || most > MOST_MESSAGES)
    throw new ServiceError('InvalidParameterValue', `Value ${most} for MaxNumberOfMessages must be from 1 to 10`);
  const hidden = (numberOf(input, 'VisibilityTimeout') ?? DEFAULT_HIDDEN_SECONDS) * 1000;
  const given: WaitingMessage[] = [];
  for (const message of queue) {
    if (given.length === most) break;
    if ((message.visibleAt ?? 0) > now) continue;
    message.visibleAt = now + hidden;
    given.push(message);
  }
  if (given.length === 0) return {};
  return {
    Messages: given.map(({ id, body }) => ({
      MessageId: id,
      ReceiptHandle: `receipt-${id}`,
      Body: body,
      MD5OfBody: createHash('md5').update(body).digest('hex'),
    })),
  };
}

/** What is said of an entry that is not deleted, or not sent. */
function refuseEntry(operation: string, entry: JsonObject, faults: FaultBoard): JsonObject[] {
  const fault = faults.take('sqs', `${operation}Entry`);
  const error = fault && toFaultError(fault.kind, 'sqs');
  return error ? [{ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: false }] : [];
}

function deleteBatch(queue: WaitingMessage[], input: JsonObject, faults: FaultBoard): JsonObject {
  const entries = objectsOf(input, 'Entries');
  if (entries.length < 1 || entries.length > MOST_MESSAGES)
    throw new ServiceError('TooManyEntriesInBatchRequest', `1 to 10 entries are allowed, not ${entries.length}`);
  const failed: JsonObject[] = [];
  const successful: JsonObject[] = [];
  for (const entry of entries) {
    const [refused] = refuseEntry('DeleteMessageBatch', entry, faults);
    if (refused) {
      failed.push(refused);
      continue;
    }
    successful.push({ Id: entry.Id });
    const index = queue.findIndex(({ id }) => entry.ReceiptHandle === `receipt-${id}`);
    if (index >= 0) queue.splice(index, 1);
  }
  return { Successful: successful, Failed: failed };
}

/** Takes messages, each to be seen after its delay. */
function sendBatch(
  queue: WaitingMessage[],
  input: JsonObject,
  { now, faults }: { readonly now: number; readonly faults: FaultBoard },
): JsonObject {
  const entries = objectsOf(input, 'Entries');
  if (entries.length < 1 || entries.length > MOST_MESSAGES)
    throw new ServiceError('TooManyEntriesInBatchRequest', `1 to 10 entries are allowed, not ${entries.length}`);
  const failed: JsonObject[] = [];
  const sent: JsonObject[] = [];
  for (const entry of entries) {
    const [refused] = refuseEntry('SendMessageBatch', entry, faults);
    if (refused) {
      failed.push(refused);
      continue;
    }
    const body = textOf(entry, 'MessageBody') ?? '';
    const id = randomUUID();
    queue.push({ id, body, visibleAt: now + (numberOf(entry, 'DelaySeconds') ?? 0) * 1000 });
    sent.push({ Id: entry.Id, MessageId: id, MD5OfMessageBody: createHash('md5').update(body).digest('hex') });
  }
  return { Successful: sent, Failed: failed };
}

function countVisible(queue: readonly WaitingMessage[], now: number): JsonObject {
  const visible = queue.filter(({ visibleAt = 0 }) => visibleAt <= now).length;
  return { Attributes: { ApproximateNumberOfMessages: `${visible}` } };
}

/**
 * The queues of the account: SendMessageBatch, ReceiveMessage by short polling, DeleteMessageBatch, and GetQueueAttributes
 * with the number of messages that can be received.
 * @param faults asked for each entry of a batch, as the operations `DeleteMessageBatchEntry` and `SendMessageBatchEntry`.
 */
export function createSqs(queues: Queues, now: () => Date, faults: FaultBoard): JsonService {
  return {
    ReceiveMessage: (input) => receive(queueOf(queues, input), input, now().getTime()),
    SendMessageBatch: (input) => sendBatch(queueOf(queues, input), input, { now: now().getTime(), faults }),
    DeleteMessageBatch: (input) => deleteBatch(queueOf(queues, input), input, faults),
    GetQueueAttributes: (input) => countVisible(queueOf(queues, input), now().getTime()),
  };
}
