import type { Alarm, IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { REGION_DIMENSION, type RegionAlarm } from '../../contract';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { StackWords } from '../../language/en/stack';
import { type AlarmDefinition, defineRegionAlarms } from './alarm-definitions';
import { createAlarm } from './create-alarm';

/** Properties of {@link RegionAlarms}. */
export interface RegionAlarmsProps {
  readonly watchdogName: string;
  /** Known at synth. */
  readonly regions: readonly string[];
  readonly thresholds: Thresholds;
  readonly disabledAlarms: readonly string[];
  /** Takes the alarms. */
  readonly alarmTopic: ITopic;
  /** What each does besides. */
  readonly alarmActions: readonly IAlarmAction[];
  /** Page of the runbook. */
  readonly runbook: string;
  readonly words: StackWords;
}

/** The alarms about the quotas once for each Region, on its own metrics: their names tell which it is. */
export class RegionAlarms extends Construct {
  /** Region by Region, without those of disabled names. */
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: RegionAlarmsProps) {
    super(scope, id);
    this.alarms = props.regions.flatMap((region) => this.createAlarmsOf(region, props));
  }

  private createAlarmsOf(region: string, props: RegionAlarmsProps): Alarm[] {
    const { watchdogName, thresholds, words, runbook, alarmTopic, alarmActions, disabledAlarms } = props;
    const dimension = { [REGION_DIMENSION]: region };
    const definitions = defineRegionAlarms({ watchdogName, thresholds, words, dimension });
    return (Object.entries(definitions) as [RegionAlarm, AlarmDefinition][])
      .filter(([name]) => !disabledAlarms.includes(name))
      .map(([name, definition]) => {
        const surroundings = {
          id: `${name}${region}`,
          alarmName: `${watchdogName}-${name}-${region}`,
          runbook,
          section: name,
          topics: [alarmTopic],
          alarmActions,
          words,
        };
        return createAlarm(this, surroundings, { ...definition, meaning: `${region}: ${definition.meaning}` });
      });
  }
}
