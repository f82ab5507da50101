import { advanceAlertsByRules, groupByOwner } from '../lib/core/alert-delivery';
import type { AlertEvent } from '../lib/core/alert-lifecycle';
import type { AlertRules } from '../lib/core/alert-rules';
import type { CoverageError } from '../lib/core/blind-spot-findings';
import { type DayProfile, updateProfile } from '../lib/core/day-profile';
import { advanceDigest } from '../lib/core/digest';
import { toDigestMessage } from '../lib/core/digest-message';
import { type Evaluation, evaluate } from '../lib/core/evaluate';
import { createModelIdResolver } from '../lib/core/metric-model-id';
import { lookbackOf, takeTemperatures } from '../lib/core/polling-policy';
import { seriesKeyOf } from '../lib/core/series-key';
import { toIso } from '../lib/core/time';
import type { EpochMinute } from '../lib/core/usage';
import { HISTORY_MINUTES, type SeriesHistory } from '../lib/core/usage-history';
import type { Read } from './aws/aws-error';
import type { CallCounter } from './aws/call-counter';
import type { AwsClients } from './aws/clients';
import type { TablePartition } from './aws/dynamodb';
import type { PollerConfig } from './config';
import { loadProfile } from './day-profile-memory';
import { type OutboxEntry, toOutboxEntry } from './outbox';
import { findUnheardOwners, toOwnerMails } from './owner-mails';
import { isCatalogDue, type QuotaCatalog, readCatalog } from './quota-catalog';
import { provideRules } from './rules-reader';
import { type ChangedHistory, planReads, readDueUsage, refreshSeries } from './usage-reader';
import {
  EMPTY_STATE,
  loadCatalog,
  loadHistories,
  loadState,
  type SeriesMemory,
  saveCatalog,
  saveHistories,
  saveState,
  type WatchdogState,
} from './watchdog-memory';

/**
 * Ticks at which an evaluation is made even when nothing was read, and the longest without one: recoveries and reminders
 * need it, and so does the word that runs were missed.
 */
const QUIET_EVALUATION_MINUTES = 5;

/** What a run needs of its surroundings. */
export interface PollSurroundings {
  readonly config: PollerConfig;
  readonly clients: AwsClients;
  readonly table: TablePartition;
  readonly counter: CallCounter;
  /** Calls of this process that no saved state counts yet. */
  readonly uncounted: CallCounter;
}

/** What an evaluation is made of. */
export interface Material {
  readonly catalog: QuotaCatalog;
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  readonly changed: readonly ChangedHistory[];
  /** The days before; `null` when they could not be read. */
  readonly profile: DayProfile | null;
  readonly rules: AlertRules;
  /** What is wrong with the rules, or kept them from being read, at their last reading. */
  readonly ruleProblems: readonly CoverageError[];
  /** Own calls since the last evaluation, but for those of this run. */
  readonly calls: ReadonlyMap<string, number>;
}

/** All that was gathered at a tick. */
export interface Gathered {
  readonly now: EpochMinute;
  readonly state: WatchdogState;
  /** Version of the state as it was loaded. */
  readonly version: number;
  /** `null` when there is nothing to evaluate. */
  readonly material: Material | null;
  /** What failed in this run. */
  readonly errors: readonly CoverageError[];
}

/** The catalog as saved, or read anew when it is due. */
async function provideCatalog(
  { config, clients, table }: PollSurroundings,
  now: EpochMinute,
): Promise<Read<QuotaCatalog>> {
  const saved = await loadCatalog<QuotaCatalog>(table);
  if (saved.value && !isCatalogDue(saved.value, now)) return { value: saved.value, errors: [] };
  const read = await readCatalog(clients, config.modelOverrides, saved.value, now);
  if (await saveCatalog(table, read.value, saved.version)) return read;
  // A faster run's catalog stays: the changes it found have another time, and would be told twice beside ours.
  const faster = await loadCatalog<QuotaCatalog>(table);
  return { ...read, value: faster.value ?? read.value };
}

/**
 * Reads what is due: quotas hourly, active series every five minutes, each series by its temperature. `material` is
 * `null` when there is nothing to evaluate: nothing was due, or the event's time was evaluated before. What fails is
 * reported and hides nothing else.
 */
export async function gather(surroundings: PollSurroundings, now: EpochMinute): Promise<Gathered> {
  const { clients, table, counter, uncounted } = surroundings;
  const { value, version } = await loadState(table);
  const state = value ?? EMPTY_STATE;
  if (state.evaluatedUntil !== null && now <= state.evaluatedUntil) {
    return { now, state, version, material: null, errors: [] };
  }
  const listed = await refreshSeries(clients, state, now);
  const next: WatchdogState = { ...state, ...listed.value };
  const isRecent = state.evaluatedUntil !== null && now - state.evaluatedUntil < QUIET_EVALUATION_MINUTES;
  const isQuietTick = isRecent && now % QUIET_EVALUATION_MINUTES !== 0;
  if (isQuietTick && listed.errors.length === 0 && planReads(next.series, now).length === 0) {
    return { now, state: next, version, material: null, errors: [] };
  }
  const [catalog, read, profile, rules] = await Promise.all([
    provideCatalog(surroundings, now),
    loadHistories(table, next, now - HISTORY_MINUTES).then((remembered) =>
      readDueUsage(clients, next.series, remembered, now, counter),
    ),
    loadProfile(table, now),
    provideRules(surroundings, now),
  ]);
  return {
    now,
    state: next,
    version,
    material: {
      catalog: catalog.value,
      histories: read.histories,
      changed: read.changed,
      profile: profile.value,
      ...rules.value,
      calls: uncounted,
    },
    errors: [...listed.errors, ...catalog.errors, ...read.errors, ...profile.errors, ...rules.errors],
  };
}

