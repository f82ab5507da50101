import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  type AlarmDefinition,
  type AlarmSubjects,
  defineAlarms,
  WATCHDOG_ALARMS,
  type WatchdogAlarm,
} from './alarm-definitions';
import { RUNBOOK } from './contract';

/** Alarms by name, without the disabled ones. */
export type AlarmsByName = Readonly<Partial<Record<WatchdogAlarm, Alarm>>>;

/** Properties of {@link WatchdogAlarms}. */
export interface WatchdogAlarmsProps extends AlarmSubjects {
  /** Takes the alarms about the watchdog itself. */
  readonly alertTopic: ITopic;
  /** Takes the alarms about the quotas. */
  readonly alarmTopic: ITopic;
  readonly disabledAlarms: readonly WatchdogAlarm[];
}

/** The runbook section of an alarm, within the project. */
export function runbookSectionOfAlarm(name: WatchdogAlarm): string {
  return `${RUNBOOK}#${name.toLowerCase()}`;
}

/** The CloudWatch alarms of one watchdog, made from the table in alarm-definitions. */
export class WatchdogAlarms extends Construct {
  readonly alarms: AlarmsByName;

  constructor(scope: Construct, id: string, props: WatchdogAlarmsProps) {
    super(scope, id);
    const definitions = defineAlarms(props);
    const enabled = WATCHDOG_ALARMS.filter((name) => !props.disabledAlarms.includes(name));
    this.alarms = Object.fromEntries(enabled.map((name) => [name, this.createAlarm(name, definitions[name], props)]));
  }

  private createAlarm(name: WatchdogAlarm, definition: AlarmDefinition, props: WatchdogAlarmsProps): Alarm {
    const { severity, about, metric, comparisonOperator, threshold, treatMissingData, meaning } = definition;
    const evaluationPeriods = definition.evaluationPeriods ?? 1;
    const alarm = new Alarm(this, name, {
      // Named, because the name is the subject of the mail that CloudWatch sends.
      alarmName: `${props.watchdogName}-${name}`,
      alarmDescription: `${severity.toUpperCase()}: ${meaning} Runbook: ${runbookSectionOfAlarm(name)}`,
      metric,
      comparisonOperator,
      threshold,
      evaluationPeriods,
      datapointsToAlarm: definition.datapointsToAlarm ?? evaluationPeriods,
      treatMissingData,
    });
    const action = new SnsAction(about === 'watchdog' ? props.alertTopic : props.alarmTopic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  }
}
