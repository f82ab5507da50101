import { ListFoundationModelsCommand, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import {
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  ListAWSDefaultServiceQuotasCommand,
  ListServiceQuotasCommand,
  RequestServiceQuotaIncreaseCommand,
} from '@aws-sdk/client-service-quotas';
import { PublishCommand } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { type LocalAccount, type LocalAccountOptions, startLocalAccount } from '../../local/local-account';
import { readQuotaTable } from '../../local/quota-table';
import { clientsOf } from './clients';

const NOON = new Date('2026-10-14T12:00:00Z');
const NOON_MINUTE = NOON.getTime() / 60_000;
const MODEL = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const ROWS = [
  {
    quotaCode: 'L-F4DDD3EB',
    quotaName: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 10_000,
    defaultValue: 5_000_000,
    adjustable: true,
  },
  {
    quotaCode: 'L-4A6BFAB1',
    quotaName: 'Cross-region model inference requests per minute for Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 3,
    defaultValue: 10_000,
    adjustable: true,
  },
  {
    quotaCode: 'L-E3F10727',
    quotaName: 'Cross-Model Max Tokens Per Day',
    appliedValue: 30_000,
    defaultValue: null,
    adjustable: false,
  },
];
const POOL = {
  baseModelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
  modelIds: [MODEL],
  tokensPerMinute: 'L-F4DDD3EB',
  requestsPerMinute: 'L-4A6BFAB1',
  daily: ['L-E3F10727'],
};

let account: LocalAccount | undefined;

async function start(options: Partial<LocalAccountOptions> = {}): Promise<LocalAccount> {
  account = await startLocalAccount({ now: NOON, quotas: ROWS, ...options });
  account.traffic.definePool(POOL);
  return account;
}

afterEach(async () => {
  await account?.close();
  account = undefined;
});

/** A call at second `second` after noon. */
const call = (second: number, changes = {}) => ({
  modelId: MODEL,
  at: NOON.getTime() + second * 1000,
  input: 100,
  output: 10,
  maxTokens: 100,
  seconds: 1,
  ...changes,
});

describe('Service Quotas', () => {
  it('pages the whole table of 1,162 quotas', async () => {
    const { url } = await start({
      quotas: readQuotaTable(),
      pageSizes: { quotas: 70 },
    });
    const { serviceQuotas } = clientsOf(url);
    const codes = new Set<string>();
    let token: string | undefined;
    do {
      const page = await serviceQuotas.send(new ListServiceQuotasCommand({ ServiceCode: 'bedrock', NextToken: token }));
      for (const quota of page.Quotas ?? []) codes.add(quota.QuotaCode ?? '');
      expect(page.Quotas?.length).toBeLessThanOrEqual(70);
      token = page.NextToken;
    } while (token);
    expect(codes.size).toBe(1162);
  });

  it('keeps applied and default apart, and has no default row where none is known', async () => {
    const { serviceQuotas } = clientsOf((await start()).url);
    const applied = await serviceQuotas.send(new ListServiceQuotasCommand({ ServiceCode: 'bedrock' }));
    const defaults = await serviceQuotas.send(new ListAWSDefaultServiceQuotasCommand({ ServiceCode: 'bedrock' }));
    expect(applied.Quotas?.map((quota) => quota.Value)).toEqual([10_000, 3, 30_000]);
    expect(defaults.Quotas?.map((quota) => quota.Value)).toEqual([5_000_000, 10_000]);
    expect(applied.Quotas?.[0]?.QuotaArn).toBe('arn:aws:servicequotas:us-east-1:111122223333:bedrock/L-F4DDD3EB');
  });

  it.each([
    ['L-F4DDD3EB', 5_000_000, 'greater than the default quota value of 5000000'],
    ['L-E3F10727', 1e12, 'not adjustable'],
    ['L-00000000', 1, 'does not exist'],
  ])('refuses to raise %s to %d', async (QuotaCode, DesiredValue, words) => {
    const { serviceQuotas } = clientsOf((await start()).url);
    const request = new RequestServiceQuotaIncreaseCommand({ ServiceCode: 'bedrock', QuotaCode, DesiredValue });
    await expect(serviceQuotas.send(request)).rejects.toThrow(words);
  });

  it('takes a request above the default, once', async () => {
    const { serviceQuotas } = clientsOf((await start()).url);
    const send = () =>
      serviceQuotas.send(
        new RequestServiceQuotaIncreaseCommand({
          ServiceCode: 'bedrock',
          QuotaCode: 'L-F4DDD3EB',
          DesiredValue: 5_000_001,
        }),
      );
    expect((await send()).RequestedQuota?.Status).toBe('CASE_OPENED');
    await expect(send()).rejects.toThrow('one open');
  });

  it('knows no other service', async () => {
    const { serviceQuotas } = clientsOf((await start()).url);
    await expect(serviceQuotas.send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' }))).rejects.toThrow(
      'service does not exist',
    );
  });
});

const query = (Id: string, MetricName: string, dimensions: Record<string, string> = { ModelId: MODEL }) => ({
  Id,
  MetricStat: {
    Metric: {
      Namespace: 'AWS/Bedrock',
      MetricName,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    },
    Period: 60,
    Stat: 'Sum',
  },
});

describe('CloudWatch', () => {
  const range = { StartTime: new Date('2026-10-14T11:00:00Z'), EndTime: new Date('2026-10-14T13:00:00Z') };

  it('counts a call at both dimension sets, with the burndown rate in the native estimate', async () => {
    const { url, traffic, clock } = await start();
    expect(traffic.call(call(0))).toBeNull();
    clock.set(new Date('2026-10-14T12:03:00Z'));
    const { cloudWatch } = clientsOf(url);
    const tier = { ModelId: MODEL, ServiceTier: 'default', ResolvedServiceTier: 'default' };
    const reply = await cloudWatch.send(
      new GetMetricDataCommand({
        ...range,
        MetricDataQueries: [
          query('a', 'EstimatedTPMQuotaUsage'),
          query('b', 'Invocations', tier),
          query('c', 'InvocationThrottles'),
        ],
      }),
    );
    expect(reply.MetricDataResults?.map((result) => result.Values)).toEqual([[150], [1], []]);
    expect(reply.MetricDataResults?.[0]?.Timestamps).toEqual([NOON]);
    const listed = await cloudWatch.send(
      new ListMetricsCommand({
        Namespace: 'AWS/Bedrock',
        MetricName: 'Invocations',
        Dimensions: [{ Name: 'ModelId' }],
      }),
    );
    expect(listed.Metrics?.map((metric) => metric.Dimensions?.length).sort()).toEqual([1, 3]);
  });

  it('shows a minute one to two minutes after it ended, not before', async () => {
    const { url, traffic, clock } = await start();
    traffic.call(call(0));
    const { cloudWatch } = clientsOf(url);
    const count = async (time: string) => {
      clock.set(new Date(time));
      const reply = await cloudWatch.send(
        new GetMetricDataCommand({ ...range, MetricDataQueries: [query('a', 'Invocations')] }),
      );
      return reply.MetricDataResults?.[0]?.Values?.length;
    };
    expect(await count('2026-10-14T12:01:59Z')).toBe(0);
    expect(await count('2026-10-14T12:03:00Z')).toBe(1);
  });

  it('goes by ScanBy, newest first when none is given', async () => {
    const { url, record, clock } = await start();
    clock.set(new Date('2026-10-14T12:30:00Z'));
    for (const minute of [1, 2, 3])
      record(
        { namespace: 'AWS/Bedrock', name: 'Invocations', dimensions: { ModelId: MODEL } },
        { minute: NOON_MINUTE + minute, sum: minute },
      );
    const { cloudWatch } = clientsOf(url);
    const values = async (ScanBy?: 'TimestampAscending' | 'TimestampDescending') =>
      (
        await cloudWatch.send(
          new GetMetricDataCommand({
            ...range,
            MetricDataQueries: [query('a', 'Invocations')],
            ...(ScanBy ? { ScanBy } : {}),
          }),
        )
      ).MetricDataResults?.[0]?.Values;
    expect(await values('TimestampAscending')).toEqual([1, 2, 3]);
    expect(await values()).toEqual([3, 2, 1]);
  });

  it('pages points over queries, and says which are partial', async () => {
    const { url, record, clock } = await start({ pageSizes: { points: 2 } });
    clock.set(new Date('2026-10-14T12:30:00Z'));
    for (const minute of [1, 2, 3])
      record(
        { namespace: 'AWS/Bedrock', name: 'Invocations', dimensions: { ModelId: MODEL } },
        { minute: NOON_MINUTE + minute, sum: minute },
      );
    const { cloudWatch } = clientsOf(url);
    const request = { ...range, MetricDataQueries: [query('a', 'Invocations')], ScanBy: 'TimestampAscending' as const };
    const first = await cloudWatch.send(new GetMetricDataCommand(request));
    expect(first.MetricDataResults?.[0]).toMatchObject({ Values: [1, 2], StatusCode: 'PartialData' });
    const second = await cloudWatch.send(new GetMetricDataCommand({ ...request, NextToken: first.NextToken }));
    expect(second.MetricDataResults?.[0]).toMatchObject({ Values: [3], StatusCode: 'Complete' });
    expect(second.NextToken).toBeUndefined();
  });

  it('refuses metric math and more than 500 queries', async () => {
    const { cloudWatch } = clientsOf((await start()).url);
    const send = (MetricDataQueries: object[]) =>
      cloudWatch.send(new GetMetricDataCommand({ ...range, MetricDataQueries: MetricDataQueries as never }));
    await expect(send([{ Id: 'a', Expression: '1+1' }])).rejects.toThrow('no metric math');
    await expect(send(Array.from({ length: 501 }, (_, i) => query(`m${i}`, 'Invocations')))).rejects.toThrow(
      'size of 1 to 500',
    );
  });

  it('lists recently active series alone when asked, and none older than two weeks', async () => {
    const { url, record, clock } = await start({ pageSizes: { metrics: 1 } });
    const put = (ModelId: string, minutesAgo: number) =>
      record(
        { namespace: 'AWS/Bedrock', name: 'Invocations', dimensions: { ModelId } },
        { minute: NOON_MINUTE - minutesAgo, sum: 1 },
      );
    put('now', 5);
    put('morning', 300);
    put('old', 15 * 1440);
    clock.set(NOON);
    const { cloudWatch } = clientsOf(url);
    const list = async (recent: boolean) => {
      const ids: (string | undefined)[] = [];
      let token: string | undefined;
      do {
        const page = await cloudWatch.send(
          new ListMetricsCommand({
            Namespace: 'AWS/Bedrock',
            NextToken: token,
            ...(recent ? { RecentlyActive: 'PT3H' as const } : {}),
          }),
        );
        ids.push(...(page.Metrics ?? []).map((metric) => metric.Dimensions?.[0]?.Value));
        token = page.NextToken;
      } while (token);
      return ids;
    };
    expect(await list(true)).toEqual(['now']);
    expect(await list(false)).toEqual(['now', 'morning']);
  });

  it('takes own metrics, compressed bodies included, and gives them back as statistics', async () => {
    const { url } = await start();
    const { cloudWatch } = clientsOf(url);
    const data = Array.from({ length: 300 }, (_, i) => ({
      MetricName: `Metric${i}`,
      Value: i,
      Timestamp: NOON,
      Dimensions: [{ Name: 'Watchdog', Value: 'local' }],
    }));
    await cloudWatch.send(new PutMetricDataCommand({ Namespace: 'Own', MetricData: data }));
    const reply = await cloudWatch.send(
      new GetMetricStatisticsCommand({
        ...range,
        Namespace: 'Own',
        MetricName: 'Metric7',
        Period: 300,
        Statistics: ['Maximum'],
        Dimensions: [{ Name: 'Watchdog', Value: 'local' }],
      }),
    );
    expect(reply.Datapoints).toEqual([{ Timestamp: NOON, Maximum: 7, Unit: 'None' }]);
  });
});

describe('admission', () => {
  it('refuses the request after the last of the minute, and takes it in the next', async () => {
    const { traffic } = await start();
    expect([0, 1, 2, 3].map((second) => traffic.call(call(second)))).toEqual([null, null, null, 'requestsPerMinute']);
    expect(traffic.call(call(60))).toBeNull();
  });

  it('reserves input + max_tokens at the start and gives the rest back at the end', async () => {
    const { traffic } = await start();
    const large = { maxTokens: 6_000, seconds: 10 };
    expect(traffic.call(call(0, large))).toBeNull();
    expect(traffic.call(call(5, large))).toBe('tokensPerMinute');
    expect(traffic.call(call(11, large))).toBeNull();
  });

  it('reserves the maximum of the model when max_tokens is not set', async () => {
    const { traffic } = await start();
    expect(traffic.call({ modelId: MODEL, at: NOON.getTime(), input: 1, output: 1 })).toBe('tokensPerDay');
  });

  it('refuses by the day when the pool is spent, until midnight UTC', async () => {
    const { traffic } = await start();
    for (let minute = 0; minute < 3; minute++)
      expect(traffic.call(call(minute * 60, { output: 1900, maxTokens: 1900 }))).toBeNull();
    expect(traffic.call(call(200, { maxTokens: 2_000 }))).toBe('tokensPerDay');
    expect(traffic.call(call(12 * 3600, { maxTokens: 2_000 }))).toBeNull();
  });

  it('answers a zero quota with the daily text, over HTTP as 429', async () => {
    const { url, quotas, calls } = await start();
    quotas.set('L-4A6BFAB1', 0);
    const { runtime } = clientsOf(url);
    const converse = () =>
      runtime.send(
        new ConverseCommand({
          modelId: MODEL,
          messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
          inferenceConfig: { maxTokens: 10 },
        }),
      );
    await expect(converse()).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Too many tokens per day, please wait before trying again.',
      $metadata: { httpStatusCode: 429 },
    });
    quotas.set('L-4A6BFAB1', 3);
    expect((await converse()).usage).toEqual({ inputTokens: 2, outputTokens: 10, totalTokens: 12 });
    expect(calls.get('bedrock-runtime:Converse')).toBe(2);
  });
});

