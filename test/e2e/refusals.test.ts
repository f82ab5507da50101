import { CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeRuleCommand,
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { ROWS, SONNET_ID } from '../lambda/deployed';
import { toTrailRecord } from '../lib/core/refusals/trail-record';
import { runCdk } from './cdk';
import { type Engine, installEngine, provideNode24, startMinistack, waitFor } from './engines';
import { type QueueReceiver, subscribeQueue } from './receivers';

const STACK = 'BedrockQuotaWatchdog';
const ACCOUNT = '000000000000';
const DETAIL_TYPE = 'AWS API Call via CloudTrail';
const WORDS = 'Too many requests, please wait before trying again.';
/** AWS lets nobody but its own services put events of `aws.bedrock`, and neither does the engine. */
const OUR_SOURCE = 'e2e.bedrock';

let engine: Engine;
let local: LocalAccount;
let alerts: QueueReceiver;
let rule: { readonly name: string; readonly pattern: string };
let queueUrl: string;

function clients() {
  const config = {
    endpoint: engine.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'e2e', secretAccessKey: 'e2e' },
  };
  return {
    cloudFormation: new CloudFormationClient(config),
    cloudWatch: new CloudWatchClient(config),
    events: new EventBridgeClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
  };
}

/** The id of the one resource of a type whose logical id has a part. @throws Error when there is none. */
async function physicalIdOf(type: string, part: string): Promise<string> {
  const { StackResourceSummaries = [] } = await clients().cloudFormation.send(
    new ListStackResourcesCommand({ StackName: STACK }),
  );
  const found = StackResourceSummaries.find(
    ({ ResourceType, LogicalResourceId }) => ResourceType === type && LogicalResourceId?.includes(part),
  );
  if (!found?.PhysicalResourceId) throw new Error(`the stack has no ${type} of ${part}`);
  return found.PhysicalResourceId;
}

/** The minute before this one, which CloudWatch may show. */
let minute = new Date();

/** A record of a call of that minute, in the shape AWS documents. */
function toRecord(eventID: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const eventTime = `${minute.toISOString().slice(0, 19)}Z`;
  return toTrailRecord({ eventID, eventTime, recipientAccountId: ACCOUNT, errorMessage: WORDS, ...changes });
}

/** Puts records on the default bus. @throws Error when one is not taken. */
async function putOnBus(records: readonly Record<string, unknown>[]): Promise<void> {
  const { Entries = [] } = await clients().events.send(
    new PutEventsCommand({
      Entries: records.map((record) => ({
        Source: OUR_SOURCE,
        DetailType: DETAIL_TYPE,
        Detail: JSON.stringify(record),
      })),
    }),
  );
  const refused = Entries.filter(({ ErrorCode }) => ErrorCode !== undefined);
  if (refused.length > 0) throw new Error(`not taken: ${JSON.stringify(refused)}`);
}

async function isTaken(detail: Record<string, unknown>, changes: Readonly<Record<string, unknown>> = {}) {
  const event = {
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': DETAIL_TYPE,
    source: 'aws.bedrock',
    account: ACCOUNT,
    time: '2026-10-14T14:32:07Z',
    region: 'us-east-1',
    resources: [],
    detail,
    ...changes,
  };
  const { Result } = await clients().events.send(
    new TestEventPatternCommand({ EventPattern: rule.pattern, Event: JSON.stringify(event) }),
  );
  return Result;
}

/** Writes what Bedrock would have counted in that minute: from few requests alone nobody would infer their quota. */
async function throttle(calls: number): Promise<void> {
  const values = { Invocations: 10, EstimatedTPMQuotaUsage: 300_000, InvocationThrottles: calls };
  const MetricData = Object.entries(values).map(([MetricName, Value]) => ({
    MetricName,
    Value,
    Timestamp: minute,
    Dimensions: [{ Name: 'ModelId', Value: SONNET_ID }],
  }));
  await clients().cloudWatch.send(new PutMetricDataCommand({ Namespace: 'AWS/Bedrock', MetricData }));
}

