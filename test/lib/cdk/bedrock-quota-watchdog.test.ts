import { Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Subscription, SubscriptionProtocol } from 'aws-cdk-lib/aws-sns';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps, type WatchdogAlarm } from '../../../lib';
import { createApp, onlyResource, resourceNamed, resourcesOf, synthesise } from './fixtures';

describe('properties', () => {
  const WRONG: readonly (readonly [name: string, props: BedrockQuotaWatchdogProps, message: RegExp])[] = [
    ['a language', { language: 'fr' as 'en' }, /language is "fr"; one of en, pt-BR is needed/],
    ['an e-mail', { alertEmails: ['a@b.c', 'ops'] }, /alertEmails\[1\] is "ops"; an e-mail address such as/],
    ['an e-mail that SNS refuses', { alertEmails: ['größe@example.com'] }, /alertEmails\[0\] is "größe@example.com"/],
    ['an e-mail with a name', { alertEmails: ['Ops<ops@example.com>'] }, /alertEmails\[0\] is "Ops<ops@/],
    ['an e-mail with two dots', { alertEmails: ['a..b@example.com'] }, /alertEmails\[0\] is "a..b@/],
    ['a domain that ends in a dash', { alertEmails: ['a@example-.com'] }, /alertEmails\[0\] is "a@example-/],
    ['two e-mails in one', { alertEmails: ['a@b.c,d@e.f'] }, /alertEmails\[0\] is "a@b.c,d@e.f"; an e-mail address/],
    [
      'a warning above the critical threshold',
      { thresholds: { warningPercent: 96 } },
      /thresholds is {"warningPercent":96,"criticalPercent":95}; 0 < warningPercent < criticalPercent <= 1000/,
    ],
    ['a threshold of 0', { thresholds: { warningPercent: 0 } }, /"warningPercent":0.*is needed/],
    ['a threshold above 1000', { thresholds: { criticalPercent: 1001 } }, /"criticalPercent":1001.*<= 1000/],
    ['no number', { thresholds: { criticalPercent: Number.NaN } }, /is needed/],
    [
      'a quota code',
      { modelOverrides: { 'l-f4ddd3eb': ['x'] } },
      /key of BedrockQuotaWatchdog: modelOverrides is "l-f4ddd3eb"; a quota code such as L-F4DDD3EB/,
    ],
    [
      'no model id',
      { modelOverrides: { 'L-F4DDD3EB': [] } },
      /modelOverrides, L-F4DDD3EB, is \[\]; a list of base model ids is needed/,
    ],
    ['an empty model id', { modelOverrides: { 'L-F4DDD3EB': [' '] } }, /an id of .* is " "; a base model id/],
    [
      'too many overrides',
      { modelOverrides: { 'L-F4DDD3EB': [`a.${'x'.repeat(3000)}`] } },
      /bytes of JSON.*at most 3000/,
    ],
    [
      'a profile for a model',
      { modelOverrides: { 'L-F4DDD3EB': ['us.amazon.nova-pro-v1:0'] } },
      /without us\., global\. or an ARN/,
    ],
    [
      'a burndown rate',
      { burndownRates: { 'amazon.nova-pro-v1:0': 0 } },
      /burndownRates: the rate of amazon\.nova-pro-v1:0 is 0; a number above 0/,
    ],
    ['a name', { watchdogName: 'my watchdog' }, /watchdogName is "my watchdog"; 1 to 128 letters/],
    ['an alarm', { disabledAlarms: ['Fail' as WatchdogAlarm] }, /disabledAlarms is "Fail"; one of UtilizationWarning/],
  ];

  test.each(WRONG)('%s that is wrong is refused with what, got and allowed', (_, props, message) => {
    expect(() => synthesise(props)).toThrow(message);
  });

  test('everything has a default; without an address synth warns', () => {
    const stack = new Stack(createApp(), 'Host');
    new BedrockQuotaWatchdog(stack, 'Watchdog');
    Annotations.fromStack(stack).hasWarning('/Host/Watchdog', Match.stringLikeRegexp('nobody is mailed'));
    Template.fromStack(stack).resourceCountIs('AWS::SNS::Subscription', 0);
  });

  test('each address is subscribed to the alert topic once; tokens pass', () => {
    const token = Lazy.string({ produce: () => 'later@example.com' });
    const { stack, template, watchdog } = synthesise({ alertEmails: ['a@b.co', 'a@b.co', token] });
    const subscriptions = resourcesOf(template, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties);
    expect(subscriptions.map(({ Endpoint }) => Endpoint)).toEqual(['a@b.co', 'later@example.com']);
    for (const { TopicArn } of subscriptions) expect(TopicArn).toEqual(stack.resolve(watchdog.alertTopic.topicArn));
  });

  test('one threshold leaves the other at its default', () => {
    const { template } = synthesise({ thresholds: { warningPercent: 60 } });
    const { Variables } = resourceNamed(template, 'AWS::Lambda::Function', 'Poller').Properties.Environment;
    expect([Variables.WATCHDOG_WARNING_PERCENT, Variables.WATCHDOG_CRITICAL_PERCENT]).toEqual(['60', '95']);
  });

  test('log retention and removal policy are handed on', () => {
    const { template } = synthesise({ logRetention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.RETAIN });
    const logs = resourceNamed(template, 'AWS::Logs::LogGroup', 'Poller');
    expect([logs.Properties.RetentionInDays, logs.DeletionPolicy]).toEqual([365, 'Retain']);
    expect(onlyResource(template, 'AWS::DynamoDB::GlobalTable').DeletionPolicy).toBe('Retain');
  });

  test('a given key encrypts the topics and is opened to CloudWatch', () => {
    const stack = new Stack(createApp(), 'Host');
    new BedrockQuotaWatchdog(stack, 'Watchdog', { encryptionKey: new Key(stack, 'Mine') });
    const template = Template.fromStack(stack);
    const key = onlyResource(template, 'AWS::KMS::Key');
    expect(JSON.stringify(key.Properties.KeyPolicy)).toContain('cloudwatch.amazonaws.com');
  });

  test('an imported key, whose policy is out of reach, makes a warning', () => {
    const stack = new Stack(createApp(), 'Host');
    const encryptionKey = Key.fromKeyArn(stack, 'Theirs', 'arn:aws:kms:us-east-1:000000000000:key/1');
    new BedrockQuotaWatchdog(stack, 'Watchdog', { alertEmails: ['a@b.co'], encryptionKey });
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('let cloudwatch.amazonaws.com kms:Decrypt'));
  });
});

describe('as a part of other apps', () => {
  test('two watchdogs in one stack do not clash', () => {
    const stack = new Stack(createApp(), 'Host');
    const names = ['One', 'Two'].map((id) => new BedrockQuotaWatchdog(stack, id).watchdogName);
    expect(new Set(names).size).toBe(2);
    const template = Template.fromStack(stack);
    const alarmNames = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.Properties.AlarmName);
    expect(new Set(alarmNames).size).toBe(18);
    const dashboards = resourcesOf(template, 'AWS::CloudWatch::Dashboard').map(([, d]) =>
      JSON.stringify(d.Properties.DashboardName),
    );
    expect(new Set(dashboards).size).toBe(2);
  });

  test('stacks of another name make a watchdog of another name', () => {
    const names = ['a', 'b'].map(
      (stackName) => new BedrockQuotaWatchdog(new Stack(createApp(), 'Host', { stackName }), 'Watchdog').watchdogName,
    );
    expect(new Set(names).size).toBe(2);
  });

  test('its parts can be used from another stack', () => {
    const app = createApp();
    const { alarmTopic } = new BedrockQuotaWatchdog(new Stack(app, 'Host'), 'Watchdog');
    const other = new Stack(app, 'Other');
    new Subscription(other, 'Pager', {
      topic: alarmTopic,
      protocol: SubscriptionProtocol.HTTPS,
      endpoint: 'https://pager.example.com/hook',
    });
    const subscription = onlyResource(Template.fromStack(other), 'AWS::SNS::Subscription');
    expect(JSON.stringify(subscription.Properties.TopicArn)).toContain('AlarmTopic');
  });
});
