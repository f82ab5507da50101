import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { BedrockQuotaWatchdog } from '../../../lib';
import { createApp, resourceNamed, resourcesOf, synthesise } from './fixtures';

const BUS_ARN = 'arn:aws:events:us-east-1:000000000000:event-bus/central';

function variablesOf(template: Template): Record<string, unknown> {
  return resourceNamed(template, 'AWS::Lambda::Function', 'Poller').Properties.Environment.Variables;
}

test('without being asked for there is neither a chat topic nor a word of events', () => {
  const { watchdog, template } = synthesise();
  expect([watchdog.chatTopic, watchdog.eventBus]).toEqual([undefined, undefined]);
  template.resourceCountIs('AWS::SNS::Topic', 2);
  expect(JSON.stringify(template.toJSON())).not.toMatch(/events:PutEvents|CHAT_TOPIC|EVENT_BUS/);
});

describe('chatNotifications', () => {
  const { stack, watchdog, template } = synthesise({ chatNotifications: true });
  const chatTopic = stack.resolve(watchdog.chatTopic?.topicArn);
  const alertTopic = stack.resolve(watchdog.alertTopic.topicArn);

  test('makes a topic like the others: encrypted with their key, TLS only', () => {
    const topics = Object.fromEntries(resourcesOf(template, 'AWS::SNS::Topic'));
    expect(Object.keys(topics)).toHaveLength(3);
    const keys = Object.values(topics).map(({ Properties }) => Properties.KmsMasterKeyId);
    expect(keys).toEqual(Array(3).fill(stack.resolve(watchdog.alertTopic.masterKey?.keyArn)));
    const policies = resourcesOf(template, 'AWS::SNS::TopicPolicy').filter(
      ([, { Properties }]) => Properties.Topics[0].Ref === chatTopic.Ref,
    );
    expect(policies[0]?.[1].Properties.PolicyDocument.Statement[0]).toMatchObject({
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  test('tells the poller', () => {
    expect(variablesOf(template).WATCHDOG_CHAT_TOPIC_ARN).toEqual(chatTopic);
  });

  test('brings the alarms about the watchdog itself too, and no other', () => {
    const topicsOf = (name: string) =>
      resourcesOf(template, 'AWS::CloudWatch::Alarm')
        .map(([, { Properties }]) => Properties)
        .find(({ AlarmName }) => AlarmName === `${watchdog.watchdogName}-${name}`);
    for (const name of ['Failed', 'NotRunning', 'DeadLetters']) {
      expect([name, topicsOf(name)?.AlarmActions]).toEqual([name, [alertTopic, chatTopic]]);
      expect([name, topicsOf(name)?.OKActions]).toEqual([name, [alertTopic, chatTopic]]);
    }
    for (const name of ['UtilizationCritical', 'Throttles']) expect(topicsOf(name)?.AlarmActions).toHaveLength(1);
  });

  test('is enough of an address: synth does not warn that nobody is mailed', () => {
    const host = new Stack(createApp(), 'Host');
    new BedrockQuotaWatchdog(host, 'Watchdog', { chatNotifications: true });
    Annotations.fromStack(host).hasNoWarning('*', Match.stringLikeRegexp('nobody is mailed'));
  });
});

describe('the event bus', () => {
  test('is the default one of the account with emitEvents', () => {
    const { stack, watchdog, template } = synthesise({ emitEvents: true });
    const arn = stack.resolve(watchdog.eventBus?.eventBusArn);
    expect(JSON.stringify(arn)).toContain(':event-bus/default');
    expect(variablesOf(template).WATCHDOG_EVENT_BUS_ARN).toEqual(arn);
    template.resourceCountIs('AWS::Events::EventBus', 0);
  });

  test.each([undefined, true])('is the one that is given, with emitEvents %s', (emitEvents) => {
    const host = new Stack(createApp(), 'Host');
    const eventBus = EventBus.fromEventBusArn(host, 'Central', BUS_ARN);
    new BedrockQuotaWatchdog(host, 'Watchdog', { eventBus, ...(emitEvents === undefined ? {} : { emitEvents }) });
    const template = Template.fromStack(host);
    expect(variablesOf(template).WATCHDOG_EVENT_BUS_ARN).toBe(BUS_ARN);
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          { Sid: 'PutEvents', Effect: 'Allow', Action: 'events:PutEvents', Resource: BUS_ARN },
        ]),
      },
    });
  });

  test('given and forbidden is refused', () => {
    const host = new Stack(createApp(), 'Host');
    const eventBus = EventBus.fromEventBusArn(host, 'Central', BUS_ARN);
    expect(() => new BedrockQuotaWatchdog(host, 'Watchdog', { eventBus, emitEvents: false })).toThrow(
      'emitEvents is false; with an eventBus leave it out or make it true',
    );
  });
});
