import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../../lib';
import { readerRoleNameOf, readerStackNameOf } from '../../../../lib/cdk/reader/reader-role';
import { readerRoleTemplate } from '../../../../lib/cdk/reader/reader-role-template';
import { createApp, onlyResource, resourceNamed, resourcesOf, synthesise } from '../fixtures';
import { ACCOUNT, EXCLUDED, OPERATOR, UNIT } from './fixtures';

const NAME = { watchdogName: 'Fleet' };

function stackSetOf(props: BedrockQuotaWatchdogProps) {
  return onlyResource(synthesise({ ...NAME, ...props }).template, 'AWS::CloudFormation::StackSet');
}

const { stack, watchdog, template } = synthesise({
  ...NAME,
  organization: { organizationalUnits: [UNIT] },
  operators: [OPERATOR],
});
const workerRole = resourcesOf(template, 'AWS::IAM::Role').find(([id]) => id.includes('Worker'))?.[0];
const trusted = { 'Fn::Join': [',', [{ 'Fn::GetAtt': [workerRole, 'Arn'] }, OPERATOR]] };

test('a StackSet makes the role in every account of the units, in those that join, and in none that has left', () => {
  expect(stackSetOf({ organization: { organizationalUnits: [UNIT] }, operators: [OPERATOR] }).Properties).toEqual({
    StackSetName: 'Fleet-reader',
    Description: expect.stringContaining('Fleet'),
    PermissionModel: 'SERVICE_MANAGED',
    AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    ManagedExecution: { Active: true },
    OperationPreferences: { FailureTolerancePercentage: 100, MaxConcurrentPercentage: 100 },
    Parameters: [
      { ParameterKey: 'RoleName', ParameterValue: 'Fleet-reader' },
      { ParameterKey: 'TrustedRoleArns', ParameterValue: trusted },
      { ParameterKey: 'ExternalId', ParameterValue: 'Fleet' },
    ],
    StackInstancesGroup: [{ Regions: [{ Ref: 'AWS::Region' }], DeploymentTargets: { OrganizationalUnitIds: [UNIT] } }],
    Tags: [{ Key: 'application', Value: 'bedrock-quota-watchdog' }],
    TemplateBody: JSON.stringify(readerRoleTemplate()),
  });
});

test('it is made after the worker, whose role it trusts', () => {
  const { DependsOn } = onlyResource(template, 'AWS::CloudFormation::StackSet');
  expect(DependsOn).toEqual([expect.stringContaining('WorkerFunction')]);
});

test('excluded accounts get no role; a delegated administrator says that it is one', () => {
  const { Properties } = stackSetOf({
    organization: { organizationalUnits: [UNIT], exclude: [EXCLUDED], delegatedAdministrator: true },
  });
  expect(Properties.CallAs).toBe('DELEGATED_ADMIN');
  expect(Properties.StackInstancesGroup[0].DeploymentTargets).toEqual({
    OrganizationalUnitIds: [UNIT],
    AccountFilterType: 'DIFFERENCE',
    Accounts: [EXCLUDED],
  });
});

test('all accounts are those below the root: the one that is told', () => {
  const all = { all: true, rootId: 'r-ab12' };
  const { Properties } = stackSetOf({ organization: all });
  expect(Properties.StackInstancesGroup[0].DeploymentTargets).toEqual({ OrganizationalUnitIds: ['r-ab12'] });
  expect(Object.keys(synthesise({ organization: all }).template.findParameters('OrganizationRootId'))).toEqual([]);
});

test('or the one that the stack asks for, once for all its watchdogs', () => {
  const host = new Stack(createApp(), 'Host');
  for (const id of ['One', 'Two']) new BedrockQuotaWatchdog(host, id, { organization: { all: true } });
  const of = Template.fromStack(host);
  for (const [, { Properties }] of resourcesOf(of, 'AWS::CloudFormation::StackSet')) {
    expect(Properties.StackInstancesGroup[0].DeploymentTargets.OrganizationalUnitIds).toEqual([
      { Ref: 'OrganizationRootId' },
    ]);
  }
  const { OrganizationRootId } = of.findParameters('OrganizationRootId');
  expect(OrganizationRootId).toMatchObject({ Type: 'String', Description: expect.stringContaining('list-roots') });
  expect(OrganizationRootId?.Default).toBeUndefined();
  const pattern = new RegExp(OrganizationRootId?.AllowedPattern);
  expect(['r-ab12', 'r-', UNIT, 'all'].filter((id) => pattern.test(id))).toEqual(['r-ab12']);
});

