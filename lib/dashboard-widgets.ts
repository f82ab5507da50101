import { Aws, Duration } from 'aws-cdk-lib';
import {
  Color,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { METRICS } from './contract';
import type { Thresholds } from './core/severity';
import { type OwnMetricName, ownMetric } from './own-metric';

/** Columns of a CloudWatch dashboard. */
const FULL_WIDTH = 24;
const HALF_WIDTH = FULL_WIDTH / 2;
const GRAPH_HEIGHT = 7;

const MINUTE = Duration.minutes(1);

/** The watchdog evaluates at least every five minutes. */
const EVALUATION_PERIOD = Duration.minutes(5);

/** The text on top: what this is and where to go from here. */
export function introWidget(watchdogName: string, links: Readonly<Record<string, string>>, runbook: string): IWidget {
  const linkLine = Object.entries(links).map(([title, url]) => `[${title}](${url})`);
  return new TextWidget({
    width: FULL_WIDTH,
    height: 3,
    markdown: [
      `# Bedrock quotas in ${Aws.REGION}`,
      `${watchdogName} compares every inference quota with the traffic that spends it. Which quota, whose traffic and what to do: see its messages, or run \`npx quota-watchdog check\`.`,
      [...linkLine, `Runbook: \`${runbook}\``].join(' · '),
    ].join('\n\n'),
  });
}

/** A row of single values. */
export function statusWidgets(watchdogName: string, poller: IFunction): IWidget[] {
  const own = (metricName: OwnMetricName, label: string) =>
    ownMetric({ watchdogName, metricName, label, period: EVALUATION_PERIOD });
  const values: readonly (readonly [title: string, metric: IMetric])[] = [
    ['Fullest per-minute quota', own(METRICS.highestUtilization, 'percent')],
    ['Fullest daily quota (estimate)', own(METRICS.highestDailyUtilization, 'percent')],
    ['Throttled calls, last look-back', own(METRICS.throttles, 'calls')],
    ['Quotas that are 0', own(METRICS.zeroQuotas, 'quotas')],
    ['What could not be read', own(METRICS.coverageErrors, 'errors')],
    ['Runs in 5 minutes', poller.metricInvocations({ label: 'runs', period: EVALUATION_PERIOD, statistic: 'Sum' })],
  ];
  return values.map(
    ([title, metric]) =>
      new SingleValueWidget({
        title,
        metrics: [metric],
        width: FULL_WIDTH / values.length,
        height: 4,
        sparkline: true,
      }),
  );
}

/** Utilization over time against the thresholds and the quota itself. */
export function utilizationWidgets(watchdogName: string, thresholds: Thresholds): IWidget[] {
  const own = (metricName: OwnMetricName, label: string) =>
    ownMetric({ watchdogName, metricName, label, period: MINUTE });
  return [
    new GraphWidget({
      title: 'Utilization of the fullest quotas',
      width: FULL_WIDTH,
      height: GRAPH_HEIGHT,
      left: [
        own(METRICS.highestUtilization, 'per-minute quotas'),
        own(METRICS.highestDailyUtilization, 'daily quotas (estimate)'),
      ],
      leftYAxis: { min: 0, label: 'Percent', showUnits: false },
      leftAnnotations: [
        { value: thresholds.warningPercent, label: 'warning', color: Color.ORANGE },
        { value: thresholds.criticalPercent, label: 'critical', color: Color.RED },
        { value: 100, label: 'quota', color: Color.PURPLE },
      ],
    }),
  ];
}

/**
 * A graph with a line for each ModelId, new ones included. The schema names the one dimension set `ModelId`: a call is
 * counted in several sets, and a looser search would draw it more than once.
 */
function perModelGraph(title: string, metricNames: readonly string[], statistic: string): IWidget {
  return new GraphWidget({
    title,
    width: HALF_WIDTH,
    height: GRAPH_HEIGHT,
    left: metricNames.map(
      (name) =>
        new MathExpression({
          expression: `SEARCH('{AWS/Bedrock,ModelId} MetricName="${name}"', '${statistic}', ${MINUTE.toSeconds()})`,
          usingMetrics: {},
          label: metricNames.length > 1 ? name : '',
          period: MINUTE,
        }),
    ),
    leftYAxis: { min: 0, showUnits: false },
  });
}

/** What each model does: quota tokens, calls, throttles, errors, latency. */
export function trafficWidgets(): IWidget[][] {
  return [
    [
      perModelGraph('Quota tokens a minute (EstimatedTPMQuotaUsage)', ['EstimatedTPMQuotaUsage'], 'Sum'),
      perModelGraph('Accepted calls a minute', ['Invocations'], 'Sum'),
    ],
    [
      perModelGraph('Throttled calls a minute', ['InvocationThrottles'], 'Sum'),
      perModelGraph('Errors a minute', ['InvocationClientErrors', 'InvocationServerErrors'], 'Sum'),
    ],
    [
      perModelGraph('Latency, 90th percentile (ms)', ['InvocationLatency'], 'p90'),
      perModelGraph('Time to first token, 90th percentile (ms)', ['TimeToFirstToken'], 'p90'),
    ],
  ];
}
