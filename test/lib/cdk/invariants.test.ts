import { CfnResource, Stack, TagManager } from 'aws-cdk-lib';
import { APPLICATION, METRIC_DIMENSION, METRIC_NAMESPACE, METRICS } from '../../../lib/contract';
import { allResources, onlyResource, resourcesOf, synthesise } from './fixtures';

const { stack, watchdog, template } = synthesise();

test('every resource that can carry tags carries the application tag', () => {
  const taggable = stack.node
    .findAll()
    .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && TagManager.of(node) !== undefined)
    .map((resource) => stack.getLogicalId(resource));
  const resources = Object.fromEntries(allResources(template));
  expect(taggable.length).toBeGreaterThan(10);
  for (const id of taggable) {
    // Parameters have their tags as a map.
    const isParameter = resources[id]?.Type === 'AWS::SSM::Parameter';
    const tags = isParameter ? { application: APPLICATION } : [tag(APPLICATION)];
    expect([id, resources[id]?.Properties.Tags]).toEqual([id, tags]);
  }
  const [replica] = onlyResource(template, 'AWS::DynamoDB::GlobalTable').Properties.Replicas;
  expect(replica.Tags).toEqual([tag(APPLICATION)]);
});

function tag(Value: string) {
  return { Key: 'application', Value };
}

test('nothing stays behind when the stack goes', () => {
  for (const [id, resource] of allResources(template)) {
    expect([id, resource.DeletionPolicy ?? 'Delete', resource.UpdateReplacePolicy ?? 'Delete']).toEqual([
      id,
      'Delete',
      'Delete',
    ]);
  }
});

test('every topic is encrypted with the key, takes TLS only, and takes alarms of this account', () => {
  const topics = resourcesOf(template, 'AWS::SNS::Topic');
  const policies = resourcesOf(template, 'AWS::SNS::TopicPolicy');
  expect([topics.length, policies.length]).toEqual([2, 2]);
  const [keyId] = resourcesOf(template, 'AWS::KMS::Key').map(([id]) => id);
  for (const [id, topic] of topics) {
    expect(topic.Properties.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [keyId, 'Arn'] });
    const policy = policies.find(([, { Properties }]) => Properties.Topics[0].Ref === id)?.[1];
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Principal: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: expect.objectContaining({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }),
      }),
    ]);
  }
});

test('the key is rotated, and CloudWatch of this account may use it', () => {
  const { EnableKeyRotation, KeyPolicy } = onlyResource(template, 'AWS::KMS::Key').Properties;
  expect(EnableKeyRotation).toBe(true);
  expect(KeyPolicy.Statement).toContainEqual(
    expect.objectContaining({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }),
  );
});

test('the table is on demand, expires items, can be restored, and has the keys of the contract', () => {
  const { Properties } = onlyResource(template, 'AWS::DynamoDB::GlobalTable');
  expect(Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
  });
});

test('own metrics: all of them are on the dashboard, and whatever is read exists', () => {
  const body = JSON.stringify(stack.resolve(onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties));
  const graphed = [...body.matchAll(/\\"BedrockQuotaWatchdog\\",\\"(\w+)\\",\\"(\w+)\\",\\"([\w-]+)\\"/g)];
  expect(new Set(graphed.map(([, name]) => name))).toEqual(new Set(Object.values(METRICS)));
  for (const [, , dimension, value] of graphed) {
    expect([dimension, value]).toEqual([METRIC_DIMENSION, watchdog.watchdogName]);
  }
  const alarmed = resourcesOf(template, 'AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Properties)
    .filter(({ Namespace }) => Namespace === METRIC_NAMESPACE);
  expect(alarmed.length).toBe(6);
  for (const { MetricName, Dimensions } of alarmed) {
    expect(Object.values(METRICS)).toContain(MetricName);
    expect(Dimensions).toEqual([{ Name: METRIC_DIMENSION, Value: watchdog.watchdogName }]);
  }
});

test('the stack is free of an account and Region of its own', () => {
  expect(Stack.of(watchdog).environment).toBe('aws://unknown-account/unknown-region');
});
