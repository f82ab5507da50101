import { mergeBlindSpots } from '../../aws/aws-error';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import { awaitPoint, type Echo, lackingFrom, NO_ECHO } from '../../lib/core/traffic/echo';
import { HISTORY_MINUTES, QUIET_EVALUATION_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { loadProfile } from '../memory/day-profile';
import { EMPTY_STATE, loadHistories, loadState, type WatchdogState } from '../memory/state';
import { refreshSeries } from '../reading/list-series';
import { listenToEcho } from '../reading/listen-to-echo';
import { provideCatalog } from '../reading/provide-catalog';
import { provideDeployments } from '../reading/provide-deployments';
import { provideRefusals } from '../reading/provide-refusals';
import { provideRules } from '../reading/provide-rules';
import { type KnownUsage, planReads, readDueUsage } from '../reading/read-usage';
import type { Gathered, PollSurroundings } from './material';

/** Whether a quota of the runtime endpoint counts tokens of one direction alone. */
function countsDirection({ endpoint, dimension, modelIds }: MappedQuota): boolean {
  const isDirection = dimension === 'inputTokensPerMinute' || dimension === 'outputTokensPerMinute';
  return endpoint === 'runtime' && isDirection && modelIds.length > 0;
}

/** The minutes of the day: those this process kept, else those of the table. */
async function recallUsage(
  { table, memory }: PollSurroundings,
  state: WatchdogState,
  { quotas }: QuotaCatalog,
  now: EpochMinute,
): Promise<KnownUsage> {
  const from = now - HISTORY_MINUTES;
  const kept = memory.recall(state, from);
  return {
    series: state.series,
    histories: kept ?? (await loadHistories(table, state, from)),
    areJudged: kept !== null,
    lacking: state.echo ? lackingFrom(state.echo, now) : null,
    needsTokens: quotas.some(countsDirection),
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
    return { now, state, version, material: null, blindSpots: [] };
  }
  const listing = refreshSeries(clients, state, now);
  const refusals = provideRefusals(surroundings, now);
  const isRecent = state.evaluatedUntil !== null && now - state.evaluatedUntil < QUIET_EVALUATION_MINUTES;
  const isQuietTick = isRecent && now % QUIET_EVALUATION_MINUTES !== 0;
  if (isQuietTick) {
    const [{ value: found, blindSpots }, refused] = await Promise.all([listing, refusals]);
    if (blindSpots.length + refused.blindSpots.length === 0 && planReads(found.series, now).length === 0) {
      return { now, state: { ...state, ...found }, version, material: null, blindSpots: [] };
    }
  }
  const provided = provideCatalog(surroundings, state, now);
  const [listed, deployments, catalog, read, heard, profile, rules, refused] = await Promise.all([
    listing,
    listing.then((found) => provideDeployments(clients, { ...state, ...found.value })),
    provided,
    Promise.all([listing, provided])
      .then(([found, { value: quotas }]) => recallUsage(surroundings, { ...state, ...found.value }, quotas, now))
      .then((known) => readDueUsage(clients, known, now, counter)),
    listenToEcho(surroundings, recallEcho(surroundings, state), now),
    loadProfile(table, now),
    provideRules(surroundings, now),
    refusals,
  ]);
  return {
    now,
    state: { ...state, ...listed.value, customDeployments: deployments.value, echo: heard.value },
    version,
    material: {
      catalog: catalog.value,
      histories: read.histories,
      changed: read.changed,
      profile: profile.value,
      ...rules.value,
      ...refused.value,
      calls: uncounted,
    },
    blindSpots: [
      ...listed.blindSpots,
      ...deployments.blindSpots,
      ...catalog.blindSpots,
      ...mergeBlindSpots([...read.blindSpots, ...heard.blindSpots]),
      ...profile.blindSpots,
      ...rules.blindSpots,
      ...refused.blindSpots,
    ],
  };
}