describe('Bedrock lists', () => {
  it('gives system profiles unless asked for application profiles, in pages', async () => {
    const { url, addApplicationProfile } = await start({ pageSizes: { profiles: 10 } });
    addApplicationProfile({ id: 's529qz7ddy06', name: 'checkout', source: MODEL });
    const { bedrock } = clientsOf(url);
    const system = await bedrock.send(new ListInferenceProfilesCommand({}));
    expect(system.inferenceProfileSummaries).toHaveLength(10);
    expect(system.nextToken).toBeDefined();
    const application = await bedrock.send(new ListInferenceProfilesCommand({ typeEquals: 'APPLICATION' }));
    expect(application.inferenceProfileSummaries).toMatchObject([
      { inferenceProfileId: 's529qz7ddy06', type: 'APPLICATION', models: { length: 3 } },
    ]);
    const models = await bedrock.send(new ListFoundationModelsCommand({}));
    expect(models.modelSummaries?.map((model) => model.modelId)).toContain('anthropic.claude-opus-4-8');
  });
});

describe('SNS, STS and DynamoDB', () => {
  it('takes what SNS takes and records it by protocol', async () => {
    const { url, createTopic, messages } = await start();
    const TopicArn = await createTopic('alerts');
    const { sns, sts } = clientsOf(url);
    await sns.send(
      new PublishCommand({
        TopicArn,
        Subject: 'CRITICAL',
        MessageStructure: 'json',
        Message: JSON.stringify({ default: 'text', sqs: '{}' }),
        MessageAttributes: { kinds: { DataType: 'String.Array', StringValue: '["throttled"]' } },
      }),
    );
    expect(messages).toEqual([
      {
        at: '2026-10-14T12:00:00Z',
        topicArn: TopicArn,
        subject: 'CRITICAL',
        message: { default: 'text', sqs: '{}' },
        attributes: { kinds: ['throttled'] },
      },
    ]);
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
  });

  it.each([
    [{ Subject: 'x'.repeat(101) }, 'Subject'],
    [{ Subject: 'two\nlines' }, 'Subject'],
    [{ MessageStructure: 'json', Message: '{"sqs":"x"}' }, 'No default entry'],
    [{ Message: 'x'.repeat(256 * 1024 + 1) }, 'too long'],
    [{ TopicArn: 'arn:aws:sns:us-east-1:111122223333:none' }, 'does not exist'],
    [{ MessageAttributes: { models: { DataType: 'String', StringValue: '' } } }, 'non-empty'],
  ])('refuses what SNS refuses: %#', async (change, words) => {
    const { url, createTopic, messages } = await start();
    const { sns } = clientsOf(url);
    const publish = new PublishCommand({ TopicArn: await createTopic('alerts'), Message: 'text', ...change });
    await expect(sns.send(publish)).rejects.toThrow(words);
    expect(messages).toEqual([]);
  });

  it('writes an item under a condition once', async () => {
    const { url, createTable } = await start();
    await createTable('table');
    const { dynamoDb } = clientsOf(url);
    const put = () =>
      dynamoDb.send(
        new PutItemCommand({
          TableName: 'table',
          Item: { pk: { S: 'a' }, sk: { S: 'b' } },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    await put();
    await expect(put()).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(
      (await dynamoDb.send(new GetItemCommand({ TableName: 'table', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }))).Item,
    ).toBeDefined();
  });
});

describe('faults', () => {
  const list = new ListServiceQuotasCommand({ ServiceCode: 'bedrock' });

  it.each([
    ['throttle', { name: 'ThrottlingException' }],
    ['accessDenied', { name: 'AccessDeniedException' }],
    ['serverError', { $metadata: { httpStatusCode: 500 } }],
    ['cutBody', {}],
    ['junk', {}],
    ['hang', { name: 'TimeoutError' }],
  ] as const)('%s reaches the SDK as such', async (kind, expected) => {
    const { url, faults } = await start();
    faults.add({ service: 'servicequotas', kind });
    const { serviceQuotas } = clientsOf(url, { requestTimeout: 100 });
    await expect(serviceQuotas.send(list)).rejects.toMatchObject(expected);
  });

  it('hits as often as it is told, after as many as it lets pass, and only what it names', async () => {
    const { url, faults, calls } = await start();
    faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'throttle', skip: 1, times: 2 });
    const { serviceQuotas, bedrock } = clientsOf(url, { maxAttempts: 3 });
    await serviceQuotas.send(list);
    await bedrock.send(new ListFoundationModelsCommand({}));
    expect((await serviceQuotas.send(list)).Quotas).toHaveLength(3);
    expect(calls.get('servicequotas:ListServiceQuotas')).toBe(4);
  });

  it('gives an empty page with a token', async () => {
    const { url, faults } = await start();
    faults.add({ kind: 'emptyPageWithToken', times: 1 });
    const reply = await clientsOf(url).serviceQuotas.send(list);
    expect(reply).toMatchObject({ NextToken: 'page-0' });
    expect(reply.Quotas ?? []).toEqual([]);
  });
});
