import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { toStatement } from '../lib/core/vocabulary/statement';
import type { EpochMinute } from '../lib/core/vocabulary/time';
import { StatementError } from './aws-error';

/** One metric as CloudWatch names it. */
export interface MetricName {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
}

/** Seconds. */
const PERIOD = 60;

/**
 * The one-minute sums of one metric, at most 1,440 minutes of `[from, until)`, by GetMetricStatistics, which is free
 * within a million calls a month. @throws the SDK's error, or a StatementError for a reply that cannot be read.
 */
export async function readMinuteSums(
  client: CloudWatchClient,
  metric: MetricName,
  { from, until }: { readonly from: EpochMinute; readonly until: EpochMinute },
): Promise<Map<EpochMinute, number>> {
  const { Namespace, MetricName, Dimensions } = metric;
  const reply = await client.send(
    new GetMetricStatisticsCommand({
      Namespace,
      MetricName,
      Dimensions: [...Dimensions],
      StartTime: new Date(from * PERIOD * 1000),
      EndTime: new Date(until * PERIOD * 1000),
      Period: PERIOD,
      Statistics: ['Sum'],
    }),
  );
  if (!reply.Datapoints) throw new StatementError(toStatement('noDatapoints'));
  const points = new Map<EpochMinute, number>();
  for (const { Timestamp: timestamp, Sum: sum } of reply.Datapoints) {
    if (!timestamp || sum === undefined || !Number.isFinite(sum) || sum < 0)
      throw new StatementError(toStatement('noNumber'));
    points.set(Math.floor(timestamp.getTime() / 60_000), sum);
  }
  return points;
}
