import { CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BedrockQuotaWatchdog } from '../../../../lib';
import { MOST_LATER_EMAILS } from '../../../../lib/cdk/topics/email-subscriptions';
import { createApp, resourcesOf } from '../fixtures';

/** What CloudFormation makes of a list of select, split and join, with a value of the one parameter. */
function evaluate(value: unknown, emails: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => evaluate(one, emails));
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  if (name === 'Ref') return emails;
  const [first, second] = evaluate(argument, emails) as [unknown, unknown];
  switch (name) {
    case 'Fn::Join':
      return (second as unknown[]).flat().join(String(first));
    case 'Fn::Split':
      return String(second).split(String(first));
    case 'Fn::Select':
      return (second as unknown[])[Number(first)];
    case 'Fn::Equals':
      return first === second;
    case 'Fn::Not':
      return !first;
    default:
      throw new Error(name);
  }
}

function subscribe(create: (stack: Stack) => readonly string[]) {
  const stack = new Stack(createApp(), 'Host');
  const { alertTopic } = new BedrockQuotaWatchdog(stack, 'Watchdog', { alertEmails: create(stack) });
  return { stack, alertTopic, template: Template.fromStack(stack) };
}

test.each([
  [[]],
  [['a@b.co']],
  [['a@b.co', 'c@d.co', 'e@f.co']],
  [Array.from({ length: MOST_LATER_EMAILS }, (_, index) => `a${index}@b.co`)],
])('of a parameter with %j each is subscribed, and nothing else', (emails) => {
  const { stack, alertTopic, template } = subscribe(
    (host) => new CfnParameter(host, 'Emails', { type: 'CommaDelimitedList' }).valueAsList,
  );
  const { Conditions } = template.toJSON();
  const made = resourcesOf(template, 'AWS::SNS::Subscription').filter(([, { Condition }]) =>
    evaluate(Conditions[Condition], emails),
  );
  expect(made.map(([, { Properties }]) => evaluate(Properties.Endpoint, emails))).toEqual(emails);
  for (const [, { Properties }] of made) {
    expect(Properties).toMatchObject({ Protocol: 'email', TopicArn: stack.resolve(alertTopic.topicArn) });
  }
});

test('a list that is known at the end of synth is subscribed likewise', () => {
  const { template } = subscribe(() => Lazy.list({ produce: () => ['a@b.co', 'c@d.co'] }));
  const { Conditions } = template.toJSON();
  const made = resourcesOf(template, 'AWS::SNS::Subscription').filter(([, { Condition }]) =>
    evaluate(Conditions[Condition], []),
  );
  expect(made.map(([, { Properties }]) => evaluate(Properties.Endpoint, []))).toEqual(['a@b.co', 'c@d.co']);
});

test('a list that is known has no conditions', () => {
  const { template } = subscribe(() => ['a@b.co']);
  expect(resourcesOf(template, 'AWS::SNS::Subscription').map(([, { Condition }]) => Condition)).toEqual([undefined]);
});
