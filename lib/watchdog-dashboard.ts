import { Aws, Duration } from 'aws-cdk-lib';
import { Dashboard, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alarmsPageOf, logGroupPageOf, SERVICE_QUOTAS_PAGE } from './console-links';
import { RUNBOOK } from './contract';
import type { Thresholds } from './core/severity';
import { introWidget, statusWidgets, trafficWidgets, utilizationWidgets } from './dashboard-widgets';

/** Properties of {@link WatchdogDashboard}. */
export interface WatchdogDashboardProps {
  readonly watchdogName: string;
  readonly thresholds: Thresholds;
  readonly poller: IFunction;
  readonly logGroup: ILogGroup;
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

  constructor(scope: Construct, id: string, { watchdogName, thresholds, poller, logGroup }: WatchdogDashboardProps) {
    super(scope, id);
    const links = {
      'Service Quotas': SERVICE_QUOTAS_PAGE,
      Alarms: alarmsPageOf(watchdogName),
      'Logs of the poller': logGroupPageOf(logGroup.logGroupName),
    };
    const rows: IWidget[][] = [
      [introWidget(watchdogName, links, RUNBOOK)],
      statusWidgets(watchdogName, poller),
      utilizationWidgets(watchdogName, thresholds),
      ...trafficWidgets(),
    ];
    this.dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: dashboardNameOf(watchdogName),
      defaultInterval: Duration.hours(3),
      widgets: rows,
    });
  }
}
