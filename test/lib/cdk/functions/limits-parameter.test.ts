import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BedrockQuotaWatchdog, WatchdogStack } from '../../../../lib';
import { readSnapshot } from '../../../../lib/core/limits';
import { createApp, resourceNamed, resourcesOf } from '../fixtures';

function hosted(watchdogName?: (stack: Stack) => string) {
  const stack = new Stack(createApp(), 'Host');
  const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', { watchdogName: watchdogName?.(stack) ?? 'mine' });
  return { stack, watchdog };
}

const LIMITS_ARN = {
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':ssm:',
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      ':parameter',
      { Ref: expect.stringContaining('Limits') },
    ],
  ],
};

test('the parameter is of the stack, by its name, and begins as a snapshot that was never made', () => {
  const { stack, watchdog } = hosted();
  const { Name, Type, Value, Tags } = resourceNamed(
    Template.fromStack(stack),
    'AWS::SSM::Parameter',
    'Limits',
  ).Properties;
  expect([Name, Type]).toEqual(['/bedrock-quota-watchdog/mine/limits', 'String']);
  expect(watchdog.limitsParameterName).toBe(Name);
  expect(Tags).toEqual({ application: 'bedrock-quota-watchdog' });
  const text = Value['Fn::Join'][1].map((part: string | { Ref: string }) =>
    typeof part === 'string' ? part : part.Ref,
  );
  expect(readSnapshot(text.join(''))).toEqual({
    kind: 'snapshot',
    snapshot: {
      accountId: 'AWS::AccountId',
      region: 'AWS::Region',
      madeAt: null,
      account: null,
      models: [],
      leftOut: 0,
    },
  });
});

test('a name that is known at deployment only makes it all the same', () => {
  const { stack } = hosted((host) => new CfnParameter(host, 'Name').valueAsString);
  const { Name } = resourceNamed(Template.fromStack(stack), 'AWS::SSM::Parameter', 'Limits').Properties;
  expect(Name).toEqual({ 'Fn::Join': ['', ['/bedrock-quota-watchdog/', { Ref: 'Name' }, '/limits']] });
});

test('a grant is to read that parameter, and nothing else', () => {
  const { stack, watchdog } = hosted();
  const role = new Role(stack, 'Application', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  watchdog.grantReadLimits(role);
  const [, policy] =
    resourcesOf(Template.fromStack(stack), 'AWS::IAM::Policy').find(([id]) => id.includes('Application')) ?? [];
  expect(policy?.Properties.PolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 'ssm:GetParameter', Resource: LIMITS_ARN },
  ]);
});

test('the poller is made after it: a run before would make one that is not of the stack', () => {
  const template = Template.fromStack(hosted().stack);
  const [policyId, policy] = resourcesOf(template, 'AWS::IAM::Policy').find(([id]) => id.includes('Poller')) ?? [];
  const statements: { Sid: string; Resource: unknown }[] = policy?.Properties.PolicyDocument.Statement;
  expect(statements.find(({ Sid }) => Sid === 'PublishLimits')?.Resource).toEqual(LIMITS_ARN);
  expect(resourceNamed(template, 'AWS::Lambda::Function', 'Poller').DependsOn).toContain(policyId);
});

test('the stack says its name', () => {
  const stack = new WatchdogStack(createApp(), 'Stock');
  const outputs = Template.fromStack(stack).findOutputs('LimitsParameterName');
  expect(outputs.LimitsParameterName?.Value).toBe('/bedrock-quota-watchdog/Stock/limits');
});
