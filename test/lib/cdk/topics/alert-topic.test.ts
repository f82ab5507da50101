import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../../lib';
import { createApp, resourceNamed, resourcesOf } from '../fixtures';
import { statementsOf } from '../functions/permissions';

const TOPIC_ARN = 'arn:aws:sns:us-east-1:111122223333:on-call';
const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1';

function watch(create: (stack: Stack) => ITopic, props: BedrockQuotaWatchdogProps = {}) {
  const stack = new Stack(createApp(), 'Host');
  const alertTopic = create(stack);
  const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', { ...props, alertTopic });
  const template = Template.fromStack(stack);
  const { Role, Environment } = resourceNamed(template, 'AWS::Lambda::Function', 'Poller').Properties;
  const statements = statementsOf(Role, template);
  const resourceOf = (sid: string) => statements.find(({ Sid }) => Sid === sid)?.Resource;
  return { stack, watchdog, template, resourceOf, variables: Environment.Variables };
}

test('a topic of yours carries messages and alarms in place of one of its own', () => {
  const { watchdog, template, resourceOf, variables } = watch((stack) => Topic.fromTopicArn(stack, 'Mine', TOPIC_ARN));
  expect(watchdog.alertTopic.topicArn).toBe(TOPIC_ARN);
  expect(resourcesOf(template, 'AWS::SNS::Topic').map(([id]) => id)).toEqual([expect.stringContaining('AlarmTopic')]);
  expect(variables.WATCHDOG_TOPIC_ARN).toBe(TOPIC_ARN);
  expect(resourceOf('PublishAlerts')).toBe(TOPIC_ARN);
  const [failed] = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(([id]) => id.includes('Failed'));
  expect(failed?.[1].Properties.AlarmActions).toEqual([TOPIC_ARN]);
});

test('its policy is left alone', () => {
  const { template } = watch((stack) => new Topic(stack, 'Mine'));
  const named = resourcesOf(template, 'AWS::SNS::TopicPolicy').map(([, { Properties }]) =>
    JSON.stringify(Properties.Topics),
  );
  expect(named).toEqual([expect.stringContaining('AlarmTopic')]);
});

test('without a key that is known the poller may use none', () => {
  expect(watch((stack) => Topic.fromTopicArn(stack, 'Mine', TOPIC_ARN)).resourceOf('EncryptAlerts')).toBeUndefined();
});

test('an imported key may be used, and synth says what its policy needs', () => {
  const { stack, resourceOf } = watch((host) =>
    Topic.fromTopicAttributes(host, 'Mine', { topicArn: TOPIC_ARN, keyArn: KEY_ARN }),
  );
  expect(resourceOf('EncryptAlerts')).toBe(KEY_ARN);
  const warning = 'the policy of the key of alertTopic cannot be changed .* let cloudwatch.amazonaws.com kms:Decrypt';
  Annotations.fromStack(stack).hasWarning('/Host/Watchdog/Topics', Match.stringLikeRegexp(warning));
});

test('a key of the app is opened to CloudWatch', () => {
  const { stack, template, resourceOf } = watch((host) => new Topic(host, 'Mine', { masterKey: new Key(host, 'Key') }));
  expect(resourceOf('EncryptAlerts')).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] });
  const policies = resourcesOf(template, 'AWS::KMS::Key').map(([, { Properties }]) =>
    JSON.stringify(Properties.KeyPolicy),
  );
  expect(policies.filter((text) => text.includes('cloudwatch.amazonaws.com'))).toHaveLength(2);
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('cannot be changed'));
});

test('addresses are subscribed to it', () => {
  const { template } = watch((stack) => Topic.fromTopicArn(stack, 'Mine', TOPIC_ARN), { alertEmails: ['a@b.co'] });
  template.hasResourceProperties('AWS::SNS::Subscription', { Endpoint: 'a@b.co', TopicArn: TOPIC_ARN });
});

test('a FIFO topic is refused', () => {
  expect(() => watch((stack) => new Topic(stack, 'Mine', { fifo: true }))).toThrow(
    'BedrockQuotaWatchdog: alertTopic is "a FIFO topic"; a standard topic is needed',
  );
});
