import { type CloudWatchClient, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { STATISTICS_PER_TICK } from '../lib/core/measure/reading-plan';
import { type ActiveSeries, sourceOf } from '../lib/core/traffic/dimension-sets';
import type { UsageReading } from '../lib/core/traffic/history';
import { type UsageKind, usageKindOf } from '../lib/core/traffic/metrics';
import { isAmount } from '../lib/core/vocabulary/amount';
import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import { seriesKeyOf } from '../lib/core/vocabulary/series-key';
import { toStatement } from '../lib/core/vocabulary/statement';
import type { EpochMinute } from '../lib/core/vocabulary/time';
import { describeAwsError, mergeBlindSpots, readPages } from './aws-error';
import { addToCount, type CallCounter } from './call-counter';
import { toMetric } from './cloudwatch';
import { linkedAccountOf } from './linked-account';
import { readMinutePoints } from './metric-statistic';

const BATCH_ACTION = 'cloudwatch:GetMetricData';

/** GetMetricData takes at most this many queries a call. */
const QUERIES_PER_CALL = 500;

/** GetMetricData gives at most this many points a page; a page more would be billed like a call more. */
const POINTS_PER_CALL = 100_800;

/** GetMetricStatistics gives at most this many points. */
const POINTS_PER_STATISTIC = 1_440;

/** Batches under way at once: a page of points takes some megabytes until it is taken in. */
const BATCHES_AT_ONCE = 4;

/** Seconds; Bedrock publishes one-minute points, which CloudWatch keeps for 15 days. */
const MINUTE = 60;

/** What to read: one-minute sums of some metrics of one series. */
export interface UsageRequest extends ActiveSeries {
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
}

interface Query {
  readonly request: UsageRequest;
  readonly metricName: string;
}

/** What the queries of a call have in common. */
interface QueryPlace {
  /** Seconds. */
  readonly period: number;
  /** `undefined`: that of the credentials. */
  readonly account: string | undefined;
}

interface QueryResult {
  readonly points: Map<EpochMinute, number>;
  complete: boolean;
}

function toQuery({ request, metricName }: Query, index: number, { period, account }: QueryPlace): MetricDataQuery {
  return {
    Id: `m${index}`,
    ...(account === undefined ? {} : { AccountId: account }),
    MetricStat: { Metric: toMetric(request, metricName), Period: period, Stat: 'Sum' },
    ReturnData: true,
  };
}

async function readBatch(
  client: CloudWatchClient,
  queries: readonly Query[],
  period: number,
  counter: CallCounter,
): Promise<{ results: QueryResult[]; blindSpots: BlindSpot[] }> {
  const results: QueryResult[] = queries.map(() => ({ points: new Map(), complete: false }));
  const [first] = queries;
  if (!first) return { results, blindSpots: [] };
  const place = { period, account: linkedAccountOf(client)?.accountId };
  let junk = 0;
  const { blindSpots } = await readPages(BATCH_ACTION, async (token) => {
    addToCount(counter, 'cloudwatch:MetricsRequested', queries.length);
    const reply = await client.send(
      new GetMetricDataCommand({
        MetricDataQueries: queries.map((query, index) => toQuery(query, index, place)),
        StartTime: new Date(first.request.from * 60_000),
        EndTime: new Date(first.request.until * 60_000),
        ScanBy: 'TimestampAscending',
        NextToken: token,
      }),
    );
    for (const result of reply.MetricDataResults ?? []) {
      const target = results[Number(result?.Id?.slice(1))];
      if (!target) {
        junk++;
        continue;
      }
      target.complete = result.StatusCode === 'Complete';
      (result.Timestamps ?? []).forEach((timestamp, index) => {
        const value = result.Values?.[index];
        const minute = Math.floor((timestamp?.getTime() ?? Number.NaN) / 60_000);
        if (!isAmount(value) || !Number.isFinite(minute)) junk++;
        else target.points.set(minute, value);
      });
    }
    return { items: [], next: reply.NextToken };
  });
  if (blindSpots.length > 0) for (const result of results) result.complete = false;
  const partial = results.filter((result) => !result.complete).length;
  const all = [...blindSpots];
  if (junk > 0) all.push({ source: BATCH_ACTION, ...toStatement('junkPoints', BATCH_ACTION, `${junk}`) });
  if (blindSpots.length === 0 && partial > 0) {
    all.push({ source: BATCH_ACTION, ...toStatement('inPart', BATCH_ACTION, `${partial}`, `${queries.length}`) });
  }
  return { results, blindSpots: all };
}

/** Reads one metric with a call of its own. */
async function readStatistic(
  client: CloudWatchClient,
  { request, metricName }: Query,
): Promise<{ results: QueryResult[]; blindSpots: BlindSpot[] }> {
  try {
    const { points, junk } = await readMinutePoints(client, toMetric(request, metricName), request);
    const action = 'cloudwatch:GetMetricStatistics';
    const blindSpots = junk > 0 ? [{ source: action, ...toStatement('junkPoints', action, `${junk}`) }] : [];
    return { results: [{ points, complete: true }], blindSpots };
  } catch (error) {
    return {
      results: [{ points: new Map(), complete: false }],
      blindSpots: [describeAwsError('cloudwatch:GetMetricStatistics', error)],
    };
  }
}

function toReadings(queries: readonly Query[], results: readonly QueryResult[]): UsageReading[] {
  const readings = new Map<
    string,
    { request: UsageRequest; columns: Partial<Record<UsageKind, Map<EpochMinute, number>>>; complete: boolean }
  >();
  queries.forEach(({ request, metricName }, index) => {
    const kind = usageKindOf(sourceOf(request), metricName);
    const result = results[index];
    if (!kind || !result) return;
    const key = seriesKeyOf(request);
    const reading = readings.get(key) ?? { request, columns: {}, complete: true };
    const column = reading.columns[kind] ?? new Map<EpochMinute, number>();
    // Two metrics of one kind are two spellings of one count: the larger counts, never the sum.
    for (const [minute, value] of result.points) column.set(minute, Math.max(column.get(minute) ?? 0, value));
    reading.columns[kind] = column;
    reading.complete &&= result.complete;
    readings.set(key, reading);
  });
  return [...readings.values()].map(({ request, columns, complete }) => ({
    endpoint: request.endpoint,
    modelId: request.modelId,
    ...(request.set === undefined ? {} : { set: request.set }),
    from: request.from,
    until: request.until,
    columns,
    complete,
  }));
}

/** Groups requests that share a time range, for a call has one. */
function groupByRange(requests: readonly UsageRequest[]): UsageRequest[][] {
  const groups = new Map<string, UsageRequest[]>();
  for (const request of requests) {
    const key = `${request.from} ${request.until}`;
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups.values()];
}

function inBatches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Whether the metrics of a tick are few and short enough to be read one a call. */
function isForStatistics(queries: readonly Query[]): boolean {
  return (
    queries.length <= STATISTICS_PER_TICK &&
    queries.every(({ request }) => request.until - request.from <= POINTS_PER_STATISTIC)
  );
}

/** Batches that share a time range, and whose points fit a page. */
function toBatches(requests: readonly UsageRequest[], period: number): Query[][] {
  return groupByRange(requests).flatMap((group) => {
    const points = Math.max(1, ...group.map(({ from, until }) => ((until - from) * MINUTE) / period));
    const size = Math.max(1, Math.min(QUERIES_PER_CALL, Math.floor(POINTS_PER_CALL / points)));
    return inBatches(group.flatMap(toQueries), size);
  });
}

function toQueries(request: UsageRequest): Query[] {
  return request.metricNames.map((metricName) => ({ request, metricName }));
}

/** What a reading takes: calls, and the metrics that are asked for, which AWS bills where they are batched. */
export interface ReadingCost {
  readonly calls: number;
  /** By GetMetricData; 0: all by GetMetricStatistics. */
  readonly billedMetrics: number;
}

/** Counts what {@link readUsage} will take, before it is called. */
export function countReading(requests: readonly UsageRequest[], period = MINUTE): ReadingCost {
  const all = requests.flatMap(toQueries);
  if (period === MINUTE && isForStatistics(all)) return { calls: all.length, billedMetrics: 0 };
  return { calls: toBatches(requests, period).length, billedMetrics: all.length };
}

/**
 * Reads sums of a minute, or of a longer period: few metrics one a call, many up to 500 a call, as all of a linked account. A call or metric that fails makes its own
 * readings incomplete and no others. What GetMetricData is asked for is counted as `cloudwatch:MetricsRequested`: that
 * is what AWS bills; GetMetricStatistics is billed by the call.
 * @param period seconds of a point, a multiple of 60 that `from` and `until` are whole numbers of. @default 60
 */
export async function readUsage(
  client: CloudWatchClient,
  requests: readonly UsageRequest[],
  counter: CallCounter,
  period = MINUTE,
): Promise<Read<UsageReading[]>> {
  const all = requests.flatMap(toQueries);
  const replies =
    period === MINUTE && linkedAccountOf(client) === null && isForStatistics(all)
      ? await Promise.all(all.map(async (query) => ({ queries: [query], ...(await readStatistic(client, query)) })))
      : await readInTurn(toBatches(requests, period), async (queries) => ({
          queries,
          ...(await readBatch(client, queries, period, counter)),
        }));
  const queries = replies.flatMap((reply) => reply.queries);
  const results = replies.flatMap((reply) => reply.results);
  return {
    value: toReadings(queries, results),
    blindSpots: mergeBlindSpots(replies.flatMap((reply) => reply.blindSpots)),
  };
}

/** Reads batches, a few at once. */
async function readInTurn<T, R>(batches: readonly T[], read: (batch: T) => Promise<R>): Promise<R[]> {
  const replies: R[] = [];
  for (const some of inBatches(batches, BATCHES_AT_ONCE)) {
    for (const reply of await Promise.all(some.map(read))) replies.push(reply);
  }
  return replies;
}
