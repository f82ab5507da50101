import type { Logger } from '@aws-lambda-powertools/logger';
import { addToCount } from '../../aws/call-counter';
import type { OwnMetric } from '../../aws/cloudwatch';
import { putOwnMetrics } from '../../aws/cloudwatch';
import { POLLER_TIMEOUT_SECONDS } from '../../lib/contract';
import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import type { Evaluation } from '../../lib/core/findings/evaluation';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { saveProfile } from '../memory/day-profile';
import type { WatchdogState } from '../memory/state';
import { type Beginning, beginRun, type LambdaContext } from './begin';
import { boundClients } from './budget';
import { gather } from './gather';
import { type Judged, judge } from './judge';
import type { Gathered, Material, PollSurroundings } from './material';
import { ownMetricsOf, toOwnMetrics, toQuotaMetrics } from './own-metrics';
import { remember } from './remember';
import type { Voice } from './voice';
import type { Watch } from './watch';

/** What is told of a run. */
export interface RunContext extends LambdaContext {
  /** What an organisation says of the account, for rules that go by it. */
  readonly account?: NonNullable<PollSurroundings['account']>;
  /** Minutes between two looks at the target, where it is not looked at each minute. */
  readonly pace?: number;
  /** Whether a run judges nothing that sees nothing of a target of which nothing is known: others tell of that. @default false */
  readonly mustSee?: boolean;
}

/** What came of a run. */
export interface RunReport {
  readonly now: EpochMinute;
  /** What the table has when it is over; the one it began with where it judged nothing, or another run was faster. */
  readonly state: WatchdogState;
  /** Own metrics of the evaluation; `null`: nothing was judged. */
  readonly metrics: readonly OwnMetric[] | null;
  /** What failed. */
  readonly blindSpots: readonly BlindSpot[];
  /** Whether the run was to see something, and saw nothing. */
  readonly isBlind: boolean;
}

/** How a run says what it has to say, and where it logs. */
export interface RunOutlets {
  readonly voice: Voice;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** One line per finding that is not ok, with what was said of it in this run. */
function logFindings({ found }: Evaluation, events: readonly AlertEvent[], logger: RunOutlets['logger']): void {
  const said = new Map(events.map(({ event, finding }) => [finding.id, event]));
  for (const { id, severity, utilizationPercent } of found) {
    if (severity !== 'ok') logger.info('finding', { id, severity, utilizationPercent, said: said.get(id) ?? null });
  }
}

/** Whether neither quotas nor series could be listed, now or before. */
function isBlind({ state: { seriesListedAt }, material }: Gathered): boolean {
  return seriesListedAt === null && material?.catalog.quotas.length === 0;
}

/** When and where a run publishes. */
interface Publishing extends Pick<Beginning, 'now' | 'budget'> {
  readonly table: Watch['table'];
  /** Of the evaluation. */
  readonly metrics: readonly OwnMetric[];
}

/** Keeps and publishes what nobody waits for. @returns what failed. */
async function publish(
  { config, clients, memory, hasOwnMetrics, publishLimits }: Watch,
  { table, now, budget, metrics }: Publishing,
  { evaluation, profile }: Judged,
  { catalog }: Material,
): Promise<readonly BlindSpot[]> {
  const perQuota = config.metricsPerQuota ? toQuotaMetrics(evaluation) : [];
  const target = ownMetricsOf(config, now);
  const [unsaved, refused, unpublished] = await Promise.all([
    saveProfile(table, profile, now),
    hasOwnMetrics
      ? putOwnMetrics(boundClients(clients, budget, 'all').cloudWatch, [...metrics, ...perQuota], target)
      : [],
    publishLimits(evaluation, catalog.quotas),
  ]);
  if (hasOwnMetrics && refused.length === 0) memory.notePoint(now);
  return [...unsaved, ...refused, ...unpublished];
}

/**
 * One run of one target: gather → judge → remember → say. What is known is always said first; what failed is in the report.
 * @throws Error where there is no state to go on from, and for an event of a time that has not come.
 */
export async function runOnce(
  watch: Watch,
  { voice, logger }: RunOutlets,
  event: unknown,
  context: RunContext,
): Promise<RunReport> {
  const { config, counter, uncounted, memory } = watch;
  for (const [name, count] of counter) addToCount(uncounted, name, count);
  counter.clear();
  const beginning = beginRun(event, context, { lifetimeSeconds: POLLER_TIMEOUT_SECONDS, logger });
  const { now, machineNow, budget } = beginning;
  watch.enter(budget, 'reading');
  const gathered = await gather(
    { ...watch, budget, machineNow, ...(context.account ? { account: context.account } : {}) },
    now,
  );
  watch.enter(budget, 'all');
  const { material, version, table } = gathered;
  const sawNothing = context.mustSee === true && isBlind(gathered);
  if (!material || sawNothing) {
    const unsaid = await voice.speak(gathered, beginning);
    const blindSpots = [...gathered.blindSpots, ...unsaid];
    return { now, state: gathered.state, metrics: null, blindSpots, isBlind: sawNothing };
  }
  const judged = judge(gathered, material, { ...config, pace: context.pace ?? 0 });
  const state = voice.prepare(judged.state, judged.news, beginning.speaker);
  if (!(await remember({ table, memory }, material, state, version))) {
    logger.info('another run of this watchdog was faster; it speaks instead', { now });
    return { now, state: gathered.state, metrics: null, blindSpots: gathered.blindSpots, isBlind: false };
  }
  uncounted.clear();
  logFindings(judged.evaluation, judged.news.events, logger);
  // First and alone: between a message and the note that it was said, nothing else shall keep the run.
  const unsaid = await voice.speak({ now, state, version: version + 1, table }, beginning);
  const metrics = toOwnMetrics(judged.evaluation, material.catalog.quotas);
  const unpublished = await publish(watch, { table, now, budget, metrics }, judged, material);
  return {
    now,
    state,
    metrics,
    blindSpots: [...gathered.blindSpots, ...unsaid, ...unpublished],
    isBlind: false,
  };
}
