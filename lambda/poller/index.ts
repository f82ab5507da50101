import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { boundBy } from '../../aws/bound';
import { addToCount, type CallCounter } from '../../aws/call-counter';
import { createClients } from '../../aws/clients';
import { putOwnMetrics } from '../../aws/cloudwatch';
import { METRIC_DIMENSION, METRIC_NAMESPACE, POLLER_TIMEOUT_SECONDS } from '../../lib/contract';
import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import type { Evaluation } from '../../lib/core/findings/evaluation';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { toMinute } from '../../lib/core/vocabulary/time';
import { EN } from '../../lib/language/en';
import { readConfig } from '../config';
import { saveProfile } from '../memory/day-profile';
import { createWarmMemory } from '../memory/warm';
import { createChannels } from '../outbox/channels';
import { claimEntry, type Speaker } from '../outbox/claim';
import { createOwners } from '../outbox/owners';
import { type Budget, boundClients, createBudget } from './budget';
import { deliver } from './deliver';
import { gather } from './gather';
import { judge } from './judge';
import type { Gathered } from './material';
import { toOwnMetrics, toQuotaMetrics } from './own-metrics';
import { createLimitsPublisher } from './publish-limits';
import { remember } from './remember';
import { readTick } from './tick';

const config = readConfig(process.env);
const counter: CallCounter = new Map();
/** Calls of earlier runs that no saved state counts yet. */
const uncounted: CallCounter = new Map();
const clients = createClients(config.region, counter);
/** What is the same for all runs, as the table, has its calls end with the part of the run they are made in. */
let endSignal: AbortSignal | null = null;
const table = {
  client: boundBy(clients.dynamoDb, () => endSignal),
  tableName: config.tableName,
  partition: config.region,
};
const memory = createWarmMemory();
const publishLimits = createLimitsPublisher({ ssm: boundBy(clients.ssm, () => endSignal) }, config);
const logger = new Logger();

/** What Lambda tells of a run; a local account, whose clock is simulated, tells the machine's time too. */
export interface RunContext {
  readonly getRemainingTimeInMillis?: () => number;
  /** Milliseconds since 1970. */
  readonly machineTime?: number;
}

/**
 * One tick of the watchdog: gather → judge → remember → deliver. What is known is always published first; then a run in
 * which something failed fails, so that the Failed alarm sees it.
 */
export async function handler(event: unknown, context: RunContext = {}): Promise<{ calls: Record<string, number> }> {
  for (const [name, count] of counter) addToCount(uncounted, name, count);
  counter.clear();
  const machineTime = context.machineTime ?? Date.now();
  const { now, complaint } = readTick(event, machineTime);
  if (complaint) logger.warn(complaint);
  const lifetimeMs = context.getRemainingTimeInMillis?.() ?? POLLER_TIMEOUT_SECONDS * 1000;
  const budget = createBudget(lifetimeMs);
  const speaker = { id: randomUUID(), startedAt: machineTime, endsAt: machineTime + lifetimeMs };
  endSignal = budget.signals.reading;
  const machineNow = toMinute(machineTime);
  const gathered = await gather({ config, clients, table, counter, memory, uncounted, budget, machineNow }, now);
  endSignal = budget.signals.all;
  const { material, version, blindSpots } = gathered;
  if (!material) return conclude([...blindSpots, ...(await speak(gathered, budget, speaker))]);
  const { state: judged, evaluation, events, profile } = judge(gathered, material, config);
  // Claimed by the save that makes them known: no other run can say them between.
  const state = { ...judged, outbox: judged.outbox.map((entry) => claimEntry(entry, speaker)) };
  if (!(await remember({ table: gathered.table, memory }, material, state, version))) {
    logger.info('another run of this watchdog was faster; it speaks instead', { now });
    return conclude(blindSpots);
  }
  uncounted.clear();
  logFindings(evaluation, events);
  // First and alone: between a message and the note that it was said, nothing else shall keep the run.
  const unsaid = await speak({ ...gathered, state, version: version + 1 }, budget, speaker);
  const target = {
    namespace: METRIC_NAMESPACE,
    dimension: { name: METRIC_DIMENSION, value: config.watchdogName },
    at: now,
  };
  const perQuota = config.metricsPerQuota ? toQuotaMetrics(evaluation) : [];
  const metrics = [...toOwnMetrics(evaluation, material.catalog.quotas), ...perQuota];
  const [unsaved, refused, unpublished] = await Promise.all([
    saveProfile(gathered.table, profile, now),
    putOwnMetrics(boundClients(clients, budget, 'all').cloudWatch, metrics, target),
    publishLimits(evaluation, material.catalog.quotas),
  ]);
  if (refused.length === 0) memory.notePoint(now);
  return conclude([...blindSpots, ...unsaid, ...unsaved, ...refused, ...unpublished]);
}

/** One line per finding that is not ok, with what was said of it in this run. */
function logFindings({ found }: Evaluation, events: readonly AlertEvent[]): void {
  const said = new Map(events.map(({ event, finding }) => [finding.id, event]));
  for (const { id, severity, utilizationPercent } of found) {
    if (severity !== 'ok') logger.info('finding', { id, severity, utilizationPercent, said: said.get(id) ?? null });
  }
}

/** A state as the table has it. */
type Saved = Pick<Gathered, 'now' | 'state' | 'version' | 'table'>;

/** Says what waits in the outbox. @returns what a channel did not take; it waits for the next run. */
async function speak(saved: Saved, budget: Budget, speaker: Speaker): Promise<readonly BlindSpot[]> {
  const bound = boundClients(clients, budget, 'all');
  const ways = [...createChannels(bound, config), ...createOwners(bound, saved.state.outbox, config)];
  const { said, blindSpots } = await deliver({
    channels: ways,
    table: saved.table,
    saved,
    now: saved.now,
    speaker,
    signal: budget.signals.telling,
  });
  for (const { channel, entry } of said) {
    const { subject, attributes } = entry.alert;
    logger.info('alert published', { channel, subject, attributes });
  }
  return blindSpots;
}

/** Ends the run: with the calls it made, or as failed when it saw only a part. */
function conclude(blindSpots: readonly BlindSpot[]): { calls: Record<string, number> } {
  for (const error of blindSpots) logger.error(spellStatement(error, EN), { source: error.source });
  if (blindSpots.length > 0) {
    throw new Error(`the run saw only a part: ${blindSpots.map((error) => spellStatement(error, EN)).join('; ')}`);
  }
  return { calls: Object.fromEntries(counter) };
}