beforeAll(async () => {
  installEngine();
  local = await startLocalAccount({ now: new Date(), accountId: ACCOUNT, quotas: ROWS });
  const environment = {
    AWS_ENDPOINT_URL_SERVICE_QUOTAS: local.url,
    AWS_ENDPOINT_URL_BEDROCK: local.url,
    AWS_DISABLE_REQUEST_COMPRESSION: 'true',
  };
  engine = await startMinistack(environment, provideNode24());
  await runCdk(['bootstrap', `aws://${ACCOUNT}/us-east-1`], engine.url);
  const deploy = ['deploy', '--require-approval', 'never', '-c', 'alertEmail=ops@example.com'];
  await runCdk([...deploy, '-c', 'refusalEvidence=true'], engine.url);
  const { Stacks } = await clients().cloudFormation.send(new DescribeStacksCommand({ StackName: STACK }));
  const topic = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'AlertTopicArn')?.OutputValue;
  alerts = await subscribeQueue(clients(), 'alerts', topic ?? '');
  const name = (await physicalIdOf('AWS::Events::Rule', 'Refusals')).split('|').at(-1) ?? '';
  const { EventPattern = '' } = await clients().events.send(new DescribeRuleCommand({ Name: name }));
  rule = { name, pattern: EventPattern };
  queueUrl = await physicalIdOf('AWS::SQS::Queue', 'Refusals');
}, 300_000);

afterAll(async () => {
  await engine?.stop();
  await local?.close();
});

it('the deployed rule takes refused calls of models as CloudTrail records them, and nothing else', async () => {
  expect(await isTaken(toRecord('a'))).toBe(true);
  expect(await isTaken(toRecord('a', { eventName: 'InvokeModelWithResponseStream', errorCode: 'AccessDenied' }))).toBe(
    true,
  );
  const { errorCode: _, errorMessage: __, ...fine } = toRecord('a');
  expect(await isTaken(fine)).toBe(false);
  expect(await isTaken(toRecord('a', { eventName: 'ListFoundationModels' }))).toBe(false);
  expect(await isTaken(toRecord('a', { eventSource: 'bedrock-agent.amazonaws.com' }))).toBe(false);
  expect(await isTaken(toRecord('a'), { account: '111122223333' })).toBe(false);
  expect(await isTaken(toRecord('a'), { region: 'eu-west-1' })).toBe(false);
  expect(await isTaken(toRecord('a'), { source: OUR_SOURCE })).toBe(false);
});

it('what is put on the bus goes through rule, queue and poller into the alert, as a confirmed cause', async () => {
  // The rule as it was deployed, but for the one word that is AWS's own.
  const EventPattern = rule.pattern.replace('aws.bedrock', OUR_SOURCE);
  await clients().events.send(new PutRuleCommand({ Name: rule.name, EventPattern, State: 'ENABLED' }));
  minute = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 60_000);
  const records = Array.from({ length: 4 }, (_, index) => toRecord(`e2e-${index}`));
  const { errorCode: _, ...fine } = toRecord('fine');
  const denied = { errorCode: 'AccessDenied', errorMessage: 'User is not authorized to perform: bedrock:InvokeModel' };
  // One twice, as EventBridge may deliver it, and one that was not refused.
  await putOnBus([...records, ...records.slice(0, 1), fine]);
  await putOnBus(Array.from({ length: 6 }, (__, index) => toRecord(`denied-${index}`, denied)));
  await throttle(40);
  const heard = await waitFor('both alerts', 200, async () => {
    await alerts.poll();
    const findings = alerts.messages.flatMap(({ body }) =>
      body.startsWith('{')
        ? ((JSON.parse(body) as { findings?: { event: string; finding: Record<string, unknown> }[] }).findings ?? [])
        : [],
    );
    const of = (kind: string) => findings.find(({ finding }) => finding.kind === kind)?.finding;
    const [throttled, refused] = [of('throttled'), of('refused')];
    return throttled && refused && { throttled, refused };
  });
  expect(heard.throttled).toMatchObject({
    quotaCode: 'L-4A6BFAB1',
    cause: { kind: 'requestsPerMinute', confidence: 'confirmed' },
  });
  expect(JSON.stringify(heard.throttled.cause)).toContain(`\\"${WORDS}\\" (4 calls)`);
  expect(JSON.stringify(heard.throttled.cause)).toContain('SummaryWorker');
  expect(heard.refused).toMatchObject({
    id: 'refused/accessDenied/crossRegion/anthropic.claude-sonnet-4-5-20250929-v1:0',
    cause: { confidence: 'confirmed' },
  });
  expect(JSON.stringify(heard.refused.cause)).toContain('(6 calls)');
  const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes } = await clients().sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...AttributeNames] }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' });
});
