import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { NOON } from '../noon-account';

/** The metric of {@link putOwnPoints}. */
export const OWN = { namespace: 'Own', name: 'Metric', dimensions: {} };

/** Puts values of each form a caller may use: 7 in three values at noon, 9 a minute later, 40 as statistics at 12:05. */
export async function putOwnPoints(cloudWatch: CloudWatchClient): Promise<void> {
  await cloudWatch.send(
    new PutMetricDataCommand({
      Namespace: 'Own',
      MetricData: [
        { MetricName: 'Metric', Timestamp: NOON, Values: [1, 5], Counts: [2, 1] },
        { MetricName: 'Metric', Timestamp: new Date(NOON.getTime() + 60_000), Value: 9 },
        {
          MetricName: 'Metric',
          Timestamp: new Date(NOON.getTime() + 300_000),
          StatisticValues: { Sum: 40, SampleCount: 4, Minimum: 3, Maximum: 20 },
        },
      ],
    }),
  );
}
