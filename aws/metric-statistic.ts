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

/** What CloudWatch makes of the values of a minute. */
export type MinuteStatistic = 'Sum' | 'Maximum';

/**
 * The one-minute values of one metric, at most 1,440 minutes of `[from, until)`, by GetMetricStatistics, which is free
 * within a million calls a month. @throws the SDK's error, or a StatementError for a reply that cannot be read.
 */
export async function readMinuteValues(
  client: CloudWatchClient,
  metric: MetricName,
  { from, until }: { readonly from: EpochMinute; readonly until: EpochMinute },
  statistic: MinuteStatistic = 'Sum',
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
      Statistics: [statistic],
    }),
  );
  if (!reply.Datapoints) throw new StatementError(toStatement('noDatapoints'));
  const points = new Map<EpochMinute, number>();
  for (const { Timestamp: timestamp, [statistic]: value } of reply.Datapoints) {
    if (!timestamp || value === undefined || !Number.isFinite(value) || value < 0)
      throw new StatementError(toStatement('noNumber'));
    points.set(Math.floor(timestamp.getTime() / 60_000), value);
  }
  return points;
}
