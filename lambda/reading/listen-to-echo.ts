import { describeAwsError } from '../../aws/aws-error';
import type { AwsClients } from '../../aws/clients';
import { type MetricName, readMinuteValues } from '../../aws/metric-statistic';
import { METRIC_DIMENSION, METRIC_NAMESPACE, METRICS } from '../../lib/contract';
import { type Echo, echoReadFrom, hearEcho } from '../../lib/core/traffic/echo';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';

/** The own metric that every evaluation publishes, whatever it saw. */
function echoMetric({ watchdogName }: Pick<PollerConfig, 'watchdogName'>): MetricName {
  return {
    Namespace: METRIC_NAMESPACE,
    MetricName: METRICS.coverageErrors,
    Dimensions: [{ Name: METRIC_DIMENSION, Value: watchdogName }],
  };
}

/**
 * Looks whether CloudWatch shows the watchdog's own points, when it is time to: one GetMetricStatistics of one metric.
 * A look that fails leaves what was known.
 */
export async function listenToEcho(
  { clients, config }: { readonly clients: AwsClients; readonly config: PollerConfig },
  echo: Echo,
  now: EpochMinute,
): Promise<Read<Echo>> {
  const from = echoReadFrom(echo, now);
  if (from === null) return { value: echo, blindSpots: [] };
  try {
    const points = await readMinuteValues(clients.cloudWatch, echoMetric(config), { from, until: now });
    const newest = points.size > 0 ? Math.max(...points.keys()) : null;
    return { value: hearEcho(echo, { now, newest }), blindSpots: [] };
  } catch (error) {
    return { value: echo, blindSpots: [describeAwsError('cloudwatch:GetMetricStatistics', error)] };
  }
}
