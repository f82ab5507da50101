import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { AccountPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { BedrockQuotaWatchdog, METRICS } from '../../../lib';
import { createApp, resourceNamed, resourcesOf, synthesise } from './fixtures';

describe('alarmActions', () => {
  const stack = new Stack(createApp(), 'Host');
  const pager = new Topic(stack, 'Pager');
  const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', {
    alarmActions: [new SnsAction(pager)],
    models: [{ modelId: 'a.b', tokensPerMinute: 1 }],
  });
  const template = Template.fromStack(stack);

  test('are what each alarm does besides a message to its topic when it goes off', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    expect(alarms).toHaveLength(11);
    for (const { AlarmActions, OKActions } of alarms) {
      expect(AlarmActions).toHaveLength(2);
      expect(AlarmActions[1]).toEqual(stack.resolve(pager.topicArn));
      expect(OKActions).toEqual([AlarmActions[0]]);
    }
    expect(Object.values(watchdog.alarms)).toHaveLength(9);
  });
});

describe('dashboard: false', () => {
  const { watchdog, template } = synthesise({ alertEmails: ['a@b.co'], dashboard: false });

  test('makes neither a dashboard nor the function behind it', () => {
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 0);
    template.resourceCountIs('AWS::Lambda::Function', 1);
    expect([watchdog.dashboard, watchdog.widget, watchdog.dashboardUrl]).toEqual([undefined, undefined, undefined]);
  });

  test('leaves the messages without its link', () => {
    const { Variables } = resourceNamed(template, 'AWS::Lambda::Function', 'Poller').Properties.Environment;
    expect(Variables).not.toHaveProperty('WATCHDOG_DASHBOARD_URL');
  });

  test('leaves nothing to be invoked', () => {
    const role = new Role(Stack.of(watchdog), 'Viewer', { assumedBy: new AccountPrincipal('111122223333') });
    expect(() => watchdog.grantInvokeWidget(role)).toThrow('dashboard is false; there is no widget to be invoked');
  });
});

test('grantInvokeWidget lets a role invoke that function, and nothing else', () => {
  const stack = new Stack(createApp(), 'Host');
  const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', { alertEmails: ['a@b.co'] });
  watchdog.grantInvokeWidget(new Role(stack, 'Viewer', { assumedBy: new AccountPrincipal('111122223333') }));
  const { Properties } = resourceNamed(Template.fromStack(stack), 'AWS::IAM::Policy', 'Viewer');
  expect(Properties.PolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: stack.resolve(watchdog.widget?.functionArn) },
  ]);
});

describe('metrics', () => {
  const { watchdog } = synthesise();
  const own = (metricName: string) => ({
    namespace: 'BedrockQuotaWatchdog',
    metricName,
    dimensions: { Watchdog: watchdog.watchdogName },
    statistic: 'Maximum',
  });

  test.each<[string, (watched: BedrockQuotaWatchdog) => ReturnType<BedrockQuotaWatchdog['metric']>, string]>([
    ['metricUtilization', (watched) => watched.metricUtilization(), METRICS.highestUtilization],
    ['metricDailyUtilization', (watched) => watched.metricDailyUtilization(), METRICS.highestDailyUtilization],
    ['metricThrottles', (watched) => watched.metricThrottles(), METRICS.throttles],
    ['metric', (watched) => watched.metric(METRICS.zeroQuotas), METRICS.zeroQuotas],
  ])('%s is of this watchdog, over a period that has a point', (_, create, name) => {
    expect(create(watchdog)).toMatchObject({ ...own(name), period: Duration.minutes(5) });
  });

  test('take the options of the library', () => {
    const options = { period: Duration.minutes(1), statistic: 'Minimum', label: 'use', color: '#1f77b4' };
    expect(watchdog.metricUtilization(options)).toMatchObject({ ...own(METRICS.highestUtilization), ...options });
  });

  test('the age of the last run is told by the time of its newest point, in minutes', () => {
    const age = watchdog.metricAgeOfLastRun();
    expect(age).toMatchObject({
      expression: '(EPOCH(run) - FILL(EPOCH(run) + 0 * run, REPEAT)) / 60',
      period: Duration.minutes(1),
    });
    expect(age.usingMetrics.run).toMatchObject({ ...own(METRICS.coverageErrors), period: Duration.minutes(1) });
    const shown = { label: 'age', color: '#1f77b4' };
    expect(watchdog.metricAgeOfLastRun({ ...shown, period: Duration.minutes(5) })).toMatchObject({
      ...shown,
      period: Duration.minutes(5),
    });
  });

  test('can be alarmed on', () => {
    const stack = Stack.of(watchdog);
    const alarm: Alarm = watchdog
      .metricUtilization()
      .createAlarm(stack, 'Mine', { threshold: 1, evaluationPeriods: 1 });
    expect(alarm.alarmArn).toBeDefined();
  });
});
