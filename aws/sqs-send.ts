import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';
import { describeAwsError } from './aws-error';
import { MESSAGES_PER_CALL } from './sqs-limits';

/** Calls under way at once. */
const CALLS_AT_ONCE = 20;

const ACTION = 'sqs:SendMessage';

/** A message to be sent. */
export interface Outgoing {
  readonly body: string;
  /** Seconds before anybody can receive it, 0–900. */
  readonly delaySeconds: number;
}

/** Sends messages, in any order. @returns what failed, each kind once: what was not sent. */
export async function sendMessages(
  client: SQSClient,
  queueUrl: string,
  messages: readonly Outgoing[],
): Promise<readonly BlindSpot[]> {
  const waiting = [...messages];
  const failures = new Map<string, BlindSpot>();
  const fail = (failure: BlindSpot) => failures.set(JSON.stringify(failure), failure);
  const sendOn = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MESSAGES_PER_CALL);
      const Entries = batch.map(({ body, delaySeconds }, index) => ({
        Id: `${index}`,
        MessageBody: body,
        DelaySeconds: delaySeconds,
      }));
      try {
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
        for (const { Code, Message } of Failed)
          fail({ source: ACTION, ...toStatement('call', ACTION, `${Code ?? ''} ${Message ?? ''}`.trim()) });
      } catch (error) {
        fail(describeAwsError(ACTION, error));
      }
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, sendOn));
  return [...failures.values()];
}
