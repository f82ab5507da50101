import { mergeErrors } from '../../aws/aws-error';
import type { CallCounter } from '../../aws/call-counter';
import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import type { QuotaCatalog } from '../../aws/read-catalog';
import type { CoverageError } from '../../lib/core/findings/coverage';
import type { DayProfile } from '../../lib/core/measure/day-profile';
import type { AlertRules } from '../../lib/core/rules/rules';
import { awaitPoint, type Echo, lackingFrom, NO_ECHO } from '../../lib/core/traffic/echo';
import { HISTORY_MINUTES, type SeriesHistory } from '../../lib/core/traffic/history';
import type { EpochMinute } from '../../lib/core/vocabulary/series';
import type { PollerConfig } from '../config';
import { loadProfile } from '../memory/day-profile';
import { EMPTY_STATE, loadHistories, loadState, type WatchdogState } from '../memory/state';
import type { WarmMemory } from '../memory/warm';
import { refreshSeries } from '../reading/list-series';
import { listenToEcho } from '../reading/listen-to-echo';
import { provideCatalog } from '../reading/provide-catalog';
import { provideRules } from '../reading/provide-rules';
import { type ChangedHistory, type KnownUsage, planReads, readDueUsage } from '../reading/read-usage';

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
  /** What this process knows from its last run. */
  readonly memory: WarmMemory;
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

/** The minutes of the day: those this process kept, else those of the table. */
async function recallUsage(
  { table, memory }: PollSurroundings,
  state: WatchdogState,
  now: EpochMinute,
): Promise<KnownUsage> {
  const from = now - HISTORY_MINUTES;
  const kept = memory.recall(state, from);
  return {
    series: state.series,
    histories: kept ?? (await loadHistories(table, state, from)),
    areJudged: kept !== null,
    lacking: state.echo ? lackingFrom(state.echo, now) : null,
  };
}

/** The echo of the state, and what this process knows of the point it put last. */
function recallEcho({ memory: { acceptedPoint } }: PollSurroundings, { echo = NO_ECHO }: WatchdogState): Echo {
  return acceptedPoint === null ? echo : awaitPoint(echo, acceptedPoint);
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
  const listing = refreshSeries(clients, state, now);
  const isRecent = state.evaluatedUntil !== null && now - state.evaluatedUntil < QUIET_EVALUATION_MINUTES;
  const isQuietTick = isRecent && now % QUIET_EVALUATION_MINUTES !== 0;
  if (isQuietTick) {
    const { value: found, errors } = await listing;
    if (errors.length === 0 && planReads(found.series, now).length === 0) {
      return { now, state: { ...state, ...found }, version, material: null, errors: [] };
    }
  }
  const [listed, catalog, read, heard, profile, rules] = await Promise.all([
    listing,
    provideCatalog(surroundings, state, now),
    listing
      .then((found) => recallUsage(surroundings, { ...state, ...found.value }, now))
      .then((known) => readDueUsage(clients, known, now, counter)),
    listenToEcho(surroundings, recallEcho(surroundings, state), now),
    loadProfile(table, now),
    provideRules(surroundings, now),
  ]);
  return {
    now,
    state: { ...state, ...listed.value, echo: heard.value },
    version,
    material: {
      catalog: catalog.value,
      histories: read.histories,
      changed: read.changed,
      profile: profile.value,
      ...rules.value,
      calls: uncounted,
    },
    errors: [
      ...listed.errors,
      ...catalog.errors,
      ...mergeErrors([...read.errors, ...heard.errors]),
      ...profile.errors,
      ...rules.errors,
    ],
  };
}
