import {
  type BatchResultErrorEntry,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import { cleanText } from '../lib/core/vocabulary/outside-text';
import { toStatement } from '../lib/core/vocabulary/statement';
import { describeAwsError } from './aws-error';
import { MESSAGES_PER_CALL } from './sqs-limits';

/** Calls under way at once. */
const CALLS_AT_ONCE = 10;

/**
 * How long a message that was received is hidden from others, in seconds: longer than a run, so that two runs do not count
 * it both, and short enough that one which a crash left comes again soon.
 */
const HIDDEN_SECONDS = 120;

/** Tries of a message that SQS did not delete though it answered. */
const DELETE_ATTEMPTS = 2;

/** Characters that are told of why SQS did not delete a message. */
const LONGEST_REASON = 200;

/** A message as it was received. */
export interface QueueMessage {
  /** The same at each receipt of the message. */
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
}

/** How much a run receives at most; it ends when one of them is reached. */
export interface ReceiveLimits {
  readonly messages: number;
  readonly milliseconds: number;
  /** Of bodies. As the size of a message is known only when it is there, the calls of one moment may go beyond it. */
  readonly bytes: number;
}

/** What was received. */
export interface Received {
  readonly messages: readonly QueueMessage[];
  /** Whether a limit ended it, so that more may wait. */
  readonly isCut: boolean;
  readonly blindSpots: readonly BlindSpot[];
}

/** One call. */
async function receiveOnce(client: SQSClient, queueUrl: string): Promise<QueueMessage[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: MESSAGES_PER_CALL,
      VisibilityTimeout: HIDDEN_SECONDS,
    }),
  );
  return Messages.flatMap(({ MessageId: id, ReceiptHandle: receipt, Body: body = '' }) =>
    id === undefined || receipt === undefined ? [] : [{ id, receipt, body }],
  );
}

function bytesOf(messages: readonly QueueMessage[]): number {
  return messages.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
}

/**
 * Receives what waits in a queue until a call brings none or a limit is reached: one call after the other, for mostly nothing
 * waits, and ten at once when one brought as many as it can. What was received before a call failed is kept.
 * @param clock milliseconds of a clock that only goes forward.
 */
export async function receiveMessages(
  client: SQSClient,
  queueUrl: string,
  { messages: most, milliseconds, bytes: mostBytes }: ReceiveLimits,
  clock: () => number,
): Promise<Received> {
  const until = clock() + milliseconds;
  const messages: QueueMessage[] = [];
  const blindSpots: BlindSpot[] = [];
  let [asked, underWay, bytes, largest] = [0, 0, 0, 0];
  let isOver = false;
  // What is under way is taken to be as large as the largest that came.
  const isFull = () => bytes + (underWay + 1) * largest > mostBytes;
  const isAtLimit = () => asked + MESSAGES_PER_CALL > most || clock() >= until || isFull();
  /** @returns how many came. */
  const receive = async () => {
    asked += MESSAGES_PER_CALL;
    underWay++;
    try {
      const got = await receiveOnce(client, queueUrl);
      const size = bytesOf(got);
      bytes += size;
      largest = Math.max(largest, size);
      messages.push(...got);
      if (got.length === 0) isOver = true;
      return got.length;
    } catch (error) {
      isOver = true;
      blindSpots.push(describeAwsError('sqs:ReceiveMessage', error));
      return 0;
    } finally {
      underWay--;
    }
  };
  const receiveOn = async () => {
    while (!isOver && !isAtLimit()) await receive();
  };
  let got = await receive();
  while (got < MESSAGES_PER_CALL && !isOver && !isAtLimit()) got = await receive();
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, receiveOn));
  return { messages, isCut: !isOver, blindSpots: blindSpots.slice(0, 1) };
}

/**
 * How many messages of a queue can be received now; SQS counts approximately.
 * @returns `null` with the reason when SQS does not say.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html (read 2026-11)
 */
export async function countWaiting(client: SQSClient, queueUrl: string): Promise<Read<number | null>> {
  try {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    const count = Number(Attributes.ApproximateNumberOfMessages ?? Number.NaN);
    return { value: Number.isSafeInteger(count) && count >= 0 ? count : null, blindSpots: [] };
  } catch (error) {
    return { value: null, blindSpots: [describeAwsError('sqs:GetQueueAttributes', error)] };
  }
}

/** Messages that SQS answered it did not delete, and why. */
interface Refused {
  readonly messages: readonly QueueMessage[];
  readonly why: BatchResultErrorEntry | undefined;
}

/** One call. */
async function deleteOnce(client: SQSClient, queueUrl: string, batch: readonly QueueMessage[]): Promise<Refused> {
  const Entries = batch.map(({ receipt }, index) => ({ Id: `${index}`, ReceiptHandle: receipt }));
  const { Failed = [] } = await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  const ids = new Set(Failed.map(({ Id }) => Id));
  return { messages: batch.filter((_, index) => ids.has(`${index}`)), why: Failed[0] };
}

function describeRefused(count: number, why: BatchResultErrorEntry | undefined): BlindSpot {
  const reason = [why?.Code, why?.Message].filter((part) => part !== undefined).join(': ');
  return {
    source: 'sqs:DeleteMessage',
    ...toStatement('undeleted', `${count}`, cleanText(reason || '?', LONGEST_REASON)),
  };
}

/** Deletes messages, those that SQS refuses once more. What cannot be deleted comes again, and is told. */
export async function deleteMessages(
  client: SQSClient,
  queueUrl: string,
  messages: readonly QueueMessage[],
): Promise<readonly BlindSpot[]> {
  const waiting = [...messages];
  const blindSpots: BlindSpot[] = [];
  let [left, reason]: [number, BatchResultErrorEntry | undefined] = [0, undefined];
  const deleteOn = async () => {
    while (waiting.length > 0) {
      let refused: Refused = { messages: waiting.splice(0, MESSAGES_PER_CALL), why: undefined };
      for (let attempt = 1; attempt <= DELETE_ATTEMPTS && refused.messages.length > 0; attempt++)
        refused = await deleteOnce(client, queueUrl, refused.messages);
      left += refused.messages.length;
      reason ??= refused.why;
    }
  };
  const attempt = async () => {
    try {
      await deleteOn();
    } catch (error) {
      // What is left comes again, and is known then.
      waiting.length = 0;
      blindSpots.push(describeAwsError('sqs:DeleteMessage', error));
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, attempt));
  return [...blindSpots.slice(0, 1), ...(left > 0 ? [describeRefused(left, reason)] : [])];
}
