import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { runCdk } from './cdk';
import { type Engine, installEngine, provideNode24, startMinistack, waitFor } from './engines';
import { type QueueReceiver, subscribeHttp, subscribeQueue } from './receivers';

const MODEL = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const STACK = 'BedrockQuotaWatchdog';
const MINUTE_MS = 60_000;
const DEPLOY = ['deploy', '--require-approval', 'never', '-c', 'alertEmail=ops@example.com'];

/** Quotas as Service Quotas has them: from the local account, for the engine knows none. */
const QUOTAS = [
  {
    quotaCode: 'L-F4DDD3EB',
    quotaName: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 1_000_000,
    defaultValue: 1_000_000,
    adjustable: true,
  },
];

let engine: Engine;
let local: LocalAccount;
let node24: string | null;
let close: () => void = () => undefined;
let all: QueueReceiver;
let criticalOnly: QueueReceiver;
let alarms: QueueReceiver;
let posted: readonly string[];

function clients() {
  const config = {
    endpoint: engine.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'e2e', secretAccessKey: 'e2e' },
  };
  return {
    cloudFormation: new CloudFormationClient(config),
    cloudWatch: new CloudWatchClient(config),
    dynamoDb: new DynamoDBClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
  };
}

async function outputs(): Promise<Record<string, string>> {
  const { Stacks } = await clients().cloudFormation.send(new DescribeStacksCommand({ StackName: STACK }));
  return Object.fromEntries(
    (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
  );
}

async function resourcesOf(type: string): Promise<string[]> {
  const { StackResourceSummaries } = await clients().cloudFormation.send(
    new ListStackResourcesCommand({ StackName: STACK }),
  );
  return (StackResourceSummaries ?? [])
    .filter(({ ResourceType }) => ResourceType === type)
    .map(({ PhysicalResourceId }) => PhysicalResourceId ?? '');
}

/** Writes what Bedrock would have counted for the minute before this one. */
async function spend(tokens: number): Promise<void> {
  const minute = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - MINUTE_MS);
  const values = { Invocations: 10, EstimatedTPMQuotaUsage: tokens };
  await clients().cloudWatch.send(
    new PutMetricDataCommand({
      Namespace: 'AWS/Bedrock',
      MetricData: Object.entries(values).map(([MetricName, Value]) => ({
        MetricName,
        Value,
        Timestamp: minute,
        Dimensions: [{ Name: 'ModelId', Value: MODEL }],
      })),
    }),
  );
}

function alarmNamed(suffix: string) {
  return async () => {
    const { MetricAlarms } = await clients().cloudWatch.send(new DescribeAlarmsCommand({}));
    return MetricAlarms?.find(({ AlarmName }) => AlarmName?.endsWith(suffix));
  };
}

beforeAll(async () => {
  installEngine();
  node24 = provideNode24();
  if (!node24) process.stderr.write('Node 24 cannot be had here: the function runs under the Node of this machine\n');
  local = await startLocalAccount({ now: new Date(), accountId: '000000000000', quotas: QUOTAS });
  engine = await startMinistack(
    {
      AWS_ENDPOINT_URL_SERVICE_QUOTAS: local.url,
      AWS_ENDPOINT_URL_BEDROCK: local.url,
      AWS_DISABLE_REQUEST_COMPRESSION: 'true',
    },
    node24,
  );
  await runCdk(['bootstrap', 'aws://000000000000/us-east-1'], engine.url);
  await runCdk(DEPLOY, engine.url);
}, 300_000);

afterAll(async () => {
  close();
  await engine?.stop();
  await local?.close();
});

it('the stock stack deploys and says where things are', async () => {
  const { AlertTopicArn, AlarmTopicArn, DashboardUrl } = await outputs();
  expect(DashboardUrl).toContain('BedrockQuotaWatchdog');
  all = await subscribeQueue(clients(), 'all', AlertTopicArn ?? '');
  criticalOnly = await subscribeQueue(clients(), 'critical-only', AlertTopicArn ?? '', { severity: ['critical'] });
  alarms = await subscribeQueue(clients(), 'alarms', AlarmTopicArn ?? '');
  const http = await subscribeHttp(clients().sns, AlertTopicArn ?? '');
  posted = http.bodies;
  close = http.close;
});

