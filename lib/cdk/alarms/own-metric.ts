import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC_DIMENSION, METRIC_NAMESPACE, type METRICS } from '../../contract';

/** Name of one of the watchdog's own metrics. */
export type OwnMetricName = (typeof METRICS)[keyof typeof METRICS];

/** How to read one of the watchdog's own metrics. */
export interface OwnMetricProps {
  readonly watchdogName: string;
  readonly metricName: OwnMetricName;
  readonly period: Duration;
  readonly label?: string;
}

/**
 * One of the watchdog's own metrics. Maximum always: a value speaks for a look-back that overlaps the one before, so a
 * sum would count the same call twice.
 */
export function ownMetric({ watchdogName, ...props }: OwnMetricProps): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    dimensionsMap: { [METRIC_DIMENSION]: watchdogName },
    statistic: 'Maximum',
    ...props,
  });
}
