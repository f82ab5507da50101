import { Aws, Duration } from 'aws-cdk-lib';
import { type Alarm, Dashboard, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { StackWords } from '../../language/en/stack';
import { alarmsPageOf, logGroupPageOf, serviceQuotasPageOf } from './console-links';
import { quotaWidgets, regionWidgets, trafficWidgets } from './traffic-widgets';
import { alarmWidgets, introWidget, quotaTableWidget, statusWidgets, utilizationWidgets } from './widgets';

/** Properties of {@link WatchdogDashboard}. */
export interface WatchdogDashboardProps {
  readonly watchdogName: string;
  readonly thresholds: Thresholds;
  readonly alarms: readonly Alarm[];
  /** Draws the quota table. */
  readonly widget: IFunction;
  /** Whether a metric is published for each quota. */
  readonly hasQuotaMetrics: boolean;
  /** Whether own metrics are published for each Region. */
  readonly hasRegionMetrics: boolean;
  /** Of the poller, or of the workers. */
  readonly logGroup: ILogGroup;
  /** Page or path of the runbook. */
  readonly runbook: string;
  /** Whether several accounts or Regions are watched. */
  readonly isFleet: boolean;
  /** Those whose traffic is drawn, where it is not the own alone. */
  readonly regions?: readonly string[];
  readonly words: StackWords;
}

/**
 * Name of the dashboard. It holds the Region because dashboards of an account share one namespace over all Regions, and
 * it is set here because the poller's messages link to the dashboard, which in turn shows the poller.
 */
export function dashboardNameOf(watchdogName: string): string {
  return `${watchdogName}-${Aws.REGION}`;
}

/** The dashboard: how full, what is throttled, and the traffic of every model; the model graphs fill themselves. */
export class WatchdogDashboard extends Construct {
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: WatchdogDashboardProps) {
    super(scope, id);
    const { watchdogName, thresholds, logGroup, words } = props;
    const links = {
      'Service Quotas': serviceQuotasPageOf(this),
      [words.intro.alarms]: alarmsPageOf(this, watchdogName),
      [words.intro.logs]: logGroupPageOf(this, logGroup.logGroupName),
    };
    const rows: IWidget[][] = [
      [introWidget(watchdogName, { links, runbook: props.runbook, isFleet: props.isFleet, words })],
      statusWidgets(watchdogName, words),
      alarmWidgets(props.alarms, words),
      [quotaTableWidget(props.widget, words)],
      utilizationWidgets(watchdogName, thresholds, words),
      props.hasRegionMetrics ? regionWidgets(watchdogName, words) : [],
      props.hasQuotaMetrics ? quotaWidgets(watchdogName, words) : [],
      ...trafficWidgets(words, props.regions),
    ];
    this.dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: dashboardNameOf(watchdogName),
      defaultInterval: Duration.hours(3),
      widgets: rows.filter((row) => row.length > 0),
    });
  }
}
