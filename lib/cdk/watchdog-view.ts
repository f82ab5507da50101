import { Token } from 'aws-cdk-lib';
import type { Alarm, Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ModelAlarms } from './alarms/model-alarms';
import { RegionAlarms } from './alarms/region-alarms';
import { type AlarmsByName, WatchdogAlarms } from './alarms/watchdog-alarms';
import { WatchdogDashboard } from './dashboard/watchdog-dashboard';
import { WidgetFunction } from './functions/widget-function';
import type { Choices } from './watchdog-choices';
import type { WatchdogParts } from './watchdog-parts';
import { letterBoxesOf } from './watchers';

/** What tells of quotas and watchdog by CloudWatch. */
export interface WatchdogView {
  readonly alarms: AlarmsByName;
  readonly modelAlarms: readonly Alarm[];
  /** None unless each Region has metrics of its own. */
  readonly regionAlarms: readonly Alarm[];
  /** `undefined`: no dashboard is wanted, and without one nobody calls its widget. */
  readonly board: { readonly widget: LambdaFunction; readonly dashboard: Dashboard } | undefined;
}

function createAlarms(scope: Construct, choices: Choices, parts: WatchdogParts): AlarmsByName {
  const { watchers, schedule, topics } = parts;
  const ticked = watchers.fleet?.dispatcher ?? watchers.poller.function;
  const { alarms } = new WatchdogAlarms(scope, 'Alarms', {
    ...choices,
    ticked,
    runners: [...new Set([ticked, watchers.poller.function])],
    deadLetters: [schedule.deadLetters, ...letterBoxesOf(watchers)],
    alertTopic: topics.alertTopic,
    ...(topics.chatTopic ? { chatTopic: topics.chatTopic } : {}),
    alarmTopic: topics.alarmTopic,
  });
  // Made after the schedule: these take silence for failure, and before the first tick all is silent.
  alarms.NotRunning?.node.addDependency(schedule.schedule);
  alarms.Stale?.node.addDependency(schedule.schedule);
  return alarms;
}

function createBoard(
  scope: Construct,
  { choices, parts, alarms }: { choices: Choices; parts: WatchdogParts; alarms: readonly Alarm[] },
): NonNullable<WatchdogView['board']> {
  const { fleet } = choices;
  const { settings, watchers } = parts;
  const { function: widget } = new WidgetFunction(scope, 'Widget', {
    ...settings,
    refusalEvidence: settings.refusalQueue !== undefined,
    isFleet: choices.fleet !== undefined,
  });
  const { dashboard } = new WatchdogDashboard(scope, 'Overview', {
    ...choices,
    alarms,
    widget,
    hasQuotaMetrics: choices.metricsPerQuota,
    logGroup: watchers.poller.logGroup,
    isFleet: fleet !== undefined,
    hasRegionMetrics: choices.metricsPerRegion,
    ...(fleet && !Token.isUnresolved(fleet.regions) ? { regions: fleet.regions } : {}),
  });
  return { widget, dashboard };
}

function createRegionAlarms(scope: Construct, choices: Choices, { topics }: WatchdogParts): readonly Alarm[] {
  const { fleet, metricsPerRegion } = choices;
  if (!fleet || !metricsPerRegion) return [];
  const { regions } = fleet;
  return new RegionAlarms(scope, 'RegionAlarms', { ...choices, regions, alarmTopic: topics.alarmTopic }).alarms;
}

/** Makes the alarms, and the dashboard if there is to be one. */
export function createView(scope: Construct, choices: Choices, parts: WatchdogParts): WatchdogView {
  const alarms = createAlarms(scope, choices, parts);
  const { alarmTopic } = parts.topics;
  const { alarms: modelAlarms } = new ModelAlarms(scope, 'ModelAlarms', { ...choices, alarmTopic });
  const regionAlarms = createRegionAlarms(scope, choices, parts);
  const shown = [...Object.values(alarms), ...regionAlarms, ...modelAlarms];
  const board = choices.dashboard ? createBoard(scope, { choices, parts, alarms: shown }) : undefined;
  return { alarms, modelAlarms, regionAlarms, board };
}
