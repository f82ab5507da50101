import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Aws } from 'aws-cdk-lib';
import type { LimitsParameter } from '../../../../lib/cdk/functions/limits-parameter';
import type { AlertRulesParameter } from '../../../../lib/cdk/functions/rules-parameter';
import { ENVIRONMENT, WATCHDOG_NAME_VARIABLE } from '../../../../lib/contract';
import { onlyResource, ROOT, resourceNamed, resourcesOf, synthesise } from '../fixtures';
import { actionsOf, calledActions, statementsOf } from './permissions';

/** What only dispatcher and workers of a fleet are told. */
const FLEET_VARIABLES = [
  'targets',
  'accountId',
  'targetQueueUrl',
  'readerRoleArn',
  'externalId',
  'monitoringAccount',
] as const;

const OWNER = 'arn:aws:sns:us-east-1:111122223333:assistant-team';

/** Everything that is optional is on, so that the role has all it can ever have. */
const { stack, watchdog, template } = synthesise({
  alertEmails: ['ops@example.com'],
  chatNotifications: true,
  emitEvents: true,
  rules: { owners: [{ match: { model: 'anthropic.*' }, topicArn: OWNER }] },
  modelOverrides: { 'L-F4DDD3EB': ['a.b'] },
  burndownRates: { 'a.b': 2 },
  metricsPerQuota: true,
  refusalEvidence: true,
  principals: false,
  language: 'pt-BR',
  runbookUrl: 'https://example.com/runbook',
});
const lambda = resourceNamed(template, 'AWS::Lambda::Function', 'Poller').Properties;
const limitsOfStack = (watchdog.node.findChild('Limits') as LimitsParameter).parameter;
const rulesOfStack = (watchdog.node.findChild('Rules') as AlertRulesParameter).parameter;

test('the poller runs on Node 24 and arm64, from the bundle, for less than a tick', () => {
  expect(lambda).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    MemorySize: 256,
  });
  expect(lambda.Timeout).toBeLessThan(60);
  expect(lambda.ReservedConcurrentExecutions).toBeUndefined();
});

test('its environment is what the contract names', () => {
  const { Variables } = lambda.Environment;
  const ofFleets: readonly string[] = [...FLEET_VARIABLES, 'metricsPerRegion' as const].map(
    (name) => ENVIRONMENT[name],
  );
  const named = Object.values(ENVIRONMENT).filter((variable) => !ofFleets.includes(variable));
  expect(Object.keys(Variables).sort()).toEqual([...named, WATCHDOG_NAME_VARIABLE, 'POWERTOOLS_SERVICE_NAME'].sort());
  expect(Variables).toMatchObject({
    [ENVIRONMENT.tableName]: stack.resolve(watchdog.table.tableName),
    [ENVIRONMENT.topicArn]: stack.resolve(watchdog.alertTopic.topicArn),
    [ENVIRONMENT.chatTopicArn]: stack.resolve(watchdog.chatTopic?.topicArn),
    [ENVIRONMENT.eventBusArn]: stack.resolve(watchdog.eventBus?.eventBusArn),
    [ENVIRONMENT.rulesParameter]: watchdog.rulesParameterName,
    [ENVIRONMENT.stackRulesParameter]: stack.resolve(rulesOfStack.parameterName),
    [ENVIRONMENT.limitsParameter]: watchdog.limitsParameterName,
    [ENVIRONMENT.warningPercent]: '80',
    [ENVIRONMENT.criticalPercent]: '95',
    [ENVIRONMENT.modelOverrides]: '{"L-F4DDD3EB":["a.b"]}',
    [ENVIRONMENT.metricsPerQuota]: 'true',
    [ENVIRONMENT.burndownRates]: '{"a.b":2}',
    [ENVIRONMENT.dashboardUrl]: stack.resolve(watchdog.dashboardUrl),
    [WATCHDOG_NAME_VARIABLE]: watchdog.watchdogName,
  });
});

test('the environment satisfies what the poller reads', () => {
  const readBy = (file: string) =>
    new Set(
      [...readFileSync(join(ROOT, 'lambda', file), 'utf8').matchAll(/ENVIRONMENT\.(\w+)/g)].map(([, name]) => name),
    );
  const ofFleets = new Set<string | undefined>(FLEET_VARIABLES);
  // A poller has no targets and no account to tell from others, and reads so.
  const absent: readonly string[] = ['targets', 'accountId'];
  const named = Object.keys(ENVIRONMENT).filter((name) => !ofFleets.has(name) || absent.includes(name));
  expect(readBy('config.ts')).toEqual(new Set(named));
  expect(readBy('fleet/fleet-config.ts')).toEqual(ofFleets);
});

