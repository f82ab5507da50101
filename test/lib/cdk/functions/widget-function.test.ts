import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../../../lib/contract';
import { ROOT, resourceNamed, resourcesOf, synthesise } from '../fixtures';

const { stack, watchdog, template } = synthesise({
  alertEmails: ['ops@example.com'],
  thresholds: { warningPercent: 70, criticalPercent: 90 },
  burndownRates: { 'a.b': 2 },
});
const lambda = resourceNamed(template, 'AWS::Lambda::Function', 'Widget').Properties;

test('it runs as the poller does, from a bundle of its own, with the memory a day of minutes needs', () => {
  expect(lambda).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    MemorySize: 256,
    LoggingConfig: { LogFormat: 'JSON' },
  });
  expect(stack.resolve(watchdog.widget?.functionArn)).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Arn'] });
});

test('it judges with the thresholds and rates of the poller', () => {
  expect(lambda.Environment.Variables).toEqual({
    [ENVIRONMENT.tableName]: stack.resolve(watchdog.table.tableName),
    [ENVIRONMENT.warningPercent]: '70',
    [ENVIRONMENT.criticalPercent]: '90',
    [ENVIRONMENT.burndownRates]: '{"a.b":2}',
    POWERTOOLS_SERVICE_NAME: 'bedrock-quota-watchdog',
  });
});

test('its role reads the table and writes its log, and that is all', () => {
  const roleId = lambda.Role['Fn::GetAtt'][0];
  const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
    Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === roleId),
  );
  expect(policies.map(([, { Properties }]) => Properties.PolicyDocument.Statement)).toEqual([
    [
      {
        Sid: 'ReadState',
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:Query'],
        Resource: stack.resolve(watchdog.table.tableArn),
      },
      {
        Sid: 'WriteLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/Widget.*Logs/), 'Arn'] },
      },
    ],
  ]);
});

test('its logs are kept as long as those of the poller', () => {
  expect(resourceNamed(template, 'AWS::Logs::LogGroup', 'Widget').Properties.RetentionInDays).toBe(30);
});

test('the bundle holds the client of the table and no other', () => {
  const bundle = readFileSync(join(ROOT, 'dist', 'lambda', 'widget', 'index.js'), 'utf8');
  const clients = ['DynamoDB', 'CloudWatch', 'ServiceQuotas', 'Bedrock', 'SNS', 'SSM', 'EventBridge'];
  expect(clients.filter((name) => bundle.includes(`${name}Client"`))).toEqual(['DynamoDB']);
});
