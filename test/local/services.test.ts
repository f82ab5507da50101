import { ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import {
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ListAWSDefaultServiceQuotasCommand,
  ListRequestedServiceQuotaChangeHistoryCommand,
  ListServiceQuotasCommand,
  RequestServiceQuotaIncreaseCommand,
} from '@aws-sdk/client-service-quotas';
import { ListTopicsCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { type LocalAccount, type LocalAccountOptions, startLocalAccount } from '../../local/local-account';
import type { QuotaTableRow } from '../../local/quota-table';
import { clientsOf } from './clients';

const NOON = new Date('2026-10-14T12:00:00Z');
const NOON_MINUTE = NOON.getTime() / 60_000;
const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

const toRow = (index: number): QuotaTableRow => ({
  quotaCode: `L-${index.toString(16).toUpperCase().padStart(8, '0')}`,
  quotaName: `Quota ${index}`,
  appliedValue: 10,
  defaultValue: index === 0 ? null : 100,
  adjustable: true,
});
const ROWS = Array.from({ length: 25 }, (_, index) => toRow(index));

let account: LocalAccount | undefined;

async function start(options: Partial<LocalAccountOptions> = {}): Promise<LocalAccount> {
  account = await startLocalAccount({ now: NOON, quotas: ROWS, ...options });
  return account;
}

afterEach(async () => {
  await account?.close();
  account = undefined;
});

describe('startLocalAccount', () => {
  const row = toRow(1);

  it.each<[Partial<LocalAccountOptions>, string]>([
    [{ accountId: '42' }, 'accountId must be twelve digits, not "42"'],
    [{ region: 'virginia' }, 'region must be like us-east-1'],
    [{ port: 70_000 }, 'port must be from 0 to 65535'],
    [{ pageSizes: { quotas: 0 } }, 'pageSizes.quotas must be 1 or more, not 0'],
    [{ quotas: [row, row] }, 'twice'],
    [{ quotas: [{ ...row, appliedValue: Number.NaN }] }, 'must be 0 or more'],
    [{ now: new Date(Number.NaN) }, 'a valid time'],
  ])('refuses %j', async (options, words) => {
    await expect(start(options)).rejects.toThrow(words);
  });

  it('takes the account id and the Region it is given', async () => {
    const { url, createTopic } = await start({ accountId: '000000000000', region: 'eu-west-1' });
    expect(await createTopic('alerts')).toBe('arn:aws:sns:eu-west-1:000000000000:alerts');
    expect((await clientsOf(url).sts.send(new GetCallerIdentityCommand({}))).Account).toBe('000000000000');
  });
});

describe('Service Quotas', () => {
  const bedrock = { ServiceCode: 'bedrock' };
  const raise = (index: number, DesiredValue = 101, more = {}) =>
    new RequestServiceQuotaIncreaseCommand({ ...bedrock, QuotaCode: toRow(index).quotaCode, DesiredValue, ...more });

  it.each([1, 3])('gives every row once with pages of %d', async (MaxResults) => {
    const { url, calls } = await start();
    const { serviceQuotas } = clientsOf(url);
    const codes: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await serviceQuotas.send(new ListServiceQuotasCommand({ ...bedrock, MaxResults, NextToken }));
      codes.push(...(page.Quotas ?? []).map((quota) => quota.QuotaCode));
      NextToken = page.NextToken;
    } while (NextToken);
    expect(codes).toEqual(ROWS.map((row) => row.quotaCode));
    expect(calls.get('servicequotas:ListServiceQuotas')).toBe(Math.ceil(25 / MaxResults));
  });

  it('refuses pages of more than 100 and tokens of others', async () => {
    const { serviceQuotas } = clientsOf((await start()).url);
    const list = (input: object) => serviceQuotas.send(new ListServiceQuotasCommand({ ...bedrock, ...input }));
    await expect(list({ MaxResults: 101 })).rejects.toThrow('from 1 to 100');
    await expect(list({ NextToken: 'mine' })).rejects.toMatchObject({ name: 'InvalidPaginationTokenException' });
  });

  it('gets the applied value and the default, and no default that is not known', async () => {
    const { serviceQuotas } = clientsOf((await start()).url);
    const get = (index: number) => ({ ...bedrock, QuotaCode: toRow(index).quotaCode });
    expect((await serviceQuotas.send(new GetServiceQuotaCommand(get(1)))).Quota?.Value).toBe(10);
    const { Quotas } = await serviceQuotas.send(new ListAWSDefaultServiceQuotasCommand(bedrock));
    expect(Quotas?.map((quota) => quota.QuotaCode)).toEqual(ROWS.slice(1).map((row) => row.quotaCode));
    expect((await serviceQuotas.send(new GetAWSDefaultServiceQuotaCommand(get(1)))).Quota?.Value).toBe(100);
    await expect(serviceQuotas.send(new GetAWSDefaultServiceQuotaCommand(get(0)))).rejects.toMatchObject({
      name: 'NoSuchResourceException',
    });
  });

  it('keeps a request open until the applied value reaches it, and then takes another', async () => {
    const { url, quotas } = await start();
    const { serviceQuotas } = clientsOf(url);
    await serviceQuotas.send(raise(1, 200));
    const statuses = async (Status?: 'CASE_OPENED') => {
      const reply = await serviceQuotas.send(
        new ListRequestedServiceQuotaChangeHistoryCommand({ ...bedrock, ...(Status ? { Status } : {}) }),
      );
      return reply.RequestedQuotas?.map((one) => [one.QuotaCode, one.Status, one.Created]);
    };
    expect(await statuses()).toEqual([[toRow(1).quotaCode, 'CASE_OPENED', NOON]]);
    quotas.set(toRow(1).quotaCode, 200);
    expect(await statuses()).toEqual([[toRow(1).quotaCode, 'CASE_CLOSED', NOON]]);
    expect(await statuses('CASE_OPENED')).toEqual([]);
    await expect(serviceQuotas.send(raise(1, 150))).rejects.toThrow('greater than the current quota value of 200.0');
    expect((await serviceQuotas.send(raise(1, 300))).RequestedQuota?.Status).toBe('CASE_OPENED');
  });

  it('opens no case where none is allowed', async () => {
    const { serviceQuotas } = clientsOf((await start()).url);
    const reply = await serviceQuotas.send(raise(1, 101, { SupportCaseAllowed: false }));
    expect(reply.RequestedQuota?.Status).toBe('NOT_APPROVED');
  });

  it('takes 20 open requests of the account and not one more', async () => {
    const { serviceQuotas } = clientsOf((await start()).url);
    for (let index = 1; index <= 20; index++) await serviceQuotas.send(raise(index));
    await expect(serviceQuotas.send(raise(21))).rejects.toMatchObject({ name: 'QuotaExceededException' });
  });
});

describe('CloudWatch', () => {
  const range = { StartTime: new Date('2026-10-14T11:00:00Z'), EndTime: new Date('2026-10-14T13:00:00Z') };
  const query = (Id: string, Stat = 'Sum', Period = 60) => ({
    Id,
    MetricStat: { Metric: { Namespace: 'Own', MetricName: 'Metric' }, Period, Stat },
  });

  async function startWithPoints() {
    const started = await start();
    const { cloudWatch } = clientsOf(started.url);
    await cloudWatch.send(
      new PutMetricDataCommand({
        Namespace: 'Own',
        MetricData: [
          { MetricName: 'Metric', Timestamp: NOON, Values: [1, 5], Counts: [2, 1] },
          { MetricName: 'Metric', Timestamp: new Date(NOON.getTime() + 60_000), Value: 9 },
          {
            MetricName: 'Metric',
            Timestamp: new Date(NOON.getTime() + 300_000),
            StatisticValues: { Sum: 40, SampleCount: 4, Minimum: 3, Maximum: 20 },
          },
        ],
      }),
    );
    return { ...started, cloudWatch };
  }

  it('computes each statistic by period', async () => {
    const { cloudWatch, calls } = await startWithPoints();
    const stats = ['Sum', 'SampleCount', 'Average', 'Minimum', 'Maximum'];
    const reply = await cloudWatch.send(
      new GetMetricDataCommand({
        ...range,
        ScanBy: 'TimestampAscending',
        MetricDataQueries: stats.map((stat) => query(stat.toLowerCase(), stat, 300)),
      }),
    );
    expect(reply.MetricDataResults?.map((result) => result.Values)).toEqual([
      [16, 40],
      [4, 4],
      [4, 10],
      [1, 3],
      [9, 20],
    ]);
    expect(calls.get('cloudwatch:MetricsRequested')).toBe(5);
  });

  it('leaves the end of the range out', async () => {
    const { cloudWatch } = await startWithPoints();
    const reply = await cloudWatch.send(
      new GetMetricDataCommand({
        StartTime: NOON,
        EndTime: new Date(NOON.getTime() + 60_000),
        MetricDataQueries: [query('a')],
      }),
    );
    expect(reply.MetricDataResults?.[0]?.Values).toEqual([7]);
  });

  it.each([
    [{ MetricDataQueries: [query('a'), query('a')] }, 'duplicate'],
    [{ MetricDataQueries: [query('A')] }, 'lower case'],
    [{ MetricDataQueries: [query('a', 'p90')] }, 'no statistic p90'],
    [{ MetricDataQueries: [query('a', 'Sum', 90)] }, 'multiple of 60'],
    [{ MetricDataQueries: [query('a')], EndTime: range.StartTime }, 'StartTime must be less'],
    [{ MetricDataQueries: [query('a')], NextToken: 'mine' }, 'not one of ours'],
  ])('refuses a wrong GetMetricData: %#', async (change, words) => {
    const { cloudWatch } = clientsOf((await start()).url);
    await expect(cloudWatch.send(new GetMetricDataCommand({ ...range, ...change }))).rejects.toThrow(words);
  });

  it('gives several statistics of a datapoint, not in the order of time, and at most 1,440', async () => {
    const { cloudWatch } = await startWithPoints();
    const get = (EndTime: Date) =>
      cloudWatch.send(
        new GetMetricStatisticsCommand({
          StartTime: range.StartTime,
          EndTime,
          Namespace: 'Own',
          MetricName: 'Metric',
          Period: 60,
          Statistics: ['Sum', 'Maximum'],
        }),
      );
    const { Datapoints } = await get(range.EndTime);
    expect(Datapoints?.map(({ Sum, Maximum }) => [Sum, Maximum])).toEqual([
      [40, 20],
      [9, 9],
      [7, 5],
    ]);
    const day = range.StartTime.getTime() + 1_440 * 60_000;
    await expect(get(new Date(day))).resolves.toBeDefined();
    await expect(get(new Date(day + 60_000))).rejects.toThrow('1,440');
  });

  it.each([
    [{ Namespace: 'AWS/Bedrock' }, 'Namespace is invalid'],
    [{ MetricData: [{ MetricName: 'Metric', Value: 1, Timestamp: new Date('2026-09-30T11:00:00Z') }] }, 'two weeks'],
    [{ MetricData: [{ MetricName: 'Metric', Value: 1, Timestamp: new Date('2026-10-14T15:00:00Z') }] }, 'two hours'],
    [{ MetricData: [{ MetricName: 'Metric', Values: Array(151).fill(1) }] }, '1 to 150 values'],
    [{ MetricData: [{ MetricName: 'Metric', Values: [1, 2], Counts: [1] }] }, 'as many counts'],
    [{ MetricData: Array(1_001).fill({ MetricName: 'Metric', Value: 1 }) }, 'greater than 1000'],
  ])('refuses a wrong PutMetricData: %#', async (change, words) => {
    const { cloudWatch } = clientsOf((await start()).url);
    const put = { Namespace: 'Own', MetricData: [{ MetricName: 'Metric', Value: 1 }], ...change };
    await expect(cloudWatch.send(new PutMetricDataCommand(put))).rejects.toThrow(words);
  });

  it('lists by name, by a dimension and by its value', async () => {
    const { url, record } = await start();
    const { cloudWatch } = clientsOf(url);
    for (const dimensions of [{ ModelId: 'a' }, { ModelId: 'b' }, { Project: 'a' }]) {
      record({ namespace: 'Own', name: 'Metric', dimensions }, { minute: NOON_MINUTE - 1, sum: 1 });
    }
    const list = async (input: object) => {
      const { Metrics } = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Own', ...input }));
      return Metrics?.map((metric) => `${metric.Dimensions?.[0]?.Name}=${metric.Dimensions?.[0]?.Value}`);
    };
    expect(await list({ Dimensions: [{ Name: 'ModelId' }] })).toEqual(['ModelId=a', 'ModelId=b']);
    expect(await list({ Dimensions: [{ Name: 'ModelId', Value: 'b' }] })).toEqual(['ModelId=b']);
    expect(await list({ MetricName: 'Other' })).toEqual([]);
    expect(await list({ Namespace: 'Others' })).toEqual([]);
  });

  it('shows late points late, some minutes in part first', async () => {
    const visibility = (_: string, minute: number, second: number) => (minute + (second < 30 ? 2 : 17)) * 60_000;
    const { url, traffic, clock } = await start({ visibility });
    for (const second of [1, 2, 40]) {
      traffic.call({ modelId: `us.${SONNET}`, at: NOON.getTime() + second * 1000, input: 5, output: 1, seconds: 0 });
    }
    const { cloudWatch } = clientsOf(url);
    const inputAt = async (minutes: number) => {
      clock.set(new Date(NOON.getTime() + minutes * 60_000));
      const Metric = {
        Namespace: 'AWS/Bedrock',
        MetricName: 'InputTokenCount',
        Dimensions: [{ Name: 'ModelId', Value: `us.${SONNET}` }],
      };
      const reply = await cloudWatch.send(
        new GetMetricDataCommand({
          ...range,
          MetricDataQueries: [{ Id: 'a', MetricStat: { Metric, Period: 60, Stat: 'Sum' } }],
        }),
      );
      return reply.MetricDataResults?.[0]?.Values;
    };
    expect([await inputAt(1), await inputAt(2), await inputAt(16), await inputAt(17)]).toEqual([[], [10], [10], [15]]);
  });
});

describe('Bedrock', () => {
  it('answers Converse with an id that on-demand does not reach as Bedrock does, and counts nothing', async () => {
    const { url, read } = await start();
    const converse = new ConverseCommand({ modelId: SONNET, messages: [] });
    await expect(clientsOf(url).runtime.send(converse)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("with on-demand throughput isn't supported"),
    });
    const identity = { namespace: 'AWS/Bedrock', name: 'InvocationThrottles', dimensions: { ModelId: SONNET } };
    expect(read(identity, NOON_MINUTE)).toBeNull();
  });

  it('has a global profile with one ARN without a Region', async () => {
    const { bedrock } = clientsOf((await start()).url);
    const { inferenceProfileSummaries } = await bedrock.send(new ListInferenceProfilesCommand({}));
    const arnsOf = (id: string) =>
      inferenceProfileSummaries?.find((one) => one.inferenceProfileId === id)?.models?.map((model) => model.modelArn);
    expect(arnsOf(`global.${SONNET}`)).toEqual([
      `arn:aws:bedrock:::foundation-model/${SONNET}`,
      `arn:aws:bedrock:us-east-1::foundation-model/${SONNET}`,
    ]);
    expect(arnsOf(`us.${SONNET}`)).toHaveLength(3);
    expect(arnsOf('us.amazon.titan-embed-text-v2:0')).toBeUndefined();
  });
});

