import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { CfnSubscription, Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../../lib';
import { createApp } from '../fixtures';

const URL = 'https://chat.example.com/hook';

function warningsOf(
  change: (stack: Stack, watchdog: BedrockQuotaWatchdog) => void,
  create: (stack: Stack) => BedrockQuotaWatchdogProps = () => ({}),
): string[] {
  const stack = new Stack(createApp(), 'Host');
  change(stack, new BedrockQuotaWatchdog(stack, 'Watchdog', create(stack)));
  const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('nobody is mailed'));
  return found.map(({ id, entry }) => `${id} ${entry.data}`);
}

test('without an address synth warns, and says what a deployment without addresses does and where to keep them', () => {
  expect(warningsOf(() => undefined)).toEqual([
    expect.stringMatching(
      /^\/Host\/Watchdog nobody is mailed: .* are taken away\. .*cdk\.json .*-c alertEmail=… counts for one/,
    ),
  ]);
});

test.each<[string, (stack: Stack, watchdog: BedrockQuotaWatchdog) => void]>([
  ['is subscribed afterwards', (_, { alertTopic }) => alertTopic.addSubscription(new UrlSubscription(URL))],
  [
    'is subscribed from another stack',
    (stack, { alertTopic: topic }) =>
      new Subscription(new Stack(stack.node.root, 'Other'), 'Hook', {
        topic,
        protocol: SubscriptionProtocol.HTTPS,
        endpoint: URL,
      }),
  ],
  [
    'is subscribed by a resource of the template',
    (stack, { alertTopic: { topicArn } }) =>
      new CfnSubscription(stack, 'Hook', { topicArn, protocol: 'https', endpoint: URL }),
  ],
])('where something %s it does not', (_, change) => {
  expect(warningsOf(change)).toEqual([]);
});

test('what is subscribed to another topic does not count', () => {
  const change = (_: Stack, { alarmTopic }: BedrockQuotaWatchdog) =>
    alarmTopic.addSubscription(new UrlSubscription(URL));
  expect(warningsOf(change)).toHaveLength(1);
});

test('a topic of yours, a chat and addresses are enough', () => {
  const nothing = () => undefined;
  expect(warningsOf(nothing, (stack) => ({ alertTopic: new Topic(stack, 'Mine') }))).toEqual([]);
  expect(warningsOf(nothing, () => ({ chatNotifications: true }))).toEqual([]);
  expect(warningsOf(nothing, () => ({ alertEmails: ['a@b.co'] }))).toEqual([]);
});
