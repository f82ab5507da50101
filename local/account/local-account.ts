import { createQuotaBook, type QuotaBook } from '../quotas/book';
import { readQuotaTable } from '../quotas/table';
import { type ApplicationProfile, answerBedrock } from '../services/bedrock';
import { answerConverse } from '../services/bedrock-runtime';
import { createCloudWatch } from '../services/cloudwatch';
import { createEvents, type PutEvent } from '../services/events';
import { createServiceQuotas } from '../services/service-quotas';
import { createSns, createSts, type PublishedMessage } from '../services/sns';
import { createSsm, type Parameter } from '../services/ssm';
import { rateOf } from '../traffic/burndown-table';
import { createClock, type SimulatedClock } from '../traffic/clock';
import { createLatenessBoard, type LatenessBoard } from '../traffic/lateness';
import { type MetricIdentity, MetricsStore, type MinuteValues } from '../traffic/metrics-store';
import { Traffic } from '../traffic/traffic';
import { createVisibility } from '../traffic/visibility';
import { startDynamoDb } from '../wire/dynamodb';
import { createFaultBoard, type FaultBoard } from '../wire/faults';
import { startServer } from '../wire/http-server';
import { checkOptions, type LocalAccountOptions } from './account-options';
import { createPoolFinder } from './find-pool';

/** An AWS account on loopback. */
export interface LocalAccount {
  readonly accountId: string;
  readonly region: string;
  /** For AWS_ENDPOINT_URL. */
  readonly url: string;
  /** Environment variables with which the SDK talks to this account and to no other. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: SimulatedClock;
  readonly faults: FaultBoard;
  /** Times whose points its CloudWatch shows late. */
  readonly lateness: LatenessBoard;
  /**
   * Requests per action (`cloudwatch:GetMetricData`), and what AWS bills besides: `cloudwatch:MetricsRequested`,
   * `dynamodb:ReadUnits`, `dynamodb:WriteUnits`.
   */
  readonly calls: Map<string, number>;
  /** What was published, oldest first. */
  readonly messages: readonly PublishedMessage[];
  /** What was put on event buses, oldest first. */
  readonly events: readonly PutEvent[];
  /** Parameters of Parameter Store by name; tests put them in and take them out. */
  readonly parameters: Map<string, Parameter>;
  readonly quotas: QuotaBook;
  readonly traffic: Traffic;
  addApplicationProfile(profile: ApplicationProfile): void;
  /** Puts values into CloudWatch directly. */
  record(identity: MetricIdentity, values: MinuteValues): void;
  /** The sum of a metric's minute; `null` when it has none. */
  read(identity: MetricIdentity, minute: number): number | null;
  /** Makes a table with the string keys `pk` and `sk`. */
  createTable(name: string): Promise<void>;
  /** Makes a topic and gives its ARN. */
  createTopic(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts an account. Close it, or the process stays alive. @throws RangeError for options that cannot be. */
export async function startLocalAccount(options: LocalAccountOptions): Promise<LocalAccount> {
  checkOptions(options);
  const {
    accountId = '111122223333',
    region = 'us-east-1',
    pageSizes = {},
    visibility = createVisibility(options.seed === undefined ? {} : { seed: options.seed }),
  } = options;
  const clock = createClock(options.now);
  const faults = createFaultBoard();
  const lateness = createLatenessBoard();
  const calls = new Map<string, number>();
  const count = (name: string, amount = 1) => calls.set(name, (calls.get(name) ?? 0) + amount);
  const book = createQuotaBook(options.quotas ?? readQuotaTable());
  const store = new MetricsStore();
  const applicationProfiles: ApplicationProfile[] = [];
  const findPool = createPoolFinder(book, applicationProfiles);
  const traffic = new Traffic({ book, store, visibility, findPool, rateOf });
  const messages: PublishedMessage[] = [];
  const events: PutEvent[] = [];
  const parameters = new Map<string, Parameter>();
  const dynamoDb = await startDynamoDb(count);
  const sns = createSns({ region, accountId, now: clock.now, messages });
  const bedrock = { region, accountId, applicationProfiles, pageSize: pageSizes.profiles ?? 1000 };
  const server = await startServer(
    {
      serviceQuotas: createServiceQuotas({
        region,
        accountId,
        book,
        now: clock.now,
        pageSize: pageSizes.quotas ?? 100,
      }),
      cloudWatch: createCloudWatch({
        store,
        now: () => clock.now().getTime(),
        heldUntil: lateness.heldUntil,
        listPageSize: pageSizes.metrics ?? 500,
        dataPageSize: pageSizes.points ?? 100_800,
        onMetricsRequested: (metrics) => count('cloudwatch:MetricsRequested', metrics),
      }),
      events: createEvents({ now: clock.now, events, faults }),
      ssm: createSsm(parameters),
      query: { sns, sts: createSts(accountId) },
      dynamoDb,
      rest: (method, url, body) => {
        const listed = method === 'GET' ? answerBedrock(bedrock, url) : null;
        if (listed) return { service: 'bedrock', ...listed };
        const conversed = method === 'POST' ? answerConverse(traffic, clock, url, body) : null;
        return conversed && { service: 'bedrock-runtime', ...conversed };
      },
    },
    faults,
    (service, operation) => count(`${service}:${operation}`),
    options.port ?? 0,
  );
  return {
    accountId,
    region,
    url: server.url,
    environment: {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    clock,
    faults,
    lateness,
    calls,
    messages,
    events,
    parameters,
    quotas: book,
    traffic,
    addApplicationProfile: (profile) => {
      applicationProfiles.push(profile);
    },
    record: (identity, values) => store.record(identity, values),
    read: (identity, minute) =>
      store
        .find(identity)
        ?.minutes.get(minute)
        ?.reduce((sum, part) => sum + part.sum, 0) ?? null,
    createTable: async (name) => {
      const { status, body } = await dynamoDb.forward(
        // dynalite wants a signed request, and checks no signature.
        { 'x-amz-target': 'DynamoDB_20120810.CreateTable', 'content-type': 'application/x-amz-json-1.0', ...UNSIGNED },
        JSON.stringify({
          TableName: name,
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          AttributeDefinitions: [
            { AttributeName: 'pk', AttributeType: 'S' },
            { AttributeName: 'sk', AttributeType: 'S' },
          ],
          BillingMode: 'PAY_PER_REQUEST',
        }),
      );
      if (status !== 200) throw new Error(`the local account could not make the table ${name}: ${body}`);
    },
    createTopic: async (name) => {
      const created = sns.CreateTopic?.(new URLSearchParams({ Name: name }));
      return String(created?.TopicArn);
    },
    close: async () => {
      await server.close();
      await dynamoDb.close();
    },
  };
}

/** Headers of a signed request without a signature worth the name. */
const UNSIGNED = {
  'x-amz-date': '20261014T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20261014/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
};