describe('SNS', () => {
  it('subscribes to topics there are', async () => {
    const { url, createTopic } = await start();
    const { sns } = clientsOf(url);
    const TopicArn = await createTopic('alerts');
    const subscribe = (arn: string) =>
      sns.send(new SubscribeCommand({ TopicArn: arn, Protocol: 'email', Endpoint: 'ops@example.com' }));
    expect((await subscribe(TopicArn)).SubscriptionArn).toBe('pending confirmation');
    await expect(subscribe(`${TopicArn}x`)).rejects.toMatchObject({ name: 'NotFoundException' });
    expect((await sns.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
  });

  it.each([
    [{ DataType: 'String.Array', StringValue: 'throttled' }, 'no JSON'],
    [{ DataType: 'String.Array', StringValue: '"throttled"' }, 'no list'],
    [{ DataType: 'Number', StringValue: 'many' }, 'no number'],
    [{ DataType: 'Text', StringValue: 'x' }, 'not known'],
  ])('refuses a wrong attribute: %#', async (kinds, words) => {
    const { url, createTopic } = await start();
    const publish = new PublishCommand({
      TopicArn: await createTopic('alerts'),
      Message: 'text',
      MessageAttributes: { kinds },
    });
    await expect(clientsOf(url).sns.send(publish)).rejects.toThrow(words);
  });
});

describe('faults by protocol', () => {
  it('lets as many calls pass as it is told, one by one', async () => {
    const { url, faults } = await start();
    faults.add({ operation: 'GetCallerIdentity', kind: 'accessDenied', skip: 2, times: 1 });
    const { sts } = clientsOf(url);
    const outcomes: string[] = [];
    for (let index = 0; index < 4; index++) {
      await sts.send(new GetCallerIdentityCommand({})).then(
        () => outcomes.push('ok'),
        () => outcomes.push('refused'),
      );
    }
    expect(outcomes).toEqual(['ok', 'ok', 'refused', 'ok']);
  });

  it.each([
    ['sns', 'throttle', 'ThrottledException'],
    ['sns', 'accessDenied', 'AuthorizationErrorException'],
    ['sts', 'throttle', 'Throttling'],
    ['sts', 'accessDenied', 'AccessDenied'],
    ['bedrock', 'throttle', 'ThrottlingException'],
    ['bedrock', 'accessDenied', 'AccessDeniedException'],
    ['dynamodb', 'throttle', 'ThrottlingException'],
    ['dynamodb', 'serverError', 'InternalServerError'],
    ['cloudwatch', 'throttle', 'ThrottlingException'],
    ['cloudwatch', 'accessDenied', 'AccessDeniedException'],
  ] as const)('%s, %s: the SDK sees %s', async (service, kind, name) => {
    const { url, faults } = await start();
    const clients = clientsOf(url);
    const fault = { service, kind };
    faults.add(fault);
    const requests = {
      sns: () => clients.sns.send(new ListTopicsCommand({})),
      sts: () => clients.sts.send(new GetCallerIdentityCommand({})),
      bedrock: () => clients.bedrock.send(new ListInferenceProfilesCommand({})),
      dynamodb: () => clients.dynamoDb.send(new ListTablesCommand({})),
      cloudwatch: () => clients.cloudWatch.send(new PutMetricDataCommand({ Namespace: 'Own', MetricData: [] })),
    };
    await expect(requests[service]()).rejects.toMatchObject({ name });
    faults.remove(fault);
    await expect(requests[service]()).resolves.toBeDefined();
  });
});
