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
import { METRICS } from '../../contract';
import { QUIET_EVALUATION_MINUTES } from '../../core/vocabulary/cadence';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { StackWords } from '../../language/en/stack';
import { type OwnMetricName, ownMetric } from '../alarms/own-metric';
import { FULL_WIDTH, GRAPH_HEIGHT, MINUTE } from './grid';

/** The watchdog evaluates at least every five minutes. */
const EVALUATION_PERIOD = Duration.minutes(QUIET_EVALUATION_MINUTES);

/** What the text on top says. */
export interface IntroProps {
  /** Title → page. */
  readonly links: Readonly<Record<string, string>>;
  /** Page or path. */
  readonly runbook: string;
  /** Whether several accounts or Regions are watched. */
  readonly isFleet: boolean;
  readonly words: StackWords;
}

/** The text on top: what this is and where to go from here. */
export function introWidget(watchdogName: string, { links, runbook, isFleet, words }: IntroProps): IWidget {
  const linkLine = Object.entries(links).map(([title, url]) => `[${title}](${url})`);
  return new TextWidget({
    width: FULL_WIDTH,
    height: 3,
    markdown: [
      `# ${isFleet ? words.intro.fleetHeading() : words.intro.heading(Aws.REGION)}`,
      words.intro.text(watchdogName),
      [...linkLine, `Runbook: \`${runbook}\``].join(' · '),
    ].join('\n\n'),
  });
}

/** A row of single values; a value that was never published shows as none, which is not 0. */
export function statusWidgets(watchdogName: string, { titles, labels }: StackWords): IWidget[] {
  const own = (metricName: OwnMetricName, label: string) =>
    ownMetric({ watchdogName, metricName, label, period: EVALUATION_PERIOD });
  const evaluations = own(METRICS.coverageErrors, labels.evaluations).with({ statistic: 'SampleCount' });
  const values: readonly (readonly [title: string, metrics: readonly Metric[]])[] = [
    [titles.perMinute, [own(METRICS.highestUtilization, labels.percent)]],
    [titles.perDay, [own(METRICS.highestDailyUtilization, labels.percent)]],
    [titles.throttles, [own(METRICS.throttles, labels.calls)]],
    [titles.zeros, [own(METRICS.zeroQuotas, labels.quotas), own(METRICS.zeroQuotaRequests, labels.callsToThem)]],
    [titles.unread, [own(METRICS.coverageErrors, labels.errors)]],
    [titles.evaluations, [evaluations]],
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
export function alarmWidgets(alarms: readonly Alarm[], { titles }: StackWords): IWidget[] {
  if (alarms.length === 0) return [];
  return [
    new AlarmStatusWidget({ title: titles.alarms, width: FULL_WIDTH, height: 3, alarms: alarms.slice(0, MOST_ALARMS) }),
  ];
}

/**
 * The quota table, drawn by a Lambda. It shows the last three hours whatever the dashboard does, and fits itself to any
 * width, so only a refresh asks for it anew.
 */
export function quotaTableWidget(widget: IFunction, { titles }: StackWords): IWidget {
  return new CustomWidget({
    title: titles.table,
    functionArn: widget.functionArn,
    width: FULL_WIDTH,
    height: 15,
    updateOnRefresh: true,
    updateOnResize: false,
    updateOnTimeRangeChange: false,
  });
}

/** Utilization over time against the thresholds and the quota itself. */
export function utilizationWidgets(
  watchdogName: string,
  thresholds: Thresholds,
  { titles, labels }: StackWords,
): IWidget[] {
  const own = (metricName: OwnMetricName, label: string) =>
    ownMetric({ watchdogName, metricName, label, period: MINUTE });
  return [
    new GraphWidget({
      title: titles.utilization,
      width: FULL_WIDTH,
      height: GRAPH_HEIGHT,
      left: [
        own(METRICS.highestUtilization, labels.minuteQuotas),
        own(METRICS.highestDailyUtilization, labels.dailyQuotas),
      ],
      leftYAxis: { min: 0, label: labels.percent, showUnits: false },
      leftAnnotations: [
        { value: thresholds.warningPercent, label: labels.warning, color: Color.ORANGE },
        { value: thresholds.criticalPercent, label: labels.critical, color: Color.RED },
        { value: 100, label: labels.quota, color: Color.PURPLE },
      ],
    }),
  ];
}
