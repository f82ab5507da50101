import { Aws, CfnResource, TagManager } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { WatchdogStack } from '../../../../lib';
import { readWatchdogContext } from '../../../../lib/cdk/watchdog-context';
import { allResources, createApp, resourceNamed, resourcesOf, synthesise } from '../fixtures';
import { ACCOUNT, EXCLUDED, UNIT, WHOLE_FLEET } from './fixtures';

const { stack, watchdog, template } = synthesise(WHOLE_FLEET);

describe('the own account and Region alone', () => {
  test.each([
    ['the own Region by token', { regions: [Aws.REGION] }],
    ['the own account by token', { accounts: [Aws.ACCOUNT_ID] }],
    ['no accounts', { accounts: [] }],
  ])('%s makes the very same template as nothing', (_, props) => {
    const plain = synthesise({ alertEmails: ['ops@example.com'] });
    const other = synthesise({ alertEmails: ['ops@example.com'], ...props });
    expect(JSON.stringify(other.template.toJSON())).toBe(JSON.stringify(plain.template.toJSON()));
    const { dispatcher, targetQueue, readers } = other.watchdog;
    expect([dispatcher, targetQueue, readers]).toEqual([undefined, undefined, undefined]);
  });

  test('so does the own Region by name, where the stack knows it', () => {
    const env = { account: ACCOUNT, region: 'us-west-2' };
    const of = (props: object) =>
      JSON.stringify(Template.fromStack(new WatchdogStack(createApp(), 'Stock', { env, ...props })).toJSON());
    expect(of({ regions: ['us-west-2'], accounts: [ACCOUNT] })).toBe(of({}));
  });
});

describe('a fleet', () => {
  test('keeps names and table, so that an account and Region becomes a fleet without losing an alert', () => {
    const plain = synthesise({ watchdogName: 'Fleet' }).template;
    const idsOf = (of: Template, type: string) => resourcesOf(of, type).map(([id]) => id);
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::Scheduler::Schedule'])
      expect(idsOf(template, type)).toEqual(idsOf(plain, type));
    expect(idsOf(template, 'AWS::SNS::Topic')).toEqual(expect.arrayContaining(idsOf(plain, 'AWS::SNS::Topic')));
    expect(idsOf(template, 'AWS::CloudWatch::Alarm')).toEqual(idsOf(plain, 'AWS::CloudWatch::Alarm'));
  });

  test('every resource that can carry tags carries the application tag', () => {
    const resources = Object.fromEntries(allResources(template));
    const untagged = stack.node
      .findAll()
      .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && TagManager.of(node) !== undefined)
      .map((resource) => stack.getLogicalId(resource))
      .filter((id) => !JSON.stringify(resources[id]?.Properties.Tags ?? '').includes('bedrock-quota-watchdog'));
    expect(untagged.filter((id) => resources[id]?.Type !== 'AWS::DynamoDB::GlobalTable')).toEqual([]);
  });

  test('nothing stays behind when the stack goes', () => {
    const kept = allResources(template).filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete');
    expect(kept).toEqual([]);
  });

  test('no policy has a wildcard but those with a reason', () => {
    const wild = resourcesOf(template, 'AWS::IAM::Policy').flatMap(([, { Properties }]) =>
      Properties.PolicyDocument.Statement.filter(({ Resource }: { Resource: unknown }) =>
        JSON.stringify(Resource).includes('*'),
      ).map(({ Sid }: { Sid: string }) => Sid),
    );
    expect(wild.sort()).toEqual(
      [
        'FindBaseModels',
        'ListAccounts',
        'ListRoots',
        'PublishOwnMetrics',
        'ReadAccountTags',
        'ReadOrganization',
        'ReadQuotasAndUsage',
      ].sort(),
    );
  });

  test('its alarms on the watchdog itself are of dispatcher and workers', () => {
    const alarm = (name: string) => resourceNamed(template, 'AWS::CloudWatch::Alarm', `Alarms${name}`).Properties;
    const dispatcher = stack.resolve(watchdog.dispatcher?.functionName);
    const functions = [dispatcher, stack.resolve(watchdog.poller.functionName)];
    const { Metrics: failed } = alarm('Failed');
    expect(failed[0]).toMatchObject({ Expression: 'SUM([m1, m2])', ReturnData: true });
    expect(failed.slice(1)).toEqual(
      functions.map((Value) =>
        expect.objectContaining({
          MetricStat: {
            Metric: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value }] },
            Period: 60,
            Stat: 'Sum',
          },
        }),
      ),
    );
    expect(alarm('NotRunning')).toMatchObject({
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'FunctionName', Value: dispatcher }],
    });
    expect(alarm('Stale')).toMatchObject({ MetricName: 'CoverageErrors', Statistic: 'SampleCount' });
    const queues = alarm('DeadLetters')
      .Metrics.slice(1)
      .map(
        ({ MetricStat }: { MetricStat: { Metric: { Dimensions: { Value: { 'Fn::GetAtt': [string] } }[] } } }) =>
          MetricStat.Metric.Dimensions[0]?.Value['Fn::GetAtt'][0],
      );
    expect(queues).toEqual([
      expect.stringContaining('EveryMinuteDeadLetters'),
      expect.stringContaining('TargetsDeadLetters'),
    ]);
  });

  test('its dashboard draws the traffic of each Region, and links to the logs of the workers', () => {
    const searchesOf = (of: Template) => {
      const body = JSON.stringify(resourceNamed(of, 'AWS::CloudWatch::Dashboard', 'Overview').Properties);
      const found = body
        .replaceAll('\\', '')
        .matchAll(
          /"label":"([^"]+)","expression":"SEARCH\('[^']+MetricName="(\w+)"', '\w+', 60\)","region":"([^"]+)"/g,
        );
      return [...found].map(([, label, metric, region]) => `${region}, ${metric}: ${label}`);
    };
    const searches = searchesOf(template);
    expect(searches).toHaveLength(14);
    expect(searches).toContain('us-west-2, InvocationThrottles: us-west-2');
    expect(searches).toContain('us-east-1, InvocationClientErrors: us-east-1 InvocationClientErrors');
    expect(searchesOf(synthesise().template)).toEqual([]);
    const logs = resourcesOf(template, 'AWS::Logs::LogGroup').find(([id]) => id.includes('Worker'))?.[0] ?? '';
    const dashboard = resourceNamed(template, 'AWS::CloudWatch::Dashboard', 'Overview');
    expect(JSON.stringify(dashboard)).toContain(JSON.stringify({ Ref: logs }));
  });
});

describe('the stock stack', () => {
  const app = createApp({ organization: UNIT, organizationExclude: EXCLUDED, regions: 'us-east-1,us-west-2' });
  const stock = Template.fromStack(new WatchdogStack(app, 'Stock', readWatchdogContext(app.node)));

  test.each([
    'DispatcherFunctionName',
    'TargetQueueUrl',
    'ReaderRoleName',
    'ReaderTrustedRoleArns',
    'ReaderExternalId',
    'ReaderCommand',
  ])('the output %s of a fleet says what to do with it', (name) => {
    stock.hasOutput(name, { Value: Match.anyValue(), Description: Match.stringLikeRegexp('.{20,}') });
    expect(Object.keys(Template.fromStack(new WatchdogStack(createApp(), 'One')).findOutputs(name))).toEqual([]);
  });

  test('the output of the poller is the worker', () => {
    const { PollerFunctionName } = stock.findOutputs('PollerFunctionName');
    expect(PollerFunctionName?.Value.Ref).toContain('WorkerFunction');
  });
});
