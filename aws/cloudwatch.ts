import { type CloudWatchClient, ListMetricsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { usageKindOf } from '../lib/core/traffic/metrics';
import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import type { Endpoint } from '../lib/core/vocabulary/quota';
import { type SeriesIdentity, seriesKeyOf } from '../lib/core/vocabulary/series-key';
import type { EpochMinute } from '../lib/core/vocabulary/time';
import { describeAwsError, mergeBlindSpots, readPages } from './aws-error';

/**
 * Where each endpoint counts its calls, and the one dimension a series is told by. A call appears at several dimension
 * sets (ServiceTier, Project, none), which must not be added: only sets of exactly this dimension are read.
 * Source: Amazon Bedrock metrics in CloudWatch, 2026-10.
 */
const METRIC_SOURCES: Readonly<Record<Endpoint, { readonly namespace: string; readonly dimension: string }>> = {
  runtime: { namespace: 'AWS/Bedrock', dimension: 'ModelId' },
  mantle: { namespace: 'AWS/BedrockMantle', dimension: 'Model' },
};

/** What CloudWatch calls a metric of a series. */
export function toMetric({ endpoint, modelId }: SeriesIdentity, metricName: string) {
  const { namespace, dimension } = METRIC_SOURCES[endpoint];
  return { Namespace: namespace, MetricName: metricName, Dimensions: [{ Name: dimension, Value: modelId }] };
}

/** A series with the metrics that exist for it. */
export interface ActiveSeries extends SeriesIdentity {
  readonly metricNames: readonly string[];
}

async function readActiveSeriesOf(
  client: CloudWatchClient,
  endpoint: Endpoint,
  recentOnly: boolean,
): Promise<Read<ActiveSeries[]>> {
  const { namespace, dimension: name } = METRIC_SOURCES[endpoint];
  const listed = await readPages('cloudwatch:ListMetrics', async (token) => {
    const reply = await client.send(
      new ListMetricsCommand({
        Namespace: namespace,
        Dimensions: [{ Name: name }],
        NextToken: token,
        ...(recentOnly ? { RecentlyActive: 'PT3H' as const } : {}),
      }),
    );
    return { items: reply.Metrics ?? [], next: reply.NextToken };
  });
  const names = new Map<string, Set<string>>();
  for (const metric of listed.value) {
    const [dimension, ...others] = metric.Dimensions ?? [];
    if (dimension?.Name !== name || !dimension.Value || others.length > 0) continue;
    if (!metric.MetricName || usageKindOf(endpoint, metric.MetricName) === null) continue;
    names.set(dimension.Value, (names.get(dimension.Value) ?? new Set()).add(metric.MetricName));
  }
  const value = [...names].map(([modelId, metrics]) => ({ endpoint, modelId, metricNames: [...metrics].sort() }));
  return { value, blindSpots: listed.blindSpots };
}

/**
 * The series with data, and their metrics, of both endpoints: one ListMetrics each. A listing that fails hides nothing of
 * the other.
 * @param recentOnly only series with points in the last three hours; else the last two weeks.
 */
export async function readActiveSeries(client: CloudWatchClient, recentOnly: boolean): Promise<Read<ActiveSeries[]>> {
  const [runtime, mantle] = await Promise.all([
    readActiveSeriesOf(client, 'runtime', recentOnly),
    readActiveSeriesOf(client, 'mantle', recentOnly),
  ]);
  const value = [...runtime.value, ...mantle.value];
  return {
    value: value.sort((a, b) => (seriesKeyOf(a) < seriesKeyOf(b) ? -1 : 1)),
    blindSpots: mergeBlindSpots([...runtime.blindSpots, ...mantle.blindSpots]),
  };
}

/** One value of one of the watchdog's own metrics. */
export interface OwnMetric {
  readonly name: string;
  readonly value: number;
  readonly unit: 'Percent' | 'Count';
  /** Dimension beside the one that all own metrics carry. @default - none */
  readonly dimension?: { readonly name: string; readonly value: string };
}

/** Publishes the watchdog's own metrics for one moment. The only error is the returned one; it fails no evaluation. */
export async function putOwnMetrics(
  client: CloudWatchClient,
  metrics: readonly OwnMetric[],
  target: { namespace: string; dimension: { name: string; value: string }; at: EpochMinute },
): Promise<BlindSpot[]> {
  try {
    await client.send(
      new PutMetricDataCommand({
        Namespace: target.namespace,
        MetricData: metrics.map(({ name, value, unit, dimension }) => ({
          MetricName: name,
          Value: value,
          Unit: unit,
          Timestamp: new Date(target.at * 60_000),
          Dimensions: [target.dimension, ...(dimension ? [dimension] : [])].map((one) => ({
            Name: one.name,
            Value: one.value,
          })),
        })),
      }),
    );
    return [];
  } catch (error) {
    return [describeAwsError('cloudwatch:PutMetricData', error)];
  }
}
