import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { READER_TEMPLATE } from '../../../../lib/cdk/fleet/reader-roles';
import { readerRoleTemplate, writeReaderRoleTemplate } from '../../../../lib/cdk/reader/reader-role-template';
import { onlyResource, ROOT, synthesise } from '../fixtures';
import { functionNamed, statementsOf } from '../functions/permissions';

const template = JSON.parse(JSON.stringify(readerRoleTemplate()));
const { Properties: role } = template.Resources.ReaderRole;

test('the file of the project is this template (npm run reader-template)', () => {
  expect(readFileSync(join(ROOT, READER_TEMPLATE), 'utf8')).toBe(writeReaderRoleTemplate());
});

test('it makes one role and nothing else, which takes no policy of AWS', () => {
  expect(Object.values(template.Resources).map((resource) => (resource as { Type: string }).Type)).toEqual([
    'AWS::IAM::Role',
  ]);
  expect(role.ManagedPolicyArns).toBeUndefined();
  expect(role.Tags).toEqual([{ Key: 'application', Value: 'bedrock-quota-watchdog' }]);
});

test('it trusts those it is told of, with the external id, and nobody else', () => {
  expect(role.AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: { Ref: 'TrustedRoleArns' } },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
    },
  ]);
});

test('it lets a worker read what a poller reads of its own account, and nothing else', () => {
  const poller = synthesise().template;
  const readOwn = statementsOf(functionNamed(poller, 'Poller').Role, poller).slice(0, 2);
  const statements: Record<string, unknown>[] = role.Policies[0].PolicyDocument.Statement;
  expect(statements.map(({ Sid, Effect, Action }) => [Sid, Effect, [...(Action as string[])].sort()])).toEqual(
    readOwn.map(({ Sid, Effect, Action }) => [Sid, Effect, Action]),
  );
  expect(statements.map(({ Resource }) => Resource)).toEqual([
    '*',
    ['custom-model-deployment', 'custom-model'].map((resource) => ({
      'Fn::Sub': ['arn:$', '{AWS::Partition}:bedrock:*:$', `{AWS::AccountId}:${resource}/*`].join(''),
    })),
  ]);
});

test('CloudFormation reads it: what it refers to is there', () => {
  const stack = new Stack(new App(), 'Watched');
  new CfnInclude(stack, 'Reader', { templateFile: join(ROOT, READER_TEMPLATE) });
  expect(onlyResource(Template.fromStack(stack), 'AWS::IAM::Role').Properties.RoleName).toEqual({ Ref: 'RoleName' });
});

test.each([
  ['RoleName', ['Fleet-reader', 'x'.repeat(64)], ['', 'x'.repeat(65), 'a/b']],
  ['ExternalId', ['ab', 'Fleet'], ['a', 'a b', '']],
])('%s is held to what IAM takes', (name, right, wrong) => {
  const pattern = new RegExp(template.Parameters[name].AllowedPattern);
  expect(right.filter((value) => !pattern.test(value))).toEqual([]);
  expect(wrong.filter((value) => pattern.test(value))).toEqual([]);
});

test('it fits into a StackSet as text', () => {
  expect(JSON.stringify(template).length).toBeLessThan(51_200);
});