it('traffic leads to a message with its JSON and attributes, and a filter on severity holds it back', async () => {
  await spend(850_000);
  const message = await waitFor('the warning', 150, async () => {
    await all.poll();
    return all.messages.find(({ subject }) => subject.startsWith('WARNING 85% tokens/min'));
  });
  expect(message.attributes).toMatchObject({
    severity: { Value: 'warning' },
    region: { Value: 'us-east-1' },
    accountId: { Value: '000000000000' },
  });
  expect(JSON.parse(message.attributes.kinds?.Value ?? '[]')).toContain('utilization');
  const body = JSON.parse(message.body) as {
    schemaVersion: number;
    findings: { event: string; finding: { usage: { value: number }; utilizationPercent: number; quotaCode: string } }[];
  };
  expect(body.schemaVersion).toBe(1);
  expect(body.findings[0]).toMatchObject({
    event: 'opened',
    finding: { quotaCode: 'L-F4DDD3EB', utilizationPercent: 85, usage: { value: 850_000 } },
  });
  await criticalOnly.poll();
  expect(criticalOnly.messages).toEqual([]);
  // The alarms about the watchdog come by the same topic, as CloudWatch words them: without findings.
  const events = posted.map((text) => (JSON.parse(text) as { findings?: { event: string }[] }).findings?.[0]?.event);
  expect(events).toContain('opened');
});

it('the schedule fired the function, the function ran, and its state is in DynamoDB', async () => {
  const [table = ''] = await resourcesOf('AWS::DynamoDB::GlobalTable');
  const { Items } = await clients().dynamoDb.send(new ScanCommand({ TableName: table }));
  const keys = (Items ?? []).map((item) => item.sk?.S ?? '');
  expect(keys).toEqual(expect.arrayContaining(['state', 'catalog', expect.stringContaining(`#${MODEL}`)]));
  if (node24) expect(nodesOfFunctions()).toEqual(expect.arrayContaining([expect.stringContaining('node24')]));
});

it('what gets worse passes the filter, and the alarm fed by our metric goes to ALARM', async () => {
  await spend(990_000);
  await waitFor('the critical message', 150, async () => {
    await criticalOnly.poll();
    return criticalOnly.messages.find(({ subject }) => subject.startsWith('now CRITICAL 99% tokens/min'));
  });
  await waitFor('the alarm', 90, async () => (await alarmNamed('UtilizationCritical')())?.StateValue === 'ALARM');
  const told = await waitFor('the message of the alarm', 30, async () => {
    await alarms.poll();
    return alarms.messages.find(({ body }) => body.includes('UtilizationCritical') && body.includes('"ALARM"'));
  });
  expect(JSON.parse(told.body)).toMatchObject({ NewStateValue: 'ALARM' });
});

it('another deployment with other thresholds updates in place, and the alarm goes back', async () => {
  const before = await resourcesOf('AWS::CloudWatch::Alarm');
  const { AlertTopicArn } = await outputs();
  await runCdk([...DEPLOY, '-c', 'warningPercent=150', '-c', 'criticalPercent=200'], engine.url);
  expect(await resourcesOf('AWS::CloudWatch::Alarm')).toEqual(before);
  expect((await outputs()).AlertTopicArn).toBe(AlertTopicArn);
  expect((await alarmNamed('UtilizationCritical')())?.Threshold).toBe(200);
  await waitFor(
    'the alarm to go back',
    150,
    async () => (await alarmNamed('UtilizationCritical')())?.StateValue === 'OK',
  );
  await waitFor('the message of it', 30, async () => {
    await alarms.poll();
    return alarms.messages.some(({ body }) => body.includes('UtilizationCritical') && body.includes('"OK"'));
  });
});

it('deploying the same again changes nothing', async () => {
  const { output } = await runCdk([...DEPLOY, '-c', 'warningPercent=150', '-c', 'criticalPercent=200'], engine.url);
  expect(output).toContain('no changes');
});

it('destroying leaves nothing behind', async () => {
  await runCdk(['destroy', '--force'], engine.url);
  await expect(clients().cloudFormation.send(new DescribeStacksCommand({ StackName: STACK }))).rejects.toThrow(
    'does not exist',
  );
  expect((await clients().cloudWatch.send(new DescribeAlarmsCommand({}))).MetricAlarms ?? []).toEqual([]);
  expect((await clients().dynamoDb.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  expect((await clients().sns.send(new ListTopicsCommand({}))).Topics ?? []).toEqual([]);
});

/** The Node binaries that run functions of the engine. */
function nodesOfFunctions(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes('ministack-lambda-') ? [readlinkSync(`/proc/${pid}/exe`)] : [];
      } catch {
        return []; // A process that ended meanwhile.
      }
    });
}
