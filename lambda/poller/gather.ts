import { mergeBlindSpots } from '../../aws/aws-error';
import { awaitPoint, type Echo, NO_ECHO } from '../../lib/core/traffic/echo';
import { QUIET_EVALUATION_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { loadProfile } from '../memory/day-profile';
import type { WatchdogState } from '../memory/state';
import { refreshSeries } from '../reading/list-series';
import { listenToEcho } from '../reading/listen-to-echo';
import { provideCatalog } from '../reading/provide-catalog';
import { provideDeployments } from '../reading/provide-deployments';
import { provideRefusals } from '../reading/provide-refusals';
import { provideRules } from '../reading/provide-rules';
import { planReads, readDueUsage } from '../reading/read-usage';
import { boundClients } from './budget';
import type { Gathered, PollSurroundings } from './material';
import { forgetGaps, recallMinutes, recallState, toKnownUsage } from './recall';

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
  const { clients, counter, uncounted, budget } = surroundings;
  const recalled = await recallState(surroundings, now);
  const { state, version, table } = recalled;
  if (state.evaluatedUntil !== null && now <= state.evaluatedUntil) {
    return { now, state, version, table, material: null, blindSpots: recalled.blindSpots };
  }
  const at = { ...surroundings, table, clients: boundClients(clients, budget, 'reading') };
  const listing = refreshSeries(boundClients(clients, budget, 'listing'), state, now);
  const refusals = provideRefusals(
    {
      ...at,
      clients: {
        receiving: boundClients(clients, budget, 'receiving').sqs,
        deleting: boundClients(clients, budget, 'refusals').sqs,
      },
    },
    now,
  );
  const isRecent = state.evaluatedUntil !== null && now - state.evaluatedUntil < QUIET_EVALUATION_MINUTES;
  const isQuietTick = isRecent && now % QUIET_EVALUATION_MINUTES !== 0 && recalled.blindSpots.length === 0;
  if (isQuietTick) {
    const [{ value: found, blindSpots }, refused] = await Promise.all([listing, refusals]);
    if (blindSpots.length + refused.blindSpots.length === 0 && planReads(found.series, now).length === 0) {
      return { now, state: { ...state, ...found }, version, table, material: null, blindSpots: [] };
    }
  }
  const provided = provideCatalog({ ...at, clients: boundClients(clients, budget, 'catalog') }, state, now);
  // Beside the catalog and not after it: where each call is slow, the minutes must not wait for the quotas.
  const recalling = listing.then((found) => recallMinutes(at, { ...state, ...found.value }, now));
  const [listed, deployments, catalog, minutes, read, heard, profile, rules, refused] = await Promise.all([
    listing,
    listing.then((found) => provideDeployments(at.clients, { ...state, ...found.value })),
    provided,
    recalling,
    Promise.all([listing, provided, recalling]).then(([found, quotas, known]) => {
      const series = forgetGaps(found.value.series, known.gaps);
      return readDueUsage(at.clients, toKnownUsage({ ...state, series }, known, quotas, now), now, counter);
    }),
    listenToEcho(at, recallEcho(surroundings, state), now),
    loadProfile(table, now),
    provideRules(at, now),
    refusals,
  ]);
  const { seriesListedAt } = listed.value;
  const series = forgetGaps(listed.value.series, minutes.gaps);
  return {
    now,
    state: { ...state, series, seriesListedAt, customDeployments: deployments.value, echo: heard.value },
    version,
    table,
    material: {
      catalog: catalog.value,
      histories: read.histories,
      changed: read.changed,
      broken: minutes.broken,
      profile: profile.value,
      ...rules.value,
      ...refused.value,
      calls: uncounted,
    },
    blindSpots: [
      ...recalled.blindSpots,
      ...listed.blindSpots,
      ...deployments.blindSpots,
      ...catalog.blindSpots,
      ...minutes.blindSpots,
      ...mergeBlindSpots([...read.blindSpots, ...heard.blindSpots]),
      ...profile.blindSpots,
      ...rules.blindSpots,
      ...refused.blindSpots,
    ],
  };
}
