import { type AlertEvent, advanceAlerts, DEFAULT_ALERT_POLICY } from '../lib/core/alert-lifecycle';
import type { CoverageError } from '../lib/core/blind-spot-findings';
import { type Evaluation, evaluate } from '../lib/core/evaluate';
import { toAlertMessage } from '../lib/core/message';
import { createModelIdResolver } from '../lib/core/metric-model-id';
import { lookbackOf, takeTemperatures } from '../lib/core/polling-policy';
import { toIso } from '../lib/core/time';
import type { EpochMinute } from '../lib/core/usage';
import { HISTORY_MINUTES, type SeriesHistory } from '../lib/core/usage-history';
import type { CallCounter } from './aws/call-counter';
import type { AwsClients } from './aws/clients';
import type { TablePartition } from './aws/dynamodb';
import type { PollerConfig } from './config';
import { isCatalogDue, type QuotaCatalog, readCatalog } from './quota-catalog';
import { type ChangedHistory, planReads, readDueUsage, refreshSeries } from './usage-reader';
import {
  EMPTY_STATE,
  loadCatalog,
  loadHistories,
  loadState,
  type OutboxEntry,
  type SeriesMemory,
  saveCatalog,
  saveHistories,
  saveState,
  type WatchdogState,
} from './watchdog-memory';

/** Ticks at which an evaluation is made even when nothing was read: recoveries and reminders need one. */
const QUIET_EVALUATION_MINUTES = 5;

/** What a run needs of its surroundings. */
export interface PollSurroundings {
  readonly config: PollerConfig;
  readonly clients: AwsClients;
  readonly table: TablePartition;
  readonly counter: CallCounter;
}

/** All that was gathered for one evaluation. */
export interface Gathered {
  readonly now: EpochMinute;
  readonly state: WatchdogState;
  readonly version: number;
  readonly catalog: QuotaCatalog;
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  readonly changed: readonly ChangedHistory[];
  /** What failed in this run. */
  readonly errors: readonly CoverageError[];
  /** Whether there is reason to evaluate. */
  readonly isEvaluationDue: boolean;
}

/** Reads quotas, series and minutes, as far as they are due. What fails is reported and hides nothing else. */
export async function gather(
  { config, clients, table, counter }: PollSurroundings,
  now: EpochMinute,
): Promise<Gathered> {
  const [{ value, version }, saved] = await Promise.all([loadState(table), loadCatalog<QuotaCatalog>(table)]);
  const state = value ?? EMPTY_STATE;
  const isRepeated = state.evaluatedUntil !== null && now <= state.evaluatedUntil;
  const errors: CoverageError[] = [];
  let catalog = saved.value;
  if (!catalog || (!isRepeated && isCatalogDue(catalog, now))) {
    const read = await readCatalog(clients, config.modelOverrides, catalog, now);
    errors.push(...read.errors);
    catalog = read.value;
    await saveCatalog(table, catalog, saved.version);
  }
  if (isRepeated) {
    return { now, state, version, catalog, histories: new Map(), changed: [], errors, isEvaluationDue: false };
  }
  const listed = await refreshSeries(clients, state, now);
  errors.push(...listed.errors);
  const next: WatchdogState = { ...state, ...listed.value };
  const isQuietTick = now % QUIET_EVALUATION_MINUTES !== 0;
  if (planReads(next.series, now).length === 0 && isQuietTick && errors.length === 0 && catalog.readAt !== now) {
    return { now, state: next, version, catalog, histories: new Map(), changed: [], errors, isEvaluationDue: false };
  }
  const remembered = await loadHistories(table, next, now - HISTORY_MINUTES);
  const read = await readDueUsage(clients, next.series, remembered, now, counter);
  errors.push(...read.errors);
  return {
    now,
    state: next,
    version,
    catalog,
    histories: read.histories,
    changed: read.changed,
    errors,
    isEvaluationDue: true,
  };
}

/** An evaluation with what follows from it for state and messages. */
export interface Judged {
  readonly evaluation: Evaluation;
  readonly events: readonly AlertEvent[];
  readonly state: WatchdogState;
}

function toSeriesMemory(gathered: Gathered, evaluation: Evaluation): Record<string, SeriesMemory> {
  const temperatures = takeTemperatures(evaluation.pools, gathered.catalog.quotas, gathered.now);
  const entries = Object.entries(gathered.state.series).map(([modelId, memory]) => {
    const readUntil = gathered.histories.get(modelId)?.readUntil ?? memory.readUntil;
    return [modelId, { ...memory, readUntil, temperature: temperatures[modelId] ?? 'cold' }] as const;
  });
  return Object.fromEntries(entries);
}

/** Failures of an earlier catalog read that are not of this run: what they hide is hidden still. */
function staleFailures({ catalog, errors }: Gathered): CoverageError[] {
  return catalog.failures.filter((failure) => !errors.some(({ source }) => source === failure.source));
}

/** Evaluates what was gathered and says what is new. Pure: no AWS, no clock. */
export function judge(gathered: Gathered, config: PollerConfig): Judged {
  const { now, state, catalog } = gathered;
  const evaluation = evaluate({
    accountId: catalog.accountId,
    region: config.region,
    now,
    lookbackMinutes: lookbackOf(state.evaluatedUntil, now, HISTORY_MINUTES),
    quotas: catalog.quotas,
    series: [...gathered.histories.values()],
    resolve: createModelIdResolver({ models: catalog.models, profiles: catalog.profiles }),
    thresholds: config.thresholds,
    errors: [...gathered.errors, ...staleFailures(gathered), ...catalog.problems],
  });
  const { entries, events } = advanceAlerts(state.alerts, evaluation.described, now, {
    ...DEFAULT_ALERT_POLICY,
    warningPercent: config.thresholds.warningPercent,
  });
  const origin = { accountId: catalog.accountId, region: config.region, at: toIso(now) };
  const news: OutboxEntry[] =
    events.length > 0 ? [{ id: origin.at, alert: toAlertMessage(events, origin, config.dashboardUrl) }] : [];
  return {
    evaluation,
    events,
    state: {
      ...state,
      evaluatedUntil: now,
      series: toSeriesMemory(gathered, evaluation),
      alerts: entries,
      outbox: [...state.outbox, ...news],
    },
  };
}

/** Saves minutes and state; `false` when another run of the same watchdog was faster, which then speaks instead. */
export async function remember(table: TablePartition, gathered: Gathered, state: WatchdogState): Promise<boolean> {
  await saveHistories(table, gathered.changed);
  return saveState(table, state, gathered.version);
}