test('without an organization there is no StackSet; the command makes the role in the account at hand', () => {
  const named = synthesise({ ...NAME, accounts: [ACCOUNT], operators: [OPERATOR] });
  named.template.resourceCountIs('AWS::CloudFormation::StackSet', 0);
  const { readers } = named.watchdog;
  expect([readers?.roleName, readers?.externalId, readers?.stackSet]).toEqual(['Fleet-reader', 'Fleet', undefined]);
  expect(named.stack.resolve(readers?.trustedRoleArns)).toEqual(trusted);
  expect(JSON.stringify(named.stack.resolve(readers?.command))).toMatch(
    /^{"Fn::Join":\["",\["aws cloudformation deploy --stack-name Fleet-reader --template-file docs\/reader-role.template.json --capabilities CAPABILITY_NAMED_IAM --parameter-overrides RoleName=Fleet-reader TrustedRoleArns=",.* ExternalId=Fleet"\]\]}$/,
  );
});

test('workers trust what they are told: role and name are those of the environment', () => {
  const { Variables } = resourceNamed(template, 'AWS::Lambda::Function', 'Worker').Properties.Environment;
  expect(Variables.WATCHDOG_READER_ROLE_ARN).toEqual(
    stack.resolve(`arn:${stack.partition}:iam::{accountId}:role/${watchdog.readers?.roleName}`),
  );
  expect(Variables.WATCHDOG_EXTERNAL_ID).toBe(watchdog.readers?.externalId);
});

test.each([
  ['Fleet', 'Fleet-reader', 'Fleet-reader'],
  ['my_fleet', 'my_fleet-reader', 'my-fleet-reader'],
  ['2fleets', '2fleets-reader', 'fleets-reader'],
  ['12', '12-reader', 'reader'],
  [`${'a'.repeat(60)}bc`, `${'a'.repeat(55)}bc-reader`, `${'a'.repeat(55)}bc-reader`],
])('a watchdog %s has roles %s, in stacks %s', (name, roleName, stackName) => {
  expect([readerRoleNameOf(name), readerStackNameOf(name)]).toEqual([roleName, stackName]);
  expect(roleName.length).toBeLessThanOrEqual(64);
  expect(stackName).toMatch(/^[A-Za-z][A-Za-z0-9-]*$/);
});

describe('lists that come with the deployment', () => {
  test.each<[string, (list: string[]) => BedrockQuotaWatchdogProps]>([
    ['accounts', (accounts) => ({ accounts })],
    ['regions', (regions) => ({ regions })],
    ['operators', (operators) => ({ accounts: [ACCOUNT], operators })],
    ['units', (organizationalUnits) => ({ organization: { organizationalUnits } })],
    ['exclude', (exclude) => ({ organization: { organizationalUnits: [UNIT], exclude } })],
  ])('%s are in the template', (_, propsOf) => {
    const host = new Stack(createApp(), 'Host');
    const parameter = new CfnParameter(host, 'List', { type: 'CommaDelimitedList' });
    new BedrockQuotaWatchdog(host, 'Watchdog', { ...NAME, alertEmails: ['a@b.co'], ...propsOf(parameter.valueAsList) });
    const { Parameters: _parameters, ...rest } = Template.fromStack(host).toJSON();
    expect(JSON.stringify(rest)).toContain('{"Ref":"List"}');
  });

  test('operators trusted by name of the worker and by the list', () => {
    const host = new Stack(createApp(), 'Host');
    const operators = new CfnParameter(host, 'List', { type: 'CommaDelimitedList' }).valueAsList;
    const { readers } = new BedrockQuotaWatchdog(host, 'Watchdog', { ...NAME, accounts: [ACCOUNT], operators });
    expect(host.resolve(readers?.trustedRoleArns)).toEqual({
      'Fn::Join': [
        ',',
        [{ 'Fn::GetAtt': [expect.stringContaining('Worker'), 'Arn'] }, { 'Fn::Join': [',', { Ref: 'List' }] }],
      ],
    });
  });
});
