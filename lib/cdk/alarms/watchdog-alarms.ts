import type { Alarm, IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { WATCHDOG_ALARMS, type WatchdogAlarm } from '../../contract';
import { type AlarmDefinition, type AlarmSubjects, defineAlarms } from './alarm-definitions';
import { createAlarm } from './create-alarm';

/** Alarms by name, without the disabled ones. */
export type AlarmsByName = Readonly<Partial<Record<WatchdogAlarm, Alarm>>>;

/** Properties of {@link WatchdogAlarms}. */
export interface WatchdogAlarmsProps extends AlarmSubjects {
  /** Takes the alarms about the watchdog itself. */
  readonly alertTopic: ITopic;
  /** Takes them too, where there is a chat. */
  readonly chatTopic?: ITopic;
  /** Takes the alarms about the quotas. */
  readonly alarmTopic: ITopic;
  /** Whether the alarm that bills each model it looks at is made. */
  readonly throttleAlarmByModel: boolean;
  readonly disabledAlarms: readonly string[];
  /** What each does besides. */
  readonly alarmActions: readonly IAlarmAction[];
  /** Page of the runbook. */
  readonly runbook: string;
}

/** Whoever reads the watchdog's messages must hear when it is silent for a bad reason. */
function topicsOf(
  about: AlarmDefinition['about'],
  { alertTopic, chatTopic, alarmTopic }: WatchdogAlarmsProps,
): ITopic[] {
  if (about !== 'watchdog') return [alarmTopic];
  return chatTopic ? [alertTopic, chatTopic] : [alertTopic];
}

/** The CloudWatch alarms of one watchdog, made from the table in alarm-definitions. */
export class WatchdogAlarms extends Construct {
  readonly alarms: AlarmsByName;

  constructor(scope: Construct, id: string, props: WatchdogAlarmsProps) {
    super(scope, id);
    const definitions = defineAlarms(props);
    const isAskedFor = (name: WatchdogAlarm) => name !== 'ThrottlesByModel' || props.throttleAlarmByModel;
    const enabled = WATCHDOG_ALARMS.filter((name) => isAskedFor(name) && !props.disabledAlarms.includes(name));
    this.alarms = Object.fromEntries(
      enabled.map((name) => {
        const definition = definitions[name];
        const topics = topicsOf(definition.about, props);
        const alarmName = `${props.watchdogName}-${name}`;
        const { runbook, words, alarmActions } = props;
        const surroundings = { id: name, alarmName, runbook, section: name, topics, alarmActions, words };
        return [name, createAlarm(this, surroundings, definition)];
      }),
    );
  }
}