/** An evaluation with what follows from it for state and messages. */
export interface Judged {
  readonly evaluation: Evaluation;
  readonly events: readonly AlertEvent[];
  readonly state: WatchdogState;
  /** With the hours that are complete by now; `null` when the one before could not be read. */
  readonly profile: DayProfile | null;
}

/** Everything before this minute was read of every series. */
function settledUntilOf(series: Readonly<Record<string, SeriesMemory>>, now: EpochMinute): EpochMinute {
  return Math.min(now, ...Object.values(series).map(({ readUntil }) => readUntil ?? 0));
}

function toSeriesMemory(
  { state, now }: Gathered,
  { catalog, histories }: Material,
  evaluation: Evaluation,
): Record<string, SeriesMemory> {
  const temperatures = takeTemperatures(evaluation.pools, catalog.quotas, now);
  const entries = Object.entries(state.series).map(([key, memory]) => {
    const history = histories.get(key);
    // A first read that failed is a first read still: else the next one would take the whole day for news.
    const isUnread = memory.readUntil === null && history?.complete !== true;
    const readUntil = isUnread ? null : (history?.readUntil ?? memory.readUntil);
    return [key, { ...memory, readUntil, temperature: temperatures[key] ?? 'cold' }] as const;
  });
  return Object.fromEntries(entries);
}

/** Failures of an earlier catalog read that are not of this run: what they hide is hidden still. */
function staleFailures(catalog: QuotaCatalog, errors: readonly CoverageError[]): CoverageError[] {
  return catalog.failures.filter((failure) => !errors.some(({ source }) => source === failure.source));
}

/** Evaluates what was gathered and says what is new. Pure: no AWS, no clock. */
export function judge(gathered: Gathered, material: Material, config: PollerConfig): Judged {
  const { now, state, errors } = gathered;
  const { catalog, histories, changed, profile, rules } = material;
  const evaluation = evaluate({
    accountId: catalog.accountId,
    region: config.region,
    now,
    evaluatedUntil: state.evaluatedUntil,
    lookbackMinutes: lookbackOf(state.evaluatedUntil, now),
    lookFrom: new Map(
      changed.flatMap(({ history, lookFrom }) =>
        lookFrom === null ? [] : [[seriesKeyOf(history), lookFrom] as const],
      ),
    ),
    quotas: catalog.quotas,
    changes: catalog.changes ?? [],
    series: [...histories.values()],
    resolve: createModelIdResolver({ models: catalog.models, profiles: catalog.profiles }),
    thresholds: config.thresholds,
    burndownRates: config.burndownRates,
    rules,
    profile,
    errors: [
      ...errors,
      ...staleFailures(catalog, errors),
      ...catalog.problems,
      ...material.ruleProblems,
      ...findUnheardOwners(state.outbox),
    ],
  });
  const delivery = { rules, thresholds: config.thresholds, quotas: catalog.quotas, now };
  const { entries, events } = advanceAlertsByRules(state.alerts, evaluation, delivery);
  const origin = { accountId: catalog.accountId, region: config.region, at: toIso(now) };
  const owners = toOwnerMails(groupByOwner(events, delivery), origin, config);
  const news: OutboxEntry[] = events.length > 0 ? [{ ...toOutboxEntry(events, origin, config), owners }] : [];
  const series = toSeriesMemory(gathered, material, evaluation);
  const settledUntil = settledUntilOf(series, now);
  const { record, digest } = advanceDigest(state.digest ?? null, evaluation, {
    ...delivery,
    settledUntil,
    calls: material.calls,
    hasAlerts: events.length > 0,
  });
  if (digest) news.push({ id: origin.at, alert: toDigestMessage(digest, origin, config.dashboardUrl) });
  return {
    evaluation,
    events,
    profile: profile && updateProfile(profile, evaluation.pools, { now, settledUntil }),
    state: {
      ...state,
      evaluatedUntil: now,
      series,
      alerts: entries,
      outbox: [...state.outbox, ...news],
      digest: record,
    },
  };
}

/** Saves minutes and state; `false` when another run of the same watchdog was faster, which then speaks instead. */
export async function remember(
  table: TablePartition,
  material: Material,
  state: WatchdogState,
  version: number,
): Promise<boolean> {
  await saveHistories(table, material.changed);
  return saveState(table, state, version);
}
