import { DEAD_LETTERS_ID, POLLER_TIMEOUT_SECONDS } from '../../../../lib/contract';
import { SPREAD_SECONDS } from '../../../../lib/core/targets';
import { onlyResource, resourcesOf, synthesise } from '../fixtures';
import { WHOLE_FLEET } from './fixtures';

const { stack, watchdog, template } = synthesise(WHOLE_FLEET);
const [[queueId, queue] = ['', undefined]] = resourcesOf(template, 'AWS::SQS::Queue').filter(([id]) =>
  id.includes('TargetsQueue'),
);
const [[lettersId, letters] = ['', undefined]] = resourcesOf(template, 'AWS::SQS::Queue').filter(([id]) =>
  id.includes('TargetsDeadLetters'),
);

test('targets wait encrypted and not for long; those given up are kept for two weeks', () => {
  expect(queue?.Properties).toMatchObject({
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 300,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [lettersId, 'Arn'] }, maxReceiveCount: 2 },
  });
  expect(letters?.Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
  expect(stack.resolve(watchdog.targetQueue?.queueUrl)).toEqual({ Ref: queueId });
});

test('a worker is over before its targets are seen again, and the last try before they are forgotten', () => {
  const { VisibilityTimeout, MessageRetentionPeriod, RedrivePolicy } = queue?.Properties ?? {};
  expect(VisibilityTimeout).toBeGreaterThan(POLLER_TIMEOUT_SECONDS);
  const longest = SPREAD_SECONDS + RedrivePolicy.maxReceiveCount * VisibilityTimeout;
  expect(longest).toBeLessThan(MessageRetentionPeriod);
});

test('the logical ids of what must be empty are those that a deployed stack is known by, and no other queue has such a one', () => {
  const ids = resourcesOf(template, 'AWS::SQS::Queue').map(([id]) => id);
  expect(ids).toHaveLength(4);
  expect(ids.filter((id) => DEAD_LETTERS_ID.test(id))).toEqual([
    lettersId,
    expect.stringContaining('EveryMinuteDeadLetters'),
  ]);
});

test.each([queueId, lettersId])('%s takes TLS only', (id) => {
  const policies = resourcesOf(template, 'AWS::SQS::QueuePolicy').map(([, { Properties }]) => Properties);
  const policy = policies.find(({ Queues }) => Queues[0].Ref === id);
  expect(policy?.PolicyDocument.Statement).toEqual([
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  ]);
});

test('workers take few at a time, say which failed, and are not more than asked for', () => {
  const mappingOf = (of: typeof template) => onlyResource(of, 'AWS::Lambda::EventSourceMapping').Properties;
  expect(mappingOf(template)).toMatchObject({
    BatchSize: 5,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 8 },
    EventSourceArn: { 'Fn::GetAtt': [queueId, 'Arn'] },
    FunctionName: stack.resolve(watchdog.poller.functionName),
  });
  const more = synthesise({ regions: ['us-east-1', 'us-west-2'], maxConcurrency: 40 }).template;
  expect(mappingOf(more).ScalingConfig).toEqual({ MaximumConcurrency: 40 });
});
