import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { isAmount } from '../lib/core/vocabulary/amount';
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

/** The values of minutes, and how many points are no such. */
export interface MinutePoints {
  readonly points: Map<EpochMinute, number>;
  readonly junk: number;
}

/**
 * The one-minute values of one metric, at most 1,440 minutes of `[from, until)`, by GetMetricStatistics, which is free
 * within a million calls a month. A point that is no amount hides no other.
 * @throws the SDK's error, or a StatementError for a reply that cannot be read.
 */
export async function readMinutePoints(
  client: CloudWatchClient,
  metric: MetricName,
  { from, until }: { readonly from: EpochMinute; readonly until: EpochMinute },
  statistic: MinuteStatistic = 'Sum',
): Promise<MinutePoints> {
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
  let junk = 0;
  for (const point of reply.Datapoints) {
    const minute = Math.floor((point?.Timestamp?.getTime() ?? Number.NaN) / 60_000);
    const value = point?.[statistic];
    if (isAmount(value) && Number.isFinite(minute)) points.set(minute, value);
    else junk++;
  }
  return { points, junk };
}

/** As {@link readMinutePoints}, where every point must be an amount. @throws StatementError when one is none, too. */
export async function readMinuteValues(
  client: CloudWatchClient,
  metric: MetricName,
  range: { readonly from: EpochMinute; readonly until: EpochMinute },
  statistic: MinuteStatistic = 'Sum',
): Promise<Map<EpochMinute, number>> {
  const { points, junk } = await readMinutePoints(client, metric, range, statistic);
  if (junk > 0) throw new StatementError(toStatement('noNumber'));
  return points;
}
