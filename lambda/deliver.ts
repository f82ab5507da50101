import type { SNSClient } from '@aws-sdk/client-sns';
import type { CoverageError } from '../lib/core/blind-spot-findings';
import { describeAwsError } from './aws/aws-error';
import type { TablePartition } from './aws/dynamodb';
import { publishAlert } from './aws/sns';
import { type OutboxEntry, saveState, type WatchdogState } from './watchdog-memory';

/** What was said and what could not be. */
export interface Delivery {
  readonly published: readonly OutboxEntry[];
  readonly errors: readonly CoverageError[];
}

/**
 * Publishes what waits in the outbox, oldest first, then takes it out of the state. The state was saved with the outbox
 * before, so a crash anywhere repeats at most one message and loses none; what SNS refuses waits for the next run.
 * @param version the version of the saved state.
 */
export async function deliver(
  client: SNSClient,
  topicArn: string,
  table: TablePartition,
  state: WatchdogState,
  version: number,
): Promise<Delivery> {
  const published: OutboxEntry[] = [];
  let current = version;
  for (const entry of state.outbox) {
    try {
      await publishAlert(client, topicArn, entry.alert);
    } catch (error) {
      return { published, errors: [describeAwsError('sns:Publish', error)] };
    }
    published.push(entry);
    const outbox = state.outbox.filter((other) => !published.includes(other));
    const isSaved = await saveState(table, { ...state, outbox }, current);
    if (!isSaved) return { published, errors: [] };
    current++;
  }
  return { published, errors: [] };
}
