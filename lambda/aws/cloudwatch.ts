import { type CloudWatchClient, ListMetricsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { CoverageError } from '../../lib/core/blind-spot-findings';
import { METRIC_KINDS } from '../../lib/core/metric-kinds';
import type { EpochMinute } from '../../lib/core/usage';
import { describeAwsError, type Read, readPages } from './aws-error';

/** Where Bedrock's runtime counts its calls. */
export const NAMESPACE = 'AWS/Bedrock';

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
