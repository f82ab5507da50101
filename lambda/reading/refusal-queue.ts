import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import { countWaiting, deleteMessages, type QueueMessage, type ReceiveLimits, receiveMessages } from '../../aws/sqs';
import { MESSAGES_PER_CALL } from '../../aws/sqs-limits';
import { type BlindSpot, REFUSALS_SOURCE } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';

/**
 * What one run reads at most: 2,000 a minute drain 120,000 an hour, so 100,000 that come within an hour are read as they come,
 * and 100,000 that come at once in 54 runs. Measured for 1,785 messages (test/faults/flood.test.ts, November 2026): a run takes
 * 0.43 s of a processor, of which Lambda gives 0.14 for 256 MB: held to that share, whole runs took 4 to 8 s, and the first
 * 11. The most memory was 186 of 256 MB, and what is saved 133 KB of the 400 an item may have. Ten such runs are what the
 * ledger remembers of ids: reading more at once would remember fewer. What waits longer than the queue keeps it is lost, the
 * oldest first, and would be too old to be counted.
 *
 * Bodies are 2 KB each as a rule, and up to 1 MB: 8 MB of them are 4,000 of the usual size, or 30 of 250 KB a run.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html (1,769 MB are one processor; read 2026-11)
 */
export const RECEIVE_LIMITS: ReceiveLimits = { messages: 2_000, milliseconds: 8_000, bytes: 8 * 1024 * 1024 };

/**
 * While nothing can be deleted, all that is received comes again, and would be forgotten before it does: one call tries
 * whether it can be by now.
 */
const TRIAL_LIMITS: ReceiveLimits = { ...RECEIVE_LIMITS, messages: MESSAGES_PER_CALL };

/** What was not deleted comes again within two minutes; if nothing does for so long, it is gone. */
const UNDELETED_MINUTES = 5;

/** What kept this process from deleting what is counted, and when last. */
const undeletedOf = new WeakMap<
  TablePartition,
  { readonly blindSpots: readonly BlindSpot[]; readonly at: EpochMinute }
>();

/** Why what is counted was not deleted; nothing where it was. */
function recallUndeleted(table: TablePartition, now: EpochMinute): readonly BlindSpot[] {
  const undeleted = undeletedOf.get(table);
  return undeleted && now - undeleted.at <= UNDELETED_MINUTES ? undeleted.blindSpots : [];
}

/** What the queue needs. */
export interface QueueSurroundings {
  /** Of two parts of the run: what hangs must leave time to delete what came. */
  readonly clients: Readonly<Record<'receiving' | 'deleting', AwsClients['sqs']>>;
  readonly table: TablePartition;
}

/** What came, and what could not be had. */
export interface Arrival {
  readonly messages: readonly QueueMessage[];
  /** That more waits, or that nothing can be deleted still; no failure of this run. */
  readonly problems: readonly BlindSpot[];
  readonly blindSpots: readonly BlindSpot[];
}

/** Receives what a run may, and counts what is left where it is not all. */
export async function receive(
  { clients, table }: QueueSurroundings,
  queueUrl: string,
  now: EpochMinute,
): Promise<Arrival> {
  const undeleted = recallUndeleted(table, now);
  const [source = REFUSALS_SOURCE] = undeleted.map((one) => one.source);
  const limits = undeleted.length > 0 ? TRIAL_LIMITS : RECEIVE_LIMITS;
  const received = await receiveMessages(clients.receiving, queueUrl, limits, () => performance.now());
  const { messages, isCut, blindSpots } = received;
  // Nothing is there to try it with: it is as it was.
  if (!isCut) return { messages, problems: messages.length === 0 ? undeleted : [], blindSpots };
  const left = await countWaiting(clients.receiving, queueUrl);
  const read = `${messages.length}`;
  const statement =
    left.value === null
      ? toStatement('refusalsWaitUncounted', read)
      : toStatement('refusalsWait', `${left.value + messages.length}`, read);
  const problems = left.value === 0 ? [] : [{ source, ...statement }];
  return { messages, problems, blindSpots: [...blindSpots, ...left.blindSpots] };
}

/** Deletes what is counted, and remembers whether it could. */
export async function deleteCounted(
  { clients, table }: QueueSurroundings,
  queueUrl: string,
  { messages }: Arrival,
  now: EpochMinute,
): Promise<readonly BlindSpot[]> {
  if (messages.length === 0) return [];
  const blindSpots = await deleteMessages(clients.deleting, queueUrl, messages);
  if (blindSpots.length > 0) undeletedOf.set(table, { blindSpots, at: now });
  else undeletedOf.delete(table);
  return blindSpots;
}
