import { WATCHDOG_ALARMS, type WatchdogAlarm } from '../../../../lib/contract';
import { type Resource, resourceNamed, resourcesOf, synthesise } from '../fixtures';

const { stack, watchdog, template } = synthesise({
  thresholds: { warningPercent: 70, criticalPercent: 90 },
  throttleAlarmByModel: true,
});
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
const alertTopic = stack.resolve(watchdog.alertTopic.topicArn);
const alarmTopic = stack.resolve(watchdog.alarmTopic.topicArn);

function alarmNamed(name: WatchdogAlarm): Resource {
  const found = alarms.find(({ AlarmName }) => AlarmName === `${watchdog.watchdogName}-${name}`);
  if (!found) throw new Error(`no alarm ${name}`);
  return found;
}

test.each(WATCHDOG_ALARMS)('%s has actions, a description and a word on missing data', (name) => {
  const alarm = alarmNamed(name);
  expect(alarm.AlarmActions).toHaveLength(1);
  expect(alarm.OKActions).toEqual(alarm.AlarmActions);
  expect(alarm.TreatMissingData).toMatch(/^(missing|ignore|breaching|notBreaching)$/);
  expect(alarm.AlarmDescription).toMatch(
    /^(WARNING|CRITICAL): .{40,} Runbook: https:\/\/\S+\/docs\/runbook\.md#[a-z]+$/,
  );
});

test('there are no other alarms, and the record has each by name', () => {
  expect(alarms).toHaveLength(WATCHDOG_ALARMS.length);
  expect(Object.keys(watchdog.alarms)).toEqual([...WATCHDOG_ALARMS]);
});

const TABLE: readonly (readonly [WatchdogAlarm, Record<string, unknown>, topic: unknown])[] = [
  ['UtilizationWarning', { MetricName: 'HighestUtilizationPercent', Threshold: 70, Statistic: 'Maximum' }, alarmTopic],
  ['UtilizationCritical', { MetricName: 'HighestUtilizationPercent', Threshold: 90, Statistic: 'Maximum' }, alarmTopic],
  ['DailyUtilization', { MetricName: 'HighestDailyUtilizationPercent', Threshold: 70 }, alarmTopic],
  [
    'Throttles',
    { MetricName: 'ThrottledRequests', Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' },
    alarmTopic,
  ],
  ['ZeroQuotaTraffic', { MetricName: 'ZeroQuotaRequests', Threshold: 0, Statistic: 'Maximum' }, alarmTopic],
  ['ThrottlesByModel', { ComparisonOperator: 'GreaterThanThreshold' }, alarmTopic],
  [
    'Stale',
    {
      MetricName: 'CoverageErrors',
      Statistic: 'SampleCount',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      Period: 300,
      EvaluationPeriods: 3,
      DatapointsToAlarm: 3,
      TreatMissingData: 'breaching',
    },
    alertTopic,
  ],
  [
    'Failed',
    { Namespace: 'AWS/Lambda', MetricName: 'Errors', Period: 60, EvaluationPeriods: 5, DatapointsToAlarm: 3 },
    alertTopic,
  ],
  [
    'NotRunning',
    { MetricName: 'Invocations', Period: 600, Threshold: 1, TreatMissingData: 'breaching', Statistic: 'Sum' },
    alertTopic,
  ],
  ['DeadLetters', { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 0 }, alertTopic],
];

test.each(TABLE)('%s watches the right number and tells the right topic', (name, properties, topic) => {
  const alarm = alarmNamed(name);
  expect(alarm).toMatchObject(properties);
  expect(alarm.AlarmActions).toEqual([topic]);
});

const QUOTA_ALARMS = [
  'UtilizationWarning',
  'UtilizationCritical',
  'DailyUtilization',
  'Throttles',
  'ZeroQuotaTraffic',
] as const;

test('without a value of the watchdog the quotas are unknown, not fine', () => {
  for (const name of QUOTA_ALARMS) {
    expect([name, alarmNamed(name).TreatMissingData]).toEqual([name, 'missing']);
  }
});

test.each(['NotRunning', 'Stale'])('%s judges silence only after the schedule exists', (name) => {
  const [scheduleId] = resourcesOf(template, 'AWS::Scheduler::Schedule').map(([id]) => id);
  expect(resourceNamed(template, 'AWS::CloudWatch::Alarm', name).DependsOn).toContain(scheduleId);
});

test('throttles by model are one alarm over one dimension set, and made only where asked for', () => {
  const { Metrics, MetricName, Threshold, TreatMissingData } = alarmNamed('ThrottlesByModel');
  expect(Metrics).toEqual([
    expect.objectContaining({
      Expression: 'SELECT SUM(InvocationThrottles) FROM SCHEMA("AWS/Bedrock", ModelId) GROUP BY ModelId',
      Period: 300,
      ReturnData: true,
    }),
  ]);
  expect([MetricName, Threshold, TreatMissingData]).toEqual([undefined, 0, 'notBreaching']);
  expect(synthesise().watchdog.alarms.ThrottlesByModel).toBeUndefined();
});

test('a disabled alarm is not made', () => {
  const { watchdog: other, template: without } = synthesise({ disabledAlarms: ['Throttles', 'NotRunning'] });
  expect(resourcesOf(without, 'AWS::CloudWatch::Alarm')).toHaveLength(WATCHDOG_ALARMS.length - 3);
  expect(other.alarms.Throttles).toBeUndefined();
  expect(other.alarms.Stale).toBeDefined();
  expect(other.alarms.Failed).toBeDefined();
});
