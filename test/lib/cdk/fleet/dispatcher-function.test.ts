import type { BedrockQuotaWatchdogProps } from '../../../../lib';
import type { AlertRulesParameter } from '../../../../lib/cdk/functions/rules-parameter';
import { DISPATCHER_TIMEOUT_SECONDS, ENVIRONMENT } from '../../../../lib/contract';
import { onlyResource, resourcesOf, synthesise } from '../fixtures';
import { actionsOf, calledActions, functionNamed, statementsOf } from '../functions/permissions';
import { OWNER, UNIT, WHOLE_FLEET } from './fixtures';

const { stack, watchdog, template } = synthesise(WHOLE_FLEET);
const dispatcher = functionNamed(template, 'Dispatcher');
const statements = statementsOf(dispatcher.Role, template);
const rules = (watchdog.node.findChild('Rules') as AlertRulesParameter).parameter;

function organizationsArn(rest: string, account: unknown = { Ref: 'AWS::AccountId' }) {
  const owner =
    typeof account === 'string' ? [`:organizations::${account}:${rest}`] : [':organizations::', account, `:${rest}`];
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ...owner]] };
}

test('the schedule ticks the dispatcher, which is over before the next tick and not called twice for one', () => {
  const { Target } = onlyResource(template, 'AWS::Scheduler::Schedule').Properties;
  expect(Target.Arn).toEqual(stack.resolve(watchdog.dispatcher?.functionArn));
  expect(dispatcher).toMatchObject({ MemorySize: 256, Timeout: DISPATCHER_TIMEOUT_SECONDS, Runtime: 'nodejs24.x' });
  expect(onlyResource(template, 'AWS::Lambda::EventInvokeConfig').Properties).toMatchObject({
    FunctionName: stack.resolve(watchdog.dispatcher?.functionName),
    MaximumRetryAttempts: 0,
    MaximumEventAgeInSeconds: 60,
  });
});

test('it is told where to speak, and nothing that only watching needs', () => {
  const { Variables } = dispatcher.Environment;
  expect(Variables).toMatchObject({
    [ENVIRONMENT.topicArn]: stack.resolve(watchdog.alertTopic.topicArn),
    [ENVIRONMENT.chatTopicArn]: stack.resolve(watchdog.chatTopic?.topicArn),
    [ENVIRONMENT.eventBusArn]: stack.resolve(watchdog.eventBus?.eventBusArn),
    [ENVIRONMENT.targetQueueUrl]: stack.resolve(watchdog.targetQueue?.queueUrl),
    [ENVIRONMENT.targets]: expect.stringContaining('"all":true'),
  });
  for (const name of ['limitsParameter', 'refusalQueueUrl', 'principals'] as const)
    expect(Variables).not.toHaveProperty(ENVIRONMENT[name]);
});

test('its role may do exactly this', () => {
  expect(statements).toEqual([
    { Sid: 'ListRoots', Effect: 'Allow', Action: 'organizations:ListRoots', Resource: '*' },
    {
      Sid: 'ListAccounts',
      Effect: 'Allow',
      Action: ['organizations:ListAccountsForParent', 'organizations:ListOrganizationalUnitsForParent'],
      Resource: [organizationsArn('ou/o-*/ou-*'), organizationsArn('root/o-*/r-*')],
    },
    {
      Sid: 'ReadAccountTags',
      Effect: 'Allow',
      Action: 'organizations:ListTagsForResource',
      Resource: organizationsArn('account/o-*/*'),
    },
    {
      Sid: 'SendTargets',
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: stack.resolve(watchdog.targetQueue?.queueArn),
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
      Resource: [rules.parameterName, watchdog.rulesParameterName].map((name) =>
        stack.resolve(`arn:${stack.partition}:ssm:${stack.region}:${stack.account}:parameter${name}`),
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
      Resource: { 'Fn::GetAtt': [expect.stringContaining('DispatcherLogs'), 'Arn'] },
    },
  ]);
});

test('the role may do what the adapters call, and no more of it', () => {
  // They stand beside what it calls, in adapters that it shares with the poller.
  const ofPoller = ['cloudwatch:ListMetrics', 'ssm:PutParameter'];
  const called = calledActions('lambda/dispatcher/index.ts').filter((action) => !ofPoller.includes(action));
  expect(actionsOf(statements)).toEqual(called);
});

const TAGS = organizationsArn('account/o-*/*');
const UNITS = organizationsArn('ou/o-*/ou-*');
const ROOTS = organizationsArn('root/o-*/r-*');

test.each<readonly [name: string, props: BedrockQuotaWatchdogProps, resources: unknown]>([
  ['accounts', { accounts: ['111122223333'] }, []],
  ['units', { organization: { organizationalUnits: [UNIT] } }, [UNITS, TAGS]],
  ['a root', { organization: { organizationalUnits: ['r-ab12'] } }, [[UNITS, ROOTS], TAGS]],
  [
    'units, for a delegated administrator',
    { organization: { organizationalUnits: [UNIT], delegatedAdministrator: true } },
    [organizationsArn('ou/o-*/ou-*', '*'), organizationsArn('account/o-*/*', '*')],
  ],
  ['all', { organization: { all: true } }, ['*', [UNITS, ROOTS], TAGS]],
])('for %s it may list no more than these need', (_, props, resources) => {
  const { template: other } = synthesise(props);
  const lists = statementsOf(functionNamed(other, 'Dispatcher').Role, other).filter(({ Action }) =>
    JSON.stringify(Action).includes('organizations:'),
  );
  expect(lists.map(({ Resource }) => Resource)).toEqual(resources);
});

test('there are two functions beside the widget, and no poller', () => {
  const ids = resourcesOf(template, 'AWS::Lambda::Function').map(([id]) => id.replace(/^Watchdog|Function\w+$/g, ''));
  expect(ids.sort()).toEqual(['Dispatcher', 'Widget', 'Worker']);
});
