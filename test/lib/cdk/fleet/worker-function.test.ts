import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BedrockQuotaWatchdog } from '../../../../lib';
import type { AlertRulesParameter } from '../../../../lib/cdk/functions/rules-parameter';
import { ENVIRONMENT } from '../../../../lib/contract';
import { createApp, synthesise } from '../fixtures';
import { actionsOf, calledActions, functionNamed, statementsOf } from '../functions/permissions';
import { ACCOUNT, UNIT, WHOLE_FLEET } from './fixtures';

const { stack, watchdog, template } = synthesise(WHOLE_FLEET);
const worker = functionNamed(template, 'Worker');
const statements = statementsOf(worker.Role, template);
const rules = (watchdog.node.findChild('Rules') as AlertRulesParameter).parameter;

test('the worker is as large as the poller, and over before the next tick', () => {
  expect(worker).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    MemorySize: 256,
    Timeout: 55,
  });
  expect(worker.ReservedConcurrentExecutions).toBeUndefined();
});

test('it is told what a poller is, and of the fleet', () => {
  expect(worker.Environment.Variables).toMatchObject({
    [ENVIRONMENT.tableName]: stack.resolve(watchdog.table.tableName),
    [ENVIRONMENT.limitsParameter]: watchdog.limitsParameterName,
    [ENVIRONMENT.refusalQueueUrl]: expect.anything(),
    [ENVIRONMENT.principals]: 'false',
    [ENVIRONMENT.accountId]: { Ref: 'AWS::AccountId' },
    [ENVIRONMENT.targetQueueUrl]: stack.resolve(watchdog.targetQueue?.queueUrl),
    [ENVIRONMENT.externalId]: 'Fleet',
  });
});

test('its role may do exactly this', () => {
  expect(statements).toEqual([
    {
      Sid: 'ReadQuotasAndUsage',
      Effect: 'Allow',
      Action: [
        'bedrock:ListFoundationModels',
        'bedrock:ListInferenceProfiles',
        'cloudwatch:GetMetricData',
        'cloudwatch:GetMetricStatistics',
        'cloudwatch:ListMetrics',
        'servicequotas:ListAWSDefaultServiceQuotas',
        'servicequotas:ListRequestedServiceQuotaChangeHistory',
        'servicequotas:ListServiceQuotas',
      ],
      Resource: '*',
    },
    {
      Sid: 'FindBaseModels',
      Effect: 'Allow',
      Action: ['bedrock:GetCustomModel', 'bedrock:GetCustomModelDeployment'],
      Resource: ['custom-model-deployment', 'custom-model'].map((resource) =>
        stack.resolve(stack.formatArn({ service: 'bedrock', region: '*', resource, resourceName: '*' })),
      ),
      Condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'] } },
    },
    {
      Sid: 'ReadAccounts',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: stack.resolve(`arn:${stack.partition}:iam::${ACCOUNT}:role/Fleet-reader`),
    },
    {
      Sid: 'ReadOrganization',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: stack.resolve(`arn:${stack.partition}:iam::*:role/Fleet-reader`),
      Condition: { StringEquals: { 'aws:ResourceOrgID': ['$', '{aws:PrincipalOrgID}'].join('') } },
    },
    {
      Sid: 'TakeTargets',
      Effect: 'Allow',
      Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      Resource: stack.resolve(watchdog.targetQueue?.queueArn),
    },
    {
      Sid: 'KeepState',
      Effect: 'Allow',
      Action: ['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      Resource: stack.resolve(watchdog.table.tableArn),
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [{ Ref: 'AWS::Region' }, '*#*', 'targets', 'news'] },
      },
    },
    {
      Sid: 'ReadRules',
      Effect: 'Allow',
      Action: 'ssm:GetParameters',
      Resource: [rules.parameterName, watchdog.rulesParameterName].map((name) => parameterArn(name)),
    },
    {
      Sid: 'PublishLimits',
      Effect: 'Allow',
      Action: ['ssm:GetParameters', 'ssm:PutParameter'],
      Resource: expect.anything(),
    },
    {
      Sid: 'FetchRefusals',
      Effect: 'Allow',
      Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      Resource: { 'Fn::GetAtt': [expect.stringContaining('Refusals'), 'Arn'] },
    },
    {
      Sid: 'WriteLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: { 'Fn::GetAtt': [expect.stringContaining('WorkerLogs'), 'Arn'] },
    },
  ]);
});

function parameterArn(name: string): unknown {
  return stack.resolve(`arn:${stack.partition}:ssm:${stack.region}:${stack.account}:parameter${name}`);
}

test('the role may do what the adapters call, and no more of it', () => {
  // Their code is shared with the poller: of a fleet the dispatcher puts metrics and speaks.
  const ofDispatcher = ['cloudwatch:PutMetricData', 'sns:Publish'];
  const called = calledActions('lambda/worker/index.ts').filter((action) => !ofDispatcher.includes(action));
  expect(actionsOf(statements)).toEqual(called);
});

test('it speaks to nobody and ends nobody’s outbox', () => {
  expect(JSON.stringify(statements)).not.toMatch(/sns:|events:|kms:|"fleet"/);
});

test.each([
  ['accounts', { accounts: [ACCOUNT] }, ['ReadAccounts']],
  ['an organization', { organization: { organizationalUnits: [UNIT] } }, ['ReadOrganization']],
  ['Regions', { regions: ['us-east-1', 'us-west-2'] }, []],
])('for %s alone it may assume no more roles than these need', (_, props, sids) => {
  const { template: other } = synthesise(props);
  const roles = statementsOf(functionNamed(other, 'Worker').Role, other).filter(
    ({ Action }) => Action === 'sts:AssumeRole',
  );
  expect(roles.map(({ Sid }) => Sid)).toEqual(sids);
});

test('accounts that are known at deployment are a condition', () => {
  const host = new Stack(createApp(), 'Host');
  const accounts = new CfnParameter(host, 'Accounts', { type: 'CommaDelimitedList' }).valueAsList;
  new BedrockQuotaWatchdog(host, 'Watchdog', { watchdogName: 'Fleet', accounts });
  const of = Template.fromStack(host);
  expect(statementsOf(functionNamed(of, 'Worker').Role, of)).toContainEqual({
    Sid: 'ReadAccounts',
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: host.resolve(`arn:${host.partition}:iam::*:role/Fleet-reader`),
    Condition: { StringEquals: { 'aws:ResourceAccount': { Ref: 'Accounts' } } },
  });
});
