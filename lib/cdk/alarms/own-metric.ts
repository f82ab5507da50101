import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC_DIMENSION, METRIC_NAMESPACE, METRICS } from '../../contract';
import { TICK_MINUTES } from '../../core/vocabulary/cadence';

/** Name of one of the watchdog's own metrics. */
export type OwnMetricName = (typeof METRICS)[keyof typeof METRICS];

/** How to read one of the watchdog's own metrics. */
export interface OwnMetricProps extends MetricOptions {
  readonly watchdogName: string;
  readonly metricName: OwnMetricName;
  /** Beside the watchdog's name. @default - none */
  readonly dimension?: Readonly<Record<string, string>>;
  readonly period: Duration;
}

/**
 * One of the watchdog's own metrics. Maximum unless said otherwise: a value speaks for a look-back that overlaps the one before,
 * so a sum would count the same call twice.
 */
export function ownMetric({ watchdogName, dimension = {}, ...props }: OwnMetricProps): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    dimensionsMap: { [METRIC_DIMENSION]: watchdogName, ...dimension },
    statistic: 'Maximum',
    ...props,
  });
}

/**
 * Minutes since the last evaluation, at each minute; nothing before the first one in the range. Each evaluation has a point: its
 * time is carried on to the next.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html: EPOCH and FILL (read 2026-11)
 */
export function ageOfLastRun(
  watchdogName: string,
  options: Pick<MetricOptions, 'color' | 'label' | 'period'> = {},
): MathExpression {
  const period = options.period ?? Duration.minutes(TICK_MINUTES);
  const { label = 'minutes since the last evaluation', color } = options;
  return new MathExpression({
    expression: '(EPOCH(run) - FILL(EPOCH(run) + 0 * run, REPEAT)) / 60',
    usingMetrics: { run: ownMetric({ watchdogName, metricName: METRICS.coverageErrors, period }) },
    period,
    label,
    ...(color === undefined ? {} : { color }),
  });
}
