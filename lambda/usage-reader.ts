import type { CoverageError } from '../lib/core/blind-spot-findings';
import { LEAN_KINDS, usageKindOf } from '../lib/core/metric-kinds';
import { isDue, readFrom } from '../lib/core/polling-policy';
import type { Endpoint } from '../lib/core/quota';
import { parseSeriesKey, seriesKeyOf } from '../lib/core/series-key';
import type { EpochMinute } from '../lib/core/usage';
import {
  HISTORY_MINUTES,
  LATE_POINT_GRACE_MINUTES,
  lacksNativeEstimate,
  mergeReading,
  type SeriesHistory,
} from '../lib/core/usage-history';
import type { Read } from './aws/aws-error';
import type { CallCounter } from './aws/call-counter';
import type { AwsClients } from './aws/clients';
import { readActiveSeries } from './aws/cloudwatch';
import { readUsage, type UsageRequest } from './aws/metric-points';
import type { SeriesMemory, WatchdogState } from './watchdog-memory';

/** Minutes between two looks at which series are active. */
const LISTING_INTERVAL_MINUTES = 5;

/**
 * After a longer pause the series of two weeks are asked for: CloudWatch calls those of the last three hours recently
 * active, and one that was busy and went quiet in the pause would never be read. An hour is left for late points.
 */
const LONGEST_PAUSE_MINUTES = 120;

/**
 * Which series have data: asked every five minutes. The first time all series of two weeks are asked for, so
 * that a model that was busy this morning counts in the day; afterwards the recently active ones, but for a long pause.
 */
export async function refreshSeries(
  clients: AwsClients,
  state: WatchdogState,
  now: EpochMinute,
): Promise<Read<Pick<WatchdogState, 'series' | 'seriesListedAt'>>> {
  const { series, seriesListedAt } = state;
  if (
    seriesListedAt !== null &&
    now % LISTING_INTERVAL_MINUTES !== 0 &&
    now - seriesListedAt < LISTING_INTERVAL_MINUTES
  ) {
    return { value: { series, seriesListedAt }, errors: [] };
  }
  const recentOnly = seriesListedAt !== null && now - seriesListedAt <= LONGEST_PAUSE_MINUTES;
  const listed = await readActiveSeries(clients.cloudWatch, recentOnly);
  const next: Record<string, SeriesMemory> = {};
  for (const { metricNames, ...identity } of listed.value) {
    const key = seriesKeyOf(identity);
    const known = series[key];
    next[key] = known
      ? { ...known, metricNames: unite(known.metricNames, metricNames) }
      : { metricNames, readUntil: null, unlistedAt: seriesListedAt, temperature: 'cold' };
  }
  const failed = listed.errors.length > 0;
  return {
    value: { series: failed ? { ...series, ...next } : next, seriesListedAt: failed ? seriesListedAt : now },
    errors: listed.errors,
  };
}

function unite(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}

function isLean(metricName: string): boolean {
  const kind = usageKindOf('runtime', metricName);
  return kind !== null && LEAN_KINDS.has(kind);
}

/** Asked for before CloudWatch lists it: the first throttle of a model must not wait for the next listing. */
const THROTTLES = 'InvocationThrottles';

/**
 * Metric names of a regular read: after the first one the native estimate spares the token counts. The mantle endpoint
 * has neither estimate nor throttles.
 */
function metricsOf(endpoint: Endpoint, memory: SeriesMemory): readonly string[] {
  if (endpoint === 'mantle') return memory.metricNames;
  const hasNative = memory.metricNames.includes('EstimatedTPMQuotaUsage');
  const isFull = memory.readUntil === null || !hasNative;
  return unite(isFull ? memory.metricNames : memory.metricNames.filter(isLean), [THROTTLES]);
}

/** The reads that are due at this tick. */
export function planReads(series: Readonly<Record<string, SeriesMemory>>, now: EpochMinute): UsageRequest[] {
  return Object.entries(series)
    .filter(([, memory]) => isDue(memory.readUntil, memory.temperature, now))
    .map(([key, memory]) => {
      const identity = parseSeriesKey(key);
      return {
        ...identity,
        metricNames: metricsOf(identity.endpoint, memory),
        from: readFrom(memory.readUntil, now - HISTORY_MINUTES),
        until: now,
      };
    });
}

/** The token counts of series whose lean read left a question: minutes without native estimate, or throttles. */
function planTokenReads(
  requests: readonly UsageRequest[],
  series: Readonly<Record<string, SeriesMemory>>,
  histories: ReadonlyMap<string, SeriesHistory>,
): UsageRequest[] {
  return requests.flatMap((request) => {
    const key = seriesKeyOf(request);
    const metricNames = (series[key]?.metricNames ?? []).filter((name) => !request.metricNames.includes(name));
    const history = histories.get(key);
    if (metricNames.length === 0 || !history) return [];
    const isThrottled = history.minutes.some(({ minute, throttles }) => minute >= request.from && throttles > 0);
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

/** A first read brings the whole day, of which only what came after the last listing without the series is news. */
function lookFromOf(memory: SeriesMemory | undefined, from: EpochMinute): EpochMinute | null {
  if (!memory || memory.readUntil !== null) return from;
  return memory.unlistedAt === null ? null : Math.max(from, memory.unlistedAt - LATE_POINT_GRACE_MINUTES);
}

/** Reads what is due and takes it into the histories; series that fail stay as they were, and are reported. */
export async function readDueUsage(
  clients: AwsClients,
  series: Readonly<Record<string, SeriesMemory>>,
  histories: ReadonlyMap<string, SeriesHistory>,
  now: EpochMinute,
  counter: CallCounter,
): Promise<{ histories: Map<string, SeriesHistory>; changed: ChangedHistory[]; errors: CoverageError[] }> {
  const merged = new Map(histories);
  const keepFrom = now - HISTORY_MINUTES;
  const requests = planReads(series, now);
  const errors: CoverageError[] = [];
  const take = async (batch: readonly UsageRequest[]) => {
    const read = await readUsage(clients.cloudWatch, batch, counter);
    errors.push(...read.errors);
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
    return history ? [{ history, from: request.from, lookFrom: lookFromOf(series[key], request.from) }] : [];
  });
  return { histories: merged, changed, errors };
}
