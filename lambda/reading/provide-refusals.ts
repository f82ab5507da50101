import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import {
  countWaiting,
  deleteMessages,
  MESSAGES_PER_CALL,
  type QueueMessage,
  type Received,
  type ReceiveLimits,
  receiveMessages,
} from '../../aws/sqs';
import {
  EMPTY_LEDGER,
  foldRefusals,
  type LedgerGroup,
  pruneLedger,
  type Refusal,
  type RefusalLedger,
  readRefusal,
  sumCalls,
  withoutCaller,
} from '../../lib/core/refusals';
import { type BlindSpot, REFUSALS_SOURCE, type Read, UNREADABLE_SOURCE } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';
import { loadLedger, saveLedger } from '../memory/refusals';

/**
 * What one run reads at most. A flood of 100,000 refusals an hour is 1,700 a minute, 170 calls of 10 messages: ten at once
 * they are a second or two, and as long again to delete. Beyond it, what waits is read by the next runs: a day of it is kept.
 */
export const RECEIVE_LIMITS: ReceiveLimits = { messages: 2_000, milliseconds: 8_000, bytes: 8 * 1024 * 1024 };

/**
 * While nothing can be deleted, all that is received comes again, and would be forgotten before it does: one call tries
 * whether it can be by now.
 */
const TRIAL_LIMITS: ReceiveLimits = { ...RECEIVE_LIMITS, messages: MESSAGES_PER_CALL };

/** Tables of which the last run of this process left messages in the queue that are counted. */
const undeletedOf = new WeakSet<TablePartition>();

/** What reading refusals needs. */
export interface RefusalSurroundings {
  readonly config: Pick<PollerConfig, 'refusalQueueUrl' | 'principals' | 'region'>;
  /** Of two parts of the run: what hangs must leave time to delete what came. */
  readonly clients: Readonly<Record<'receiving' | 'deleting', AwsClients['sqs']>>;
  readonly table: TablePartition;
}

/** What came, and what could not be had. */
interface Arrival {
  readonly messages: readonly QueueMessage[];
  /** That more waits; no failure. */
  readonly waiting: readonly BlindSpot[];
  readonly blindSpots: readonly BlindSpot[];
}

/** The refusals of the last hours, as far as they are known. */
export interface KnownRefusals {
  readonly refusals: readonly LedgerGroup[];
  /** What is wrong with those that came, or keeps them waiting; no failure of the run. */
  readonly refusalProblems: readonly BlindSpot[];
}

/** What EventBridge put around a record, taken off; anything else is no record. */
function recordOf(body: string): unknown {
  try {
    const event: unknown = JSON.parse(body);
    return typeof event === 'object' && event !== null && 'detail' in event ? event.detail : null;
  } catch {
    return null;
  }
}

/** Sorts what came. Refusals of other Regions, which somebody's rule may send here, are none of this watchdog's. */
function sortMessages(messages: readonly QueueMessage[], { principals, region }: RefusalSurroundings['config']) {
  const refusals: Refusal[] = [];
  const unreadableIds: string[] = [];
  for (const { id, body } of messages) {
    const reading = readRefusal(recordOf(body));
    if (reading.kind === 'unreadable') unreadableIds.push(id);
    if (reading.kind !== 'refusal' || reading.refusal.region !== region) continue;
    refusals.push(principals ? reading.refusal : withoutCaller(reading.refusal));
  }
  return { refusals, unreadableIds };
}

/** Receives what a run may, and counts what is left where it is not all. */
async function receive({ clients, table }: RefusalSurroundings, queueUrl: string): Promise<Arrival> {
  const limits = undeletedOf.has(table) ? TRIAL_LIMITS : RECEIVE_LIMITS;
  const received: Received = await receiveMessages(clients.receiving, queueUrl, limits, () => performance.now());
  const { messages, isCut, blindSpots } = received;
  if (!isCut) return { messages, waiting: [], blindSpots };
  const left = await countWaiting(clients.receiving, queueUrl);
  const read = `${messages.length}`;
  const statement =
    left.value === null
      ? toStatement('refusalsWaitUncounted', read)
      : toStatement('refusalsWait', `${left.value + messages.length}`, read);
  const waiting = left.value === 0 ? [] : [{ source: REFUSALS_SOURCE, ...statement }];
  return { messages, waiting, blindSpots: [...blindSpots, ...left.blindSpots] };
}

function problemsOf({ unreadable }: RefusalLedger, { waiting }: Arrival): BlindSpot[] {
  const count = sumCalls(unreadable);
  const told = count > 0 ? [{ source: UNREADABLE_SOURCE, ...toStatement('refusalsUnreadable', `${count}`) }] : [];
  return [...told, ...waiting];
}

/** Names that were kept before they were to be left out go with the next save, and are told no more. */
function asConfigured(ledger: RefusalLedger, { principals }: RefusalSurroundings['config']): RefusalLedger {
  return principals ? ledger : { ...ledger, groups: ledger.groups.map(withoutCaller) };
}

/** Deletes what is counted, and remembers whether it could. */
async function deleteCounted(
  { clients, table }: RefusalSurroundings,
  queueUrl: string,
  { messages }: Arrival,
): Promise<readonly BlindSpot[]> {
  if (messages.length === 0) return [];
  const blindSpots = await deleteMessages(clients.deleting, queueUrl, messages);
  if (blindSpots.length > 0) undeletedOf.add(table);
  else undeletedOf.delete(table);
  return blindSpots;
}

/** Counts what came, saves the counts, and only then deletes: whatever breaks in between, each event counts once. */
async function count(
  surroundings: RefusalSurroundings,
  queueUrl: string,
  arrival: Arrival,
  now: EpochMinute,
): Promise<Read<KnownRefusals>> {
  const { config, table } = surroundings;
  const { messages } = arrival;
  const { value: stored, blindSpots } = await loadLedger(table);
  if (stored === null)
    return { value: { refusals: [], refusalProblems: problemsOf(EMPTY_LEDGER, arrival) }, blindSpots };
  const before = asConfigured(stored.ledger, config);
  if (messages.length === 0 && !stored.isBroken) {
    const ledger = pruneLedger(before, now);
    return { value: { refusals: ledger.groups, refusalProblems: problemsOf(ledger, arrival) }, blindSpots };
  }
  const ledger = foldRefusals(before, sortMessages(messages, config), now);
  const saved = await saveLedger(table, ledger, stored, now);
  const undeleted = saved.value ? await deleteCounted(surroundings, queueUrl, arrival) : [];
  return {
    value: { refusals: ledger.groups, refusalProblems: problemsOf(ledger, arrival) },
    blindSpots: [...blindSpots, ...saved.blindSpots, ...undeleted],
  };
}

/** The refused calls that CloudTrail recorded, with what came since the last run. Where they are not looked at, nothing is read. */
export async function provideRefusals(
  surroundings: RefusalSurroundings,
  now: EpochMinute,
): Promise<Read<KnownRefusals>> {
  const { refusalQueueUrl: queueUrl } = surroundings.config;
  if (queueUrl === null) return { value: { refusals: [], refusalProblems: [] }, blindSpots: [] };
  const arrival = await receive(surroundings, queueUrl);
  const { value, blindSpots } = await count(surroundings, queueUrl, arrival, now);
  return { value, blindSpots: [...arrival.blindSpots, ...blindSpots] };
}
