import {
  type CloudWatchClient,
  GetMetricDataCommand,
  ListMetricsCommand,
  type MetricDataQuery,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import type { CoverageError } from '../../lib/core/blind-spot-findings';
import { METRIC_KINDS, type UsageKind } from '../../lib/core/metric-kinds';
import type { EpochMinute } from '../../lib/core/usage';
import type { UsageReading } from '../../lib/core/usage-history';
import { describeAwsError, type Read, readPages } from './aws-error';
import { addToCount, type CallCounter } from './call-counter';

const NAMESPACE = 'AWS/Bedrock';

/** GetMetricData takes at most this many queries a call. */
const QUERIES_PER_CALL = 500;

/** Seconds; Bedrock publishes one-minute points. */
const PERIOD = 60;

/** A metric ModelId with the metrics that exist for it. */
export interface ActiveSeries {
  readonly modelId: string;
  readonly metricNames: readonly string[];
}

/**
 * The metric ModelIds with data, and their metrics, at the one dimension set `ModelId`: a call appears in several sets,
 * and only one of them may be summed.
 * @param recentOnly only series with points in the last three hours; else the last two weeks.
 */
export async function readActiveSeries(client: CloudWatchClient, recentOnly: boolean): Promise<Read<ActiveSeries[]>> {
  const listed = await readPages('cloudwatch:ListMetrics', async (token) => {
    const reply = await client.send(
      new ListMetricsCommand({
        Namespace: NAMESPACE,
        Dimensions: [{ Name: 'ModelId' }],
        NextToken: token,
        ...(recentOnly ? { RecentlyActive: 'PT3H' as const } : {}),
      }),
    );
    return { items: reply.Metrics ?? [], next: reply.NextToken };
  });
  const names = new Map<string, Set<string>>();
  for (const metric of listed.value) {
    const [dimension, ...others] = metric.Dimensions ?? [];
    if (dimension?.Name !== 'ModelId' || !dimension.Value || others.length > 0) continue;
    if (!metric.MetricName || !(metric.MetricName in METRIC_KINDS)) continue;
    names.set(dimension.Value, (names.get(dimension.Value) ?? new Set()).add(metric.MetricName));
  }
  const value = [...names].map(([modelId, metrics]) => ({ modelId, metricNames: [...metrics].sort() }));
  return { value: value.sort((a, b) => (a.modelId < b.modelId ? -1 : 1)), errors: listed.errors };
}

/** What to read: one-minute sums of some metrics of one ModelId. */
export interface UsageRequest extends ActiveSeries {
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
}

interface Query {
  readonly request: UsageRequest;
  readonly metricName: string;
}

interface QueryResult {
  readonly points: Map<EpochMinute, number>;
  complete: boolean;
}

function toQuery({ request, metricName }: Query, index: number): MetricDataQuery {
  return {
    Id: `m${index}`,
    MetricStat: {
      Metric: {
        Namespace: NAMESPACE,
        MetricName: metricName,
        Dimensions: [{ Name: 'ModelId', Value: request.modelId }],
      },
      Period: PERIOD,
      Stat: 'Sum',
    },
    ReturnData: true,
  };
}

async function readBatch(
  client: CloudWatchClient,
  queries: readonly Query[],
  counter: CallCounter,
): Promise<{ results: QueryResult[]; errors: CoverageError[] }> {
  const results: QueryResult[] = queries.map(() => ({ points: new Map(), complete: false }));
  const [first] = queries;
  if (!first) return { results, errors: [] };
  let junk = 0;
  const { errors } = await readPages('cloudwatch:GetMetricData', async (token) => {
    addToCount(counter, 'cloudwatch:MetricsRequested', queries.length);
    const reply = await client.send(
      new GetMetricDataCommand({
        MetricDataQueries: queries.map(toQuery),
        StartTime: new Date(first.request.from * PERIOD * 1000),
        EndTime: new Date(first.request.until * PERIOD * 1000),
        ScanBy: 'TimestampAscending',
        NextToken: token,
      }),
    );
    for (const result of reply.MetricDataResults ?? []) {
      const target = results[Number(result.Id?.slice(1))];
      if (!target) continue;
      target.complete = result.StatusCode === 'Complete';
      (result.Timestamps ?? []).forEach((timestamp, index) => {
        const value = result.Values?.[index];
        const minute = Math.floor(timestamp.getTime() / 60_000);
        if (value === undefined || !Number.isFinite(value) || !Number.isFinite(minute) || value < 0) junk++;
        else target.points.set(minute, value);
      });
    }
    return { items: [], next: reply.NextToken };
  });
  if (errors.length > 0) for (const result of results) result.complete = false;
  const partial = results.filter((result) => !result.complete).length;
  const all = [...errors];
  if (junk > 0)
    all.push({
      source: 'cloudwatch:GetMetricData',
      message: `cloudwatch:GetMetricData gave ${junk} points that are no numbers; they are left out`,
    });
  if (errors.length === 0 && partial > 0) {
    all.push({
      source: 'cloudwatch:GetMetricData',
      message: `cloudwatch:GetMetricData gave ${partial} of ${queries.length} metrics in part only`,
    });
  }
  return { results, errors: all };
}

function toReadings(queries: readonly Query[], results: readonly QueryResult[]): UsageReading[] {
  const readings = new Map<
    string,
    { request: UsageRequest; columns: Partial<Record<UsageKind, Map<EpochMinute, number>>>; complete: boolean }
  >();
  queries.forEach(({ request, metricName }, index) => {
    const kind = METRIC_KINDS[metricName];
    const result = results[index];
    if (!kind || !result) return;
    const reading = readings.get(request.modelId) ?? { request, columns: {}, complete: true };
    const column = reading.columns[kind] ?? new Map<EpochMinute, number>();
    for (const [minute, value] of result.points) column.set(minute, (column.get(minute) ?? 0) + value);
    reading.columns[kind] = column;
    reading.complete &&= result.complete;
    readings.set(request.modelId, reading);
  });
  return [...readings.values()].map(({ request, columns, complete }) => ({
    modelId: request.modelId,
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

/**
 * Reads one-minute sums, up to 500 metrics a call. A call or metric that fails makes its own readings incomplete and no
 * others. The number of metrics asked for is counted as `cloudwatch:MetricsRequested`: that is what AWS bills.
 */
export async function readUsage(
  client: CloudWatchClient,
  requests: readonly UsageRequest[],
  counter: CallCounter,
): Promise<Read<UsageReading[]>> {
  const batches = groupByRange(requests).flatMap((group) =>
    inBatches(
      group.flatMap((request) => request.metricNames.map((metricName) => ({ request, metricName }))),
      QUERIES_PER_CALL,
    ),
  );
  const replies = await Promise.all(
    batches.map(async (queries) => ({ queries, ...(await readBatch(client, queries, counter)) })),
  );
  const queries = replies.flatMap((reply) => reply.queries);
  const results = replies.flatMap((reply) => reply.results);
  return { value: toReadings(queries, results), errors: replies.flatMap((reply) => reply.errors) };
}

/** One value of one of the watchdog's own metrics. */
export interface OwnMetric {
  readonly name: string;
  readonly value: number;
  readonly unit: 'Percent' | 'Count';
}

/** Publishes the watchdog's own metrics for one moment. The only error is the returned one; it fails no evaluation. */
export async function putOwnMetrics(
  client: CloudWatchClient,
  metrics: readonly OwnMetric[],
  target: { namespace: string; dimension: { name: string; value: string }; at: EpochMinute },
): Promise<CoverageError[]> {
  try {
    await client.send(
      new PutMetricDataCommand({
        Namespace: target.namespace,
        MetricData: metrics.map(({ name, value, unit }) => ({
          MetricName: name,
          Value: value,
          Unit: unit,
          Timestamp: new Date(target.at * 60_000),
          Dimensions: [{ Name: target.dimension.name, Value: target.dimension.value }],
        })),
      }),
    );
    return [];
  } catch (error) {
    return [describeAwsError('cloudwatch:PutMetricData', error)];
  }
}
