import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, type Template } from 'aws-cdk-lib/assertions';
import { readWatchdogContext } from '../../../../lib/cdk/watchdog-context';
import { REFUSAL_QUEUE_ID } from '../../../../lib/contract';
import { createApp, onlyResource, resourceNamed, resourcesOf, synthesise } from '../fixtures';

const { stack, template } = synthesise({ alertEmails: ['ops@example.com'], refusalEvidence: true, principals: false });

function pollerVariables(of: Template): Record<string, unknown> {
  return resourceNamed(of, 'AWS::Lambda::Function', 'Poller').Properties.Environment.Variables;
}

const queueOf = (of: Template) => resourcesOf(of, 'AWS::SQS::Queue').filter(([id]) => id.includes('Refusals'));
const [[queueId, queue] = ['', undefined]] = queueOf(template);

test('without being asked for there is no rule, no queue, no permission and no warning', () => {
  const plain = synthesise();
  plain.template.resourceCountIs('AWS::Events::Rule', 0);
  expect(queueOf(plain.template)).toEqual([]);
  expect(JSON.stringify(plain.template.toJSON())).not.toMatch(/sqs:ReceiveMessage|REFUSAL|PRINCIPALS/);
  Annotations.fromStack(plain.stack).hasNoWarning('*', Match.stringLikeRegexp('trail'));
});

test('the rule takes refused calls of models of this account and Region alone', () => {
  expect(onlyResource(template, 'AWS::Events::Rule').Properties).toMatchObject({
    State: 'ENABLED',
    EventPattern: {
      source: ['aws.bedrock'],
      'detail-type': ['AWS API Call via CloudTrail'],
      account: [{ Ref: 'AWS::AccountId' }],
      region: [{ Ref: 'AWS::Region' }],
      detail: {
        eventSource: ['bedrock.amazonaws.com'],
        eventName: [{ prefix: 'InvokeModel' }, { prefix: 'Converse' }],
        errorCode: [{ exists: true }],
      },
    },
    Targets: [{ Arn: { 'Fn::GetAtt': [queueId, 'Arn'] } }],
  });
  expect(onlyResource(template, 'AWS::Events::Rule').Properties.EventBusName).toBeUndefined();
});

test('its logical id is the one that a deployed stack is known by, and no other queue has such a one', () => {
  const ids = resourcesOf(template, 'AWS::SQS::Queue').map(([id]) => id);
  expect(ids.filter((id) => REFUSAL_QUEUE_ID.test(id))).toEqual([queueId]);
  expect(ids.length).toBeGreaterThan(1);
});

test('the queue is encrypted and keeps what the ledger counts', () => {
  expect(queue?.Properties).toEqual(
    expect.objectContaining({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 10_800 }),
  );
});

test('its policy lets the rule send, and nobody without TLS do anything', () => {
  const [ruleId] = resourcesOf(template, 'AWS::Events::Rule')[0] ?? [];
  const policy = resourceNamed(template, 'AWS::SQS::QueuePolicy', 'Refusals').Properties.PolicyDocument.Statement;
  expect(policy).toEqual([
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    {
      Sid: 'RefusalsOfThisRule',
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Principal: { Service: 'events.amazonaws.com' },
      Resource: { 'Fn::GetAtt': [queueId, 'Arn'] },
      Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [ruleId, 'Arn'] } } },
    },
  ]);
});

test('the poller may fetch from that queue, and is told of it and of the names', () => {
  const statements = resourceNamed(template, 'AWS::IAM::Policy', 'Poller').Properties.PolicyDocument.Statement;
  expect(statements).toContainEqual({
    Sid: 'FetchRefusals',
    Effect: 'Allow',
    Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    Resource: { 'Fn::GetAtt': [queueId, 'Arn'] },
  });
  expect(pollerVariables(template)).toMatchObject({
    WATCHDOG_REFUSAL_QUEUE_URL: { Ref: queueId },
    WATCHDOG_PRINCIPALS: 'false',
  });
});

test('the widget is told that there are refused calls, and of the names; it may fetch none', () => {
  const widget = resourceNamed(template, 'AWS::Lambda::Function', 'Widget').Properties;
  expect(widget.Environment.Variables).toMatchObject({
    WATCHDOG_REFUSAL_EVIDENCE: 'true',
    WATCHDOG_PRINCIPALS: 'false',
  });
  const policy = resourceNamed(template, 'AWS::IAM::Policy', 'Widget').Properties.PolicyDocument.Statement;
  expect(JSON.stringify(policy)).not.toContain('sqs:');
});

test('synth says that a trail is needed', () => {
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('needs a CloudTrail trail'));
});

test.each([
  [{}, [undefined, undefined]],
  [{ refusalEvidence: 'true' }, [true, undefined]],
  [{ refusalEvidence: 'true', principals: 'false' }, [true, false]],
  [{ principals: 'true' }, [undefined, undefined]],
])('the context %j', (context, expected) => {
  const { refusalEvidence, principals } = readWatchdogContext(createApp(context).node);
  expect([refusalEvidence, principals]).toEqual(expected);
});

test('a context that is neither true nor false is refused', () => {
  const { node } = new Stack(new App({ context: { principals: 'no' } }), 'S');
  expect(() => readWatchdogContext(node)).toThrow('context principals is "no"; true or false is needed');
});
