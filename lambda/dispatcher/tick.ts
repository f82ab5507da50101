import type { Logger } from '@aws-lambda-powertools/logger';
import type { AwsClients } from '../../aws/clients';
import { putOwnMetrics } from '../../aws/cloudwatch';
import type { AlertRules } from '../../lib/core/rules/rules';
import { releaseNews } from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { type EpochMinute, toIso } from '../../lib/core/vocabulary/time';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import { type FoundNews, loadNews, noteTaken } from '../fleet/news';
import type { openFleet, Table } from '../fleet/partitions';
import { saveState, type WatchdogState } from '../memory/state';
import { findRefused, findUnheardOwners } from '../outbox/find-stuck';
import type { KeyedNews } from '../outbox/keyed-news';
import { queueUp } from '../outbox/queue-up';
import type { Beginning } from '../poller/begin';
import { boundClients } from '../poller/budget';
import { ownMetricsOf } from '../poller/own-metrics';
import { recallState } from '../poller/recall';
import { speakDirectly } from '../poller/speak-directly';
import { provideRules } from '../reading/provide-rules';
import { composeNews } from './compose-news';
import { takeLeave } from './farewell';
import { toFleetMetrics, toRegionMetrics } from './fleet-metrics';
import { judgeFleet } from './judge-fleet';
import { type Survey, type Surveying, survey } from './survey';

/** News is looked for so many minutes before the last tick: a worker may have been as long about handing it over. */
const NEWS_LOOK_BACK_MINUTES = 180;

/** What a tick needs of its surroundings. */
export interface DispatcherSurroundings extends Pick<Surveying, 'fleet' | 'organization'> {
  readonly config: PollerConfig;
  readonly clients: AwsClients;
  readonly table: Table;
  readonly partitions: ReturnType<typeof openFleet>;
  readonly logger: Pick<Logger, 'info'>;
}

/** News that is to be told now, and that which an earlier run took and did not note. */
function sortNews({ waiting }: FoundNews, { taken = [] }: WatchdogState, now: EpochMinute) {
  const known = new Set(taken);
  const fresh = waiting.filter(({ key }) => !known.has(key));
  return { told: releaseNews(fresh, now), unnoted: waiting.filter(({ key }) => known.has(key)) };
}

/** Whether a rule goes by tags of accounts. */
function goByTags({ thresholds, mutes, owners }: AlertRules): boolean {
  return [...thresholds, ...mutes, ...owners].some(({ match }) => match.accountTag !== undefined);
}

/** The watchdog's own metrics, and leave of targets that are gone: what nobody waits for. @returns what failed. */
async function tidy(
  { config, fleet, clients, table }: DispatcherSurroundings,
  { now, budget }: Beginning,
  { records, targets, isSure, placeOf }: Survey,
  rules: AlertRules,
): Promise<readonly BlindSpot[]> {
  const leaving = { table, home: fleet.home, placeOf, words: wordsOf(config.language), rules };
  const [refused] = await Promise.all([
    putOwnMetrics(
      boundClients(clients, budget, 'all').cloudWatch,
      [
        ...toFleetMetrics(records.values(), now),
        ...(config.metricsPerRegion ? toRegionMetrics(records.values(), now) : []),
      ],
      ownMetricsOf(config, now),
    ),
    isSure ? takeLeave(records, targets, now, leaving) : undefined,
  ]);
  return refused;
}

/**
 * One tick of a fleet. What is due is sent first, for it does not wait for what is told. News is taken into the outbox by the
 * save of the state that names its keys, then noted as taken, then said: whatever breaks in between, each is said, and once.
 * @returns what failed.
 */
export async function dispatchAndTell(
  surroundings: DispatcherSurroundings,
  moment: Beginning,
): Promise<readonly BlindSpot[]> {
  const { config, fleet, clients, partitions, organization, logger } = surroundings;
  const { now, machineNow, speaker } = moment;
  const voice = speakDirectly(clients, config, logger);
  const recalled = await recallState({ table: partitions.fleet, machineNow }, now);
  const { state, version } = recalled;
  if (state.evaluatedUntil !== null && now <= state.evaluatedUntil) {
    return [...recalled.blindSpots, ...(await voice.speak({ ...recalled, now }, moment))];
  }
  const ticks = { since: state.evaluatedUntil, now };
  const rules = await provideRules({ config, clients, table: partitions.fleet }, now);
  const needsTags = goByTags(rules.value.rules);
  const surveyed = await survey({ fleet, clients, table: partitions.targets, organization, needsTags }, ticks);
  const news = await loadNews(partitions.news, Math.max(0, (state.evaluatedUntil ?? now) - NEWS_LOOK_BACK_MINUTES));
  const failures = [...recalled.blindSpots, ...surveyed.blindSpots, ...news.blindSpots, ...rules.blindSpots];
  const blindSpots = [...failures, ...findUnheardOwners(state.outbox), ...findRefused(state.outbox)];
  const troubles = { blindSpots, unread: surveyed.unread };
  const { entries, events: own } = judgeFleet(state.alerts, troubles, { rules: rules.value.rules, config, now });
  const { told: fresh, unnoted } = sortNews(news, state, now);
  const taken: KeyedNews[] = [...unnoted, ...fresh];
  const origin = { ...fleet.home, at: toIso(now) };
  const entriesToSay = composeNews(
    { news: fresh, own, rules: rules.value.rules, placeOf: surveyed.placeOf },
    origin,
    config,
  );
  const next = {
    ...state,
    evaluatedUntil: now,
    alerts: entries,
    taken: taken.map(({ key }) => key),
    outbox: queueUp(state.outbox, entriesToSay, { origin, config, speaker }),
  };
  if (!(await saveState(recalled.table, next, version))) {
    logger.info('another run of this watchdog was faster; it speaks instead', { now });
    return failures;
  }
  await Promise.all(taken.map((keyed) => noteTaken(partitions.news, keyed)));
  const unsaid = await voice.speak({ now, state: next, version: version + 1, table: recalled.table }, moment);
  logger.info('dispatched', { targets: surveyed.targets.length, sent: surveyed.sent, news: fresh.length });
  return [...failures, ...unsaid, ...(await tidy(surroundings, moment, surveyed, rules.value.rules))];
}
