import {
  CloudWatchClient,
  type ComparisonOperator,
  DescribeAlarmsCommand,
  GetDashboardCommand,
  type MetricDataQuery,
  PutDashboardCommand,
  PutMetricAlarmCommand,
  type Statistic,
} from '@aws-sdk/client-cloudwatch';
import { onlyResource, resourcesOf, synthesise } from '../lib/cdk/fixtures';
import type { Engine } from './engines';
import { findMissingMoto, startMoto } from './moto';

/**
 * What moto takes: it parses a dashboard's body and nothing more, and checks the parameters of an alarm. The properties of
 * widgets are held against AWS's documentation in test/lib/cdk/dashboard/dashboard-body.test.ts.
 */
const { template } = synthesise({
  throttleAlarmByModel: true,
  metricsPerQuota: true,
  models: [{ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', tokensPerMinute: 400_000 }],
});

/** What CloudFormation would put there: the word alone matters to a validator. */
const VALUES: Readonly<Record<string, string>> = { 'AWS::Region': 'us-east-1', 'AWS::AccountId': '111122223333' };

function resolve(value: unknown): string {
  if (typeof value === 'string') return value;
  const {
    Ref,
    'Fn::Join': join,
    'Fn::If': either,
  } = value as {
    Ref?: string;
    'Fn::Join'?: [string, unknown[]];
    'Fn::If'?: [string, unknown, unknown];
  };
  // The conditions are those of other partitions.
  if (either) return resolve(either[2]);
  if (join) return join[1].map(resolve).join(join[0]);
  return (Ref && VALUES[Ref]) ?? 'arn:aws:sns:us-east-1:111122223333:resource';
}

interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AlarmActions: readonly unknown[];
  readonly OKActions: readonly unknown[];
  readonly ComparisonOperator: ComparisonOperator;
  readonly DatapointsToAlarm: number;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly EvaluationPeriods: number;
  readonly MetricName?: string;
  readonly Metrics?: MetricDataQuery[];
  readonly Namespace?: string;
  readonly Period?: number;
  readonly Statistic?: Statistic;
  readonly Threshold: number;
  readonly TreatMissingData: string;
}

const missing = findMissingMoto();
if (missing) process.stderr.write(`the dashboard is not put to moto: ${missing}\n`);
const testWithMoto = missing ? test.skip : test;

let engine: Engine | undefined;
let client: CloudWatchClient;

beforeAll(async () => {
  if (missing) return;
  engine = await startMoto();
  client = new CloudWatchClient({
    endpoint: engine.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'e2e', secretAccessKey: 'e2e' },
  });
});
afterAll(() => engine?.stop());

testWithMoto('moto takes the dashboard and hands it back as it was', async () => {
  const DashboardBody = resolve(onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties.DashboardBody);
  const put = await client.send(new PutDashboardCommand({ DashboardName: 'watchdog', DashboardBody }));
  expect(put.DashboardValidationMessages ?? []).toEqual([]);
  const got = await client.send(new GetDashboardCommand({ DashboardName: 'watchdog' }));
  expect(got.DashboardBody).toBe(DashboardBody);
});

testWithMoto('moto would refuse a body that does not parse, so the check is alive', async () => {
  const put = client.send(new PutDashboardCommand({ DashboardName: 'broken', DashboardBody: '{"widgets": [' }));
  await expect(put).rejects.toThrow(/invalid/i);
});

testWithMoto('moto takes every alarm, with what is done on ALARM and OK', async () => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(
    ([, { Properties }]) => Properties as AlarmProperties,
  );
  for (const { Dimensions, ...properties } of alarms) {
    await client.send(
      new PutMetricAlarmCommand({
        ...properties,
        AlarmActions: properties.AlarmActions.map(resolve),
        OKActions: properties.OKActions.map(resolve),
        ...(Dimensions ? { Dimensions: Dimensions.map(({ Name, Value }) => ({ Name, Value: resolve(Value) })) } : {}),
      }),
    );
  }
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({}));
  const seen = MetricAlarms.map(({ AlarmName, Threshold, AlarmActions, OKActions }) => [
    AlarmName,
    Threshold,
    AlarmActions?.length,
    OKActions?.length,
  ]);
  const expected = alarms.map(({ AlarmName, Threshold }) => [AlarmName, Threshold, 1, 1]);
  expect(seen.sort()).toEqual(expected.sort());
});
