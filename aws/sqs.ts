import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { describeAwsError } from './aws-error';

/** SQS gives and takes at most this many messages a call. */
const MESSAGES_PER_CALL = 10;

/** Calls under way at once. */
const CALLS_AT_ONCE = 10;

/**
 * How long a message that was received is hidden from others, in seconds: longer than a run, so that two runs do not count
 * it both, and short enough that one which a crash left comes again soon.
 */
const HIDDEN_SECONDS = 120;

/** A message as it was received. */
export interface QueueMessage {
  /** The same at each receipt of the message. */
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
}

/** How much a run receives at most; it ends when one of the two is reached. */
export interface ReceiveLimits {
  readonly messages: number;
  readonly milliseconds: number;
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

/**
 * Receives what waits in a queue until a call brings none or a limit is reached: the first call alone, for mostly nothing
 * waits; when it brings as many as it can, ten at once, else one after the other. What was received before a call failed is kept.
 * @param clock milliseconds of a clock that only goes forward.
 */
export async function receiveMessages(
  client: SQSClient,
  queueUrl: string,
  { messages: most, milliseconds }: ReceiveLimits,
  clock: () => number,
): Promise<Received> {
  const until = clock() + milliseconds;
  const messages: QueueMessage[] = [];
  const blindSpots: BlindSpot[] = [];
  let asked = 0;
  let isOver = false;
  const isAtLimit = () => asked + MESSAGES_PER_CALL > most || clock() >= until;
  const receive = async () => {
    asked += MESSAGES_PER_CALL;
    try {
      const got = await receiveOnce(client, queueUrl);
      messages.push(...got);
      if (got.length === 0) isOver = true;
    } catch (error) {
      isOver = true;
      blindSpots.push(describeAwsError('sqs:ReceiveMessage', error));
    }
  };
  const receiveOn = async () => {
    while (!isOver && !isAtLimit()) await receive();
  };
  await receive();
  const callers = messages.length < MESSAGES_PER_CALL ? 1 : CALLS_AT_ONCE;
  if (!isOver) await Promise.all(Array.from({ length: callers }, receiveOn));
  return { messages, isCut: !isOver, blindSpots: blindSpots.slice(0, 1) };
}

/** Deletes messages. What cannot be deleted comes again, and is told. */
export async function deleteMessages(
  client: SQSClient,
  queueUrl: string,
  messages: readonly QueueMessage[],
): Promise<readonly BlindSpot[]> {
  const waiting = [...messages];
  const blindSpots: BlindSpot[] = [];
  const deleteOn = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MESSAGES_PER_CALL);
      const Entries = batch.map(({ receipt }, index) => ({ Id: `${index}`, ReceiptHandle: receipt }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
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
  return blindSpots.slice(0, 1);
}