test('a failed run is not repeated and a tick that waits for a minute is dropped', () => {
  expect(onlyResource(template, 'AWS::Lambda::EventInvokeConfig').Properties).toMatchObject({
    MaximumRetryAttempts: 0,
    MaximumEventAgeInSeconds: 60,
  });
});

test('the logs are kept for a month, as JSON, in a group of the stack', () => {
  const [id, logs] = resourcesOf(template, 'AWS::Logs::LogGroup').find(([name]) => name.includes('Poller')) ?? [];
  expect(logs?.Properties.RetentionInDays).toBe(30);
  expect(lambda.LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: { Ref: id } });
});

test('the role may do exactly this', () => {
  expect(statementsOf(lambda.Role, template)).toEqual([
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
        stack.resolve(stack.formatArn({ service: 'bedrock', resource, resourceName: '*' })),
      ),
    },
    {
      Sid: 'PublishOwnMetrics',
      Effect: 'Allow',
      Action: 'cloudwatch:PutMetricData',
      Resource: '*',
      Condition: { StringEquals: { 'cloudwatch:namespace': 'BedrockQuotaWatchdog' } },
    },
    {
      Sid: 'KeepState',
      Effect: 'Allow',
      Action: ['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      Resource: stack.resolve(watchdog.table.tableArn),
    },
    {
      Sid: 'ReadRules',
      Effect: 'Allow',
      Action: 'ssm:GetParameters',
      Resource: [rulesOfStack.parameterName, watchdog.rulesParameterName].map((name) =>
        stack.resolve(`arn:${Aws.PARTITION}:ssm:${Aws.REGION}:${Aws.ACCOUNT_ID}:parameter${name}`),
      ),
    },
    {
      Sid: 'PublishLimits',
      Effect: 'Allow',
      Action: ['ssm:GetParameters', 'ssm:PutParameter'],
      Resource: stack.resolve(
        `arn:${Aws.PARTITION}:ssm:${Aws.REGION}:${Aws.ACCOUNT_ID}:parameter${limitsOfStack.parameterName}`,
      ),
    },
    {
      Sid: 'PublishAlerts',
      Effect: 'Allow',
      Action: 'sns:Publish',
      Resource: [OWNER, ...[watchdog.alertTopic, watchdog.chatTopic].map((topic) => stack.resolve(topic?.topicArn))],
    },
    {
      Sid: 'PutEvents',
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Resource: stack.resolve(watchdog.eventBus?.eventBusArn),
    },
    {
      Sid: 'FetchRefusals',
      Effect: 'Allow',
      Action: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      Resource: { 'Fn::GetAtt': [expect.stringContaining('Refusals'), 'Arn'] },
    },
    {
      Sid: 'EncryptAlerts',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: stack.resolve(watchdog.alertTopic.masterKey?.keyArn),
      Condition: { StringEquals: { 'kms:ViaService': stack.resolve(`sns.${stack.region}.amazonaws.com`) } },
    },
    {
      Sid: 'WriteLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: { 'Fn::GetAtt': [expect.stringContaining('Logs'), 'Arn'] },
    },
  ]);
  for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role')) {
    expect(Properties.ManagedPolicyArns).toBeUndefined();
    expect(Properties.Policies).toBeUndefined();
  }
});

test('without chat, events, rules and refusals the role is the same but for these', () => {
  const plain = synthesise();
  const role = resourceNamed(plain.template, 'AWS::Lambda::Function', 'Poller').Properties.Role;
  const statements = statementsOf(role, plain.template);
  const sids = statementsOf(lambda.Role, template).map(({ Sid }) => Sid);
  expect(statements.map(({ Sid }) => Sid)).toEqual(
    sids.filter((sid) => sid !== 'PutEvents' && sid !== 'FetchRefusals'),
  );
  expect(statements.find(({ Sid }) => Sid === 'PublishAlerts')?.Resource).toEqual(
    plain.stack.resolve(plain.watchdog.alertTopic.topicArn),
  );
});

test('the role may do what the adapters call, and no more of it', () => {
  expect(actionsOf(statementsOf(lambda.Role, template))).toEqual(calledActions('lambda/poller/index.ts'));
});
