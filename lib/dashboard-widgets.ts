import { Aws, Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Color,
  CustomWidget,
  GraphWidget,
  type IWidget,
  type Metric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { METRICS } from './contract';
import type { Thresholds } from './core/severity';
import { FULL_WIDTH, GRAPH_HEIGHT, MINUTE } from './dashboard-grid';
import { type OwnMetricName, ownMetric } from './own-metric';

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
      `${watchdogName} compares every inference quota with the traffic that spends it. Which quota, whose traffic and what to do: the table below, its messages, or \`npx quota-watchdog check\`.`,
      [...linkLine, `Runbook: \`${runbook}\``].join(' · '),
    ].join('\n\n'),
  });
}

/** A row of single values; a value that was never published shows as none, which is not 0. */
export function statusWidgets(watchdogName: string): IWidget[] {
  const own = (metricName: OwnMetricName, label: string) =>
    ownMetric({ watchdogName, metricName, label, period: EVALUATION_PERIOD });
  const evaluations = own(METRICS.coverageErrors, 'evaluations').with({ statistic: 'SampleCount' });
  const values: readonly (readonly [title: string, metrics: readonly Metric[]])[] = [
    ['Fullest per-minute quota', [own(METRICS.highestUtilization, 'percent')]],
    ['Fullest daily quota or pool (estimate)', [own(METRICS.highestDailyUtilization, 'percent')]],
    ['Throttled calls, last look-back', [own(METRICS.throttles, 'calls')]],
    [
      'Quotas that are 0, calls to them',
      [own(METRICS.zeroQuotas, 'quotas'), own(METRICS.zeroQuotaRequests, 'calls to them')],
    ],
    ['What could not be read', [own(METRICS.coverageErrors, 'errors')]],
    ['Evaluations in 5 minutes', [evaluations]],
  ];
  return values.map(
    ([title, metrics]) =>
      new SingleValueWidget({
        title,
        metrics: [...metrics],
        width: FULL_WIDTH / values.length,
        height: 4,
        sparkline: true,
      }),
  );
}

/** CloudWatch takes no more alarms in one widget. */
const MOST_ALARMS = 100;

/** The alarms by state, the watchdog's own first; nothing when all are disabled. */
export function alarmWidgets(alarms: readonly Alarm[]): IWidget[] {
  if (alarms.length === 0) return [];
  return [
    new AlarmStatusWidget({ title: 'Alarms', width: FULL_WIDTH, height: 3, alarms: alarms.slice(0, MOST_ALARMS) }),
  ];
}

/**
 * The quota table, drawn by a Lambda. It shows the last three hours whatever the dashboard does, and fits itself to any
 * width, so only a refresh asks for it anew.
 */
export function quotaTableWidget(widget: IFunction): IWidget {
  return new CustomWidget({
    title: 'Quotas: use, headroom, cause and fix',
    functionArn: widget.functionArn,
    width: FULL_WIDTH,
    height: 15,
    updateOnRefresh: true,
    updateOnResize: false,
    updateOnTimeRangeChange: false,
  });
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
