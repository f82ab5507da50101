import type { CallCounter } from '../../aws/call-counter';
import type { AwsClients } from '../../aws/clients';
import { readUsage, type UsageRequest } from '../../aws/metric-points';
import { isDue, readFrom } from '../../lib/core/measure/reading-plan';
import { sourceOf } from '../../lib/core/traffic/dimension-sets';
import { firstChange, lacksNativeEstimate, mergeReading, type SeriesHistory } from '../../lib/core/traffic/history';
import { LEAN_KINDS, usageKindOf } from '../../lib/core/traffic/metrics';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { HISTORY_MINUTES, LATE_POINT_GRACE_MINUTES } from '../../lib/core/vocabulary/cadence';
import { minutesFrom } from '../../lib/core/vocabulary/minute-list';
import { parseSeriesKey, type SeriesIdentity, seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { SeriesState } from '../memory/state';
import { unite } from './list-series';

function isLean(metricName: string): boolean {
  const kind = usageKindOf('runtime', metricName);
  return kind !== null && LEAN_KINDS.has(kind);
}

/** Asked for before CloudWatch lists it: the first throttle of a model must not wait for the next listing. */
const THROTTLES = 'InvocationThrottles';

/**
 * Metric names of a regular read: after the first one the native estimate spares the token counts. Only a model id's own set
 * on the runtime endpoint has estimate and throttles for certain.
 */
function metricsOf(identity: SeriesIdentity, memory: SeriesState, needsTokens: boolean): readonly string[] {
  if (sourceOf(identity) !== 'runtime') return memory.metricNames;
  const hasNative = memory.metricNames.includes('EstimatedTPMQuotaUsage');
  const isFull = needsTokens || memory.readUntil === null || !hasNative;
  const names = isFull ? memory.metricNames : memory.metricNames.filter(isLean);
  return identity.set === undefined ? unite(names, [THROTTLES]) : names;
}

/** The minutes a read must cover, whatever it covered before: see {@link lackingFrom}. */
type Lacking = EpochMinute | null;

/** The reads that are due at this tick. */
export function planReads(
  series: Readonly<Record<string, SeriesState>>,
  now: EpochMinute,
  { lacking = null, needsTokens = false }: Partial<Pick<KnownUsage, 'lacking' | 'needsTokens'>> = {},
): UsageRequest[] {
  return Object.entries(series)
    .filter(([, memory]) => isDue(memory.readUntil, memory.temperature, now))
    .map(([key, memory]) => {
      const identity = parseSeriesKey(key);
      return {
        ...identity,
        metricNames: metricsOf(identity, memory, needsTokens),
        from: Math.min(readFrom(memory.readUntil, now - HISTORY_MINUTES), lacking ?? now),
        until: now,
      };
    });
}

/** The token counts of series whose lean read left a question: minutes without native estimate, or throttles. */
function planTokenReads(
  requests: readonly UsageRequest[],
  series: Readonly<Record<string, SeriesState>>,
  histories: ReadonlyMap<string, SeriesHistory>,
): UsageRequest[] {
  return requests.flatMap((request) => {
    const key = seriesKeyOf(request);
    const metricNames = (series[key]?.metricNames ?? []).filter((name) => !request.metricNames.includes(name));
    const history = histories.get(key);
    if (metricNames.length === 0 || !history) return [];
    const isThrottled = minutesFrom(history.minutes, request.from).some(({ throttles }) => throttles > 0);
    return isThrottled || lacksNativeEstimate(history, request.from, request.until)
      ? [{ ...request, metricNames }]
      : [];
  });
}

/** A history after the reads of a tick, and the first minute they touched. */
export interface ChangedHistory {
  readonly history: SeriesHistory;
  readonly from: EpochMinute;
  /** First minute that can hold news; `null` for a first read after the first listing: the evaluation decides. */
  readonly lookFrom: EpochMinute | null;
}

/** What is known when a tick begins. */
export interface KnownUsage {
  readonly series: Readonly<Record<string, SeriesState>>;
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  /** Whether the histories are those of the last evaluation; else they may hold minutes that were never judged. */
  readonly areJudged: boolean;
  /** First minute that may lack points; `null`: no more than regular reads cover. */
  readonly lacking: Lacking;
  /** Whether quotas of the runtime endpoint count input or output tokens, which the native estimate does not tell. */
  readonly needsTokens: boolean;
}

/** A first read brings the whole day, of which only what came after the last listing without the series is news. */
function firstLook({ unlistedAt }: SeriesState, from: EpochMinute, lacking: Lacking): EpochMinute | null {
  if (unlistedAt === null) return null;
  return Math.max(from, Math.min(unlistedAt - LATE_POINT_GRACE_MINUTES, lacking ?? unlistedAt));
}

/**
 * The first minute that a read touched, and the first that can hold news. A regular read covers news. Of what is read once
 * more for late points, only what has come is news: to look at all of it each time would keep alerts open that are over.
 */
function toChanged(
  history: SeriesHistory,
  { from, until }: UsageRequest,
  { series, histories, areJudged, lacking }: KnownUsage,
): ChangedHistory {
  const key = seriesKeyOf(history);
  const memory = series[key];
  if (!memory) return { history, from, lookFrom: from };
  if (memory.readUntil === null) return { history, from, lookFrom: firstLook(memory, from, lacking) };
  const regular = readFrom(memory.readUntil, until - HISTORY_MINUTES);
  if (from >= regular) return { history, from, lookFrom: from };
  const touched = firstChange(histories.get(key) ?? null, history, { from, until: regular }) ?? regular;
  return { history, from: touched, lookFrom: areJudged ? touched : from };
}

/** Reads what is due and takes it into the histories; series that fail stay as they were, and are reported. */
export async function readDueUsage(
  clients: AwsClients,
  known: KnownUsage,
  now: EpochMinute,
  counter: CallCounter,
): Promise<{ histories: Map<string, SeriesHistory>; changed: ChangedHistory[]; blindSpots: BlindSpot[] }> {
  const { series } = known;
  const merged = new Map(known.histories);
  const keepFrom = now - HISTORY_MINUTES;
  const requests = planReads(series, now, known);
  const blindSpots: BlindSpot[] = [];
  const take = async (batch: readonly UsageRequest[]) => {
    const read = await readUsage(clients.cloudWatch, batch, counter);
    for (const one of read.blindSpots) blindSpots.push(one);
    for (const reading of read.value) {
      const key = seriesKeyOf(reading);
      merged.set(key, mergeReading(merged.get(key) ?? null, reading, keepFrom));
    }
  };
  await take(requests);
  await take(planTokenReads(requests, series, merged));
  const changed = requests.flatMap((request) => {
    const key = seriesKeyOf(request);
    const history = merged.get(key);
    return history ? [toChanged(history, request, known)] : [];
  });
  return { histories: merged, changed, blindSpots };
}
