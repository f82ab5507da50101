import { Alarm, type IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { StackWords } from '../../language/en/stack';
import type { AlarmDefinition } from './alarm-definitions';

/** What an alarm needs beside its definition. */
export interface AlarmSurroundings {
  /** Construct id. */
  readonly id: string;
  /** Named, because the name is the subject of the mail that CloudWatch sends. */
  readonly alarmName: string;
  /** Page or path of the runbook, and the section of it. */
  readonly runbook: string;
  readonly section: string;
  /** Take the alarm and its end. */
  readonly topics: readonly ITopic[];
  /** What it does besides. */
  readonly alarmActions: readonly IAlarmAction[];
  readonly words: StackWords;
}

/** The section of an alarm in the runbook. */
export function runbookSectionOfAlarm(runbook: string, name: string): string {
  return `${runbook}#${name.toLowerCase()}`;
}

/** The one way an alarm is made: with its impact and runbook section in words, and actions on ALARM and OK. */
export function createAlarm(
  scope: Construct,
  { id, alarmName, runbook, section, topics, alarmActions, words }: AlarmSurroundings,
  definition: AlarmDefinition,
): Alarm {
  const { severity, metric, comparisonOperator, threshold, treatMissingData, meaning } = definition;
  const evaluationPeriods = definition.evaluationPeriods ?? 1;
  const alarm = new Alarm(scope, id, {
    alarmName,
    alarmDescription: `${words.severities[severity]}: ${meaning} Runbook: ${runbookSectionOfAlarm(runbook, section)}`,
    metric,
    comparisonOperator,
    threshold,
    evaluationPeriods,
    datapointsToAlarm: definition.datapointsToAlarm ?? evaluationPeriods,
    treatMissingData,
  });
  const actions = topics.map((topic) => new SnsAction(topic));
  alarm.addAlarmAction(...actions, ...alarmActions);
  alarm.addOkAction(...actions);
  return alarm;
}
