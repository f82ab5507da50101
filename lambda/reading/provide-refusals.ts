import type { QueueMessage } from '../../aws/sqs';
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
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';
import { asConfigured, loadLedger, saveLedger, tellUnreadable } from '../memory/refusals';
import { type Arrival, deleteCounted, type QueueSurroundings, receive } from './refusal-queue';

/** What reading refusals needs. */
export interface RefusalSurroundings extends QueueSurroundings {
  readonly config: Pick<PollerConfig, 'refusalQueueUrl' | 'principals' | 'region'>;
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

function problemsOf(ledger: RefusalLedger, { problems }: Arrival): BlindSpot[] {
  return [...tellUnreadable(ledger), ...problems];
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
  const before = asConfigured(stored.ledger, config.principals);
  if (messages.length === 0 && !stored.isBroken) {
    const ledger = pruneLedger(before, now);
    return { value: { refusals: ledger.groups, refusalProblems: problemsOf(ledger, arrival) }, blindSpots };
  }
  const ledger = foldRefusals(before, sortMessages(messages, config), now);
  const saved = await saveLedger(table, ledger, stored, now);
  const undeleted = saved.value ? await deleteCounted(surroundings, queueUrl, arrival, now) : [];
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
  const arrival = await receive(surroundings, queueUrl, now);
  const { value, blindSpots } = await count(surroundings, queueUrl, arrival, now);
  return { value, blindSpots: [...arrival.blindSpots, ...blindSpots] };
}
