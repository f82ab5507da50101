import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import { deleteMessages, type QueueMessage, type Received, type ReceiveLimits, receiveMessages } from '../../aws/sqs';
import {
  EMPTY_LEDGER,
  foldRefusals,
  type LedgerGroup,
  pruneLedger,
  type Refusal,
  type RefusalLedger,
  readRefusal,
  withoutCaller,
} from '../../lib/core/refusals';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';
import { asConfigured, loadLedger, REFUSALS_SOURCE, saveLedger, tellUnreadable } from '../memory/refusals';

/**
 * What one run reads at most. A flood of 100,000 refusals an hour is 1,700 a minute, 170 calls of 10 messages: ten at once
 * they are a second or two, and as long again to delete. Beyond it, what waits is read by the next runs: a day of it is kept.
 */
export const RECEIVE_LIMITS: ReceiveLimits = { messages: 2_000, milliseconds: 8_000 };

/** What reading refusals needs. */
export interface RefusalSurroundings {
  readonly config: Pick<PollerConfig, 'refusalQueueUrl' | 'principals' | 'region'>;
  readonly clients: Pick<AwsClients, 'sqs'>;
  readonly table: TablePartition;
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

function problemsOf(ledger: RefusalLedger, isCut: boolean): BlindSpot[] {
  return [
    ...tellUnreadable(ledger),
    ...(isCut ? [{ source: REFUSALS_SOURCE, ...toStatement('refusalsWait', `${RECEIVE_LIMITS.messages}`) }] : []),
  ];
}

/** Counts what came, saves the counts, and only then deletes: whatever breaks in between, each event counts once. */
async function count(
  { config, clients, table }: RefusalSurroundings,
  queueUrl: string,
  { messages, isCut }: Received,
  now: EpochMinute,
): Promise<Read<KnownRefusals>> {
  const { value: stored, blindSpots } = await loadLedger(table);
  if (stored === null) return { value: { refusals: [], refusalProblems: problemsOf(EMPTY_LEDGER, isCut) }, blindSpots };
  const before = asConfigured(stored.ledger, config.principals);
  if (messages.length === 0 && !stored.isBroken) {
    const ledger = pruneLedger(before, now);
    return { value: { refusals: ledger.groups, refusalProblems: problemsOf(ledger, isCut) }, blindSpots };
  }
  const ledger = foldRefusals(before, sortMessages(messages, config), now);
  const saved = await saveLedger(table, ledger, stored, now);
  const undeleted = saved.value ? await deleteMessages(clients.sqs, queueUrl, messages) : [];
  return {
    value: { refusals: ledger.groups, refusalProblems: problemsOf(ledger, isCut) },
    blindSpots: [...blindSpots, ...saved.blindSpots, ...undeleted],
  };
}

/** The refused calls that CloudTrail recorded, with what came since the last run. Where they are not looked at, nothing is read. */
export async function provideRefusals(
  surroundings: RefusalSurroundings,
  now: EpochMinute,
): Promise<Read<KnownRefusals>> {
  const { config, clients } = surroundings;
  if (config.refusalQueueUrl === null) return { value: { refusals: [], refusalProblems: [] }, blindSpots: [] };
  const received = await receiveMessages(clients.sqs, config.refusalQueueUrl, RECEIVE_LIMITS, () => performance.now());
  const { value, blindSpots } = await count(surroundings, config.refusalQueueUrl, received, now);
  return { value, blindSpots: [...received.blindSpots, ...blindSpots] };
}
