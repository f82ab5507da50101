import type { CoverageError } from '../lib/core/blind-spot-findings';
import { LEAN_KINDS, METRIC_KINDS } from '../lib/core/metric-kinds';
import { isDue, readFrom } from '../lib/core/polling-policy';
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
 * Which metric ModelIds have data: asked every five minutes. The first time all series of two weeks are asked for, so
 * that a model that was busy this morning counts in the day; afterwards the recently active ones.
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
  const listed = await readActiveSeries(clients.cloudWatch, seriesListedAt !== null);
  const next: Record<string, SeriesMemory> = {};
  for (const { modelId, metricNames } of listed.value) {
    const known = series[modelId];
    next[modelId] = known
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
  const kind = METRIC_KINDS[metricName];
  return kind !== undefined && LEAN_KINDS.has(kind);
}

/** Asked for before CloudWatch lists it: the first throttle of a model must not wait for the next listing. */
const THROTTLES = 'InvocationThrottles';

/** Metric names of a regular read: after the first one the native estimate spares the token counts. */
function metricsOf(memory: SeriesMemory): readonly string[] {
  const hasNative = memory.metricNames.includes('EstimatedTPMQuotaUsage');
  const isFull = memory.readUntil === null || !hasNative;
  return unite(isFull ? memory.metricNames : memory.metricNames.filter(isLean), [THROTTLES]);
}

/** The reads that are due at this tick. */
export function planReads(series: Readonly<Record<string, SeriesMemory>>, now: EpochMinute): UsageRequest[] {
  return Object.entries(series)
    .filter(([, memory]) => isDue(memory.readUntil, memory.temperature, now))
    .map(([modelId, memory]) => ({
      modelId,
      metricNames: metricsOf(memory),
      from: readFrom(memory.readUntil, now - HISTORY_MINUTES),
      until: now,
    }));
}

/** The token counts of series whose lean read left a question: minutes without native estimate, or throttles. */
function planTokenReads(
  requests: readonly UsageRequest[],
  series: Readonly<Record<string, SeriesMemory>>,
  histories: ReadonlyMap<string, SeriesHistory>,
): UsageRequest[] {
  return requests.flatMap((request) => {
    const metricNames = (series[request.modelId]?.metricNames ?? []).filter(
      (name) => !request.metricNames.includes(name),
    );
    const history = histories.get(request.modelId);
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
      merged.set(reading.modelId, mergeReading(merged.get(reading.modelId) ?? null, reading, keepFrom));
    }
  };
  await take(requests);
  await take(planTokenReads(requests, series, merged));
  const changed = requests.flatMap(({ modelId, from }) => {
    const history = merged.get(modelId);
    return history ? [{ history, from, lookFrom: lookFromOf(series[modelId], from) }] : [];
  });
  return { histories: merged, changed, errors };
}
