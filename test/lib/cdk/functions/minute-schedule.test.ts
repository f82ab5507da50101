import { onlyResource, resourcesOf, synthesise } from '../fixtures';

const { stack, watchdog, template } = synthesise();
const { Properties: schedule, DependsOn } = onlyResource(template, 'AWS::Scheduler::Schedule');
const queue = onlyResource(template, 'AWS::SQS::Queue').Properties;

test('it ticks each minute with the scheduled time', () => {
  expect(schedule).toMatchObject({
    ScheduleExpression: 'rate(1 minute)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    State: 'ENABLED',
  });
  expect(JSON.parse(schedule.Target.Input)).toEqual({ time: '<aws.scheduler.scheduled-time>' });
  expect(schedule.Target.Arn).toEqual(stack.resolve(watchdog.poller.functionArn));
});

test('a tick is handed over for ten minutes, then becomes a dead letter', () => {
  expect(schedule.Target.RetryPolicy.MaximumEventAgeInSeconds).toBe(600);
  expect(schedule.Target.DeadLetterConfig.Arn['Fn::GetAtt'][0]).toContain('DeadLetters');
});

test('dead letters are encrypted, kept for 14 days, and take TLS only', () => {
  expect(queue).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3600 });
  expect(onlyResource(template, 'AWS::SQS::QueuePolicy').Properties.PolicyDocument.Statement).toEqual([
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  ]);
});

test('its role may invoke this function and write dead letters, nothing else, before the first tick', () => {
  const roleId = schedule.Target.RoleArn['Fn::GetAtt'][0];
  const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(([, p]) => p.Properties.Roles[0].Ref === roleId);
  expect(policies.flatMap(([, p]) => p.Properties.PolicyDocument.Statement)).toEqual([
    { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: stack.resolve(watchdog.poller.functionArn) },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: schedule.Target.DeadLetterConfig.Arn },
  ]);
  for (const [id] of policies) expect(DependsOn).toContain(id);
});

test('only Scheduler of this account may take the role', () => {
  const roleId = schedule.Target.RoleArn['Fn::GetAtt'][0];
  const role = resourcesOf(template, 'AWS::IAM::Role').find(([id]) => id === roleId)?.[1];
  expect(role?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
    expect.objectContaining({
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: { StringEquals: expect.objectContaining({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }) },
    }),
  ]);
});
