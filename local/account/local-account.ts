import { createQuotaBook, type QuotaBook } from '../quotas/book';
import { readQuotaTable } from '../quotas/table';
import { createAlarms, type LocalAlarmState } from '../services/alarms';
import { type ApplicationProfile, answerBedrock, answerTags, type CustomDeployment } from '../services/bedrock';
import { answerRuntime } from '../services/bedrock-runtime';
import { createCloudFormation, type LocalStack } from '../services/cloudformation';
import { createCloudTrail } from '../services/cloudtrail';
import { createCloudWatch } from '../services/cloudwatch';
import { createEvents, type PutEvent } from '../services/events';
import { createLogs, type InvocationLog } from '../services/logs';
import { createServiceQuotas } from '../services/service-quotas';
import { createSns, createSts, type PublishedMessage } from '../services/sns';
import { createSender, createSqs, type Queues } from '../services/sqs';
import { createSsm, type Parameter } from '../services/ssm';
import { createSupport, createSupportDesk, type SupportDesk } from '../services/support';
import { createTrails, type LocalTrail } from '../services/trails';
import { rateOf } from '../traffic/burndown-table';
import { createClock, type SimulatedClock } from '../traffic/clock';
import { createLatenessBoard, type LatenessBoard } from '../traffic/lateness';
import { type MetricIdentity, MetricsStore, type MinuteValues } from '../traffic/metrics-store';
import { Traffic } from '../traffic/traffic';
import { createTrail, type Trail } from '../traffic/trail';
import { createTrailDelivery } from '../traffic/trail-delivery';
import { createVisibility } from '../traffic/visibility';
import { toRestReply } from '../wire/aws-json';
import type { QueryService } from '../wire/aws-query';
import { createTable } from '../wire/create-table';
import { type LocalDynamoDb, startDynamoDb } from '../wire/dynamodb';
import { createFaultBoard, type FaultBoard } from '../wire/faults';
import { type Services, startServer } from '../wire/http-server';
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
   * `dynamodb:ReadUnits`, `dynamodb:WriteUnits`, and `sqs:SendMessage` of EventBridge.
   */
  readonly calls: Map<string, number>;
  /** What was published, oldest first. */
  readonly messages: readonly PublishedMessage[];
  /** What was put on event buses, oldest first. */
  readonly events: readonly PutEvent[];
  /** Parameters of Parameter Store by name; tests put them in and take them out. */
  readonly parameters: Map<string, Parameter>;
  /** Queues by name; tests make them and put messages in. */
  readonly queues: Queues;
  /** Names of queues that get CloudTrail's records of refused calls as the clock moves, as EventBridge delivers them. */
  readonly refusalTargets: Set<string>;
  /** The log of invocations, off until it has a group; tests put calls into it. */
  readonly invocationLog: InvocationLog;
  /** Plan and cases of AWS Support. */
  readonly support: SupportDesk;
  /** Stacks by name, and alarms by name: tests put them in, nothing is deployed or evaluated. */
  readonly stacks: Map<string, LocalStack>;
  readonly alarms: Map<string, LocalAlarmState>;
  /** Base model id → last day of models that are legacy. */
  readonly legacyModels: Map<string, Date>;
  readonly quotas: QuotaBook;
  readonly traffic: Traffic;
  /** CloudTrail's records of calls that were refused; what no metric shows can be added. */
  readonly trail: Trail;
  /** Trails that someone set up; tests put them in. They decide nothing: {@link trail} records without them. */
  readonly configuredTrails: LocalTrail[];
  /** Base model ids that the account may not call; tests put them in and take them out. */
  readonly unauthorizedModels: Set<string>;
  addApplicationProfile(profile: ApplicationProfile): void;
  /** Custom models that are deployed on demand; their traffic is recorded under the ARN of the deployment. */
  readonly customDeployments: CustomDeployment[];
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

/** What an account is made of, before it answers over HTTP. */
interface Parts {
  readonly accountId: string;
  readonly region: string;
  readonly clock: SimulatedClock;
  readonly faults: FaultBoard;
  readonly lateness: LatenessBoard;
  readonly calls: Map<string, number>;
  readonly count: (name: string, amount?: number) => void;
  readonly quotas: QuotaBook;
  readonly store: MetricsStore;
  readonly applicationProfiles: ApplicationProfile[];
  readonly customDeployments: CustomDeployment[];
  readonly unauthorizedModels: Set<string>;
  readonly traffic: Traffic;
  readonly trail: Trail;
  readonly configuredTrails: LocalTrail[];
  readonly messages: PublishedMessage[];
  readonly events: PutEvent[];
  readonly parameters: Map<string, Parameter>;
  readonly queues: Queues;
  readonly refusalTargets: Set<string>;
  readonly invocationLog: InvocationLog;
  readonly support: SupportDesk;
  readonly stacks: Map<string, LocalStack>;
  readonly alarms: Map<string, LocalAlarmState>;
  readonly legacyModels: Map<string, Date>;
}

function toParts(options: LocalAccountOptions): Parts {
  const { accountId = '111122223333', region = 'us-east-1', seed } = options;
  const visibility = options.visibility ?? createVisibility(seed === undefined ? {} : { seed });
  const calls = new Map<string, number>();
  const quotas = createQuotaBook(options.quotas ?? readQuotaTable());
  const store = new MetricsStore();
  const applicationProfiles: ApplicationProfile[] = [];
  const findPool = createPoolFinder(quotas, applicationProfiles);
  const trail = createTrail({ accountId, region }, { ...(seed === undefined ? {} : { seed }), ...options.trail });
  const queues: Queues = new Map();
  const count = (name: string, amount = 1) => calls.set(name, (calls.get(name) ?? 0) + amount);
  const send = createSender(queues, () => count('sqs:SendMessage'));
  const delivery = createTrailDelivery({ trail, start: options.now.getTime(), send });
  return {
    accountId,
    region,
    clock: createClock(options.now, delivery.deliver),
    faults: createFaultBoard(),
    lateness: createLatenessBoard(),
    calls,
    count,
    quotas,
    store,
    applicationProfiles,
    customDeployments: [],
    unauthorizedModels: new Set(),
    traffic: new Traffic({
      book: quotas,
      store,
      visibility,
      findPool,
      rateOf,
      onRefused: ({ modelId, at, operation = 'Converse' }, { code, message }) =>
        trail.add({ at, operation, modelId, errorCode: code, errorMessage: message }),
      ...(options.minuteForm ? { minuteForm: options.minuteForm } : {}),
    }),
    trail,
    configuredTrails: [],
    messages: [],
    events: [],
    parameters: new Map(),
    queues,
    refusalTargets: delivery.targets,
    invocationLog: { logGroupName: null, invocations: [] },
    support: createSupportDesk(),
    stacks: new Map(),
    alarms: new Map(),
    legacyModels: new Map(),
  };
}

/** What the account answers from, service by service. */
function toServices(
  parts: Parts,
  { pageSizes = {}, answer = {} }: LocalAccountOptions,
  sns: QueryService,
  dynamoDb: LocalDynamoDb,
): Services {
  const { accountId, region, clock, faults, lateness, count, quotas, store, traffic, parameters, events } = parts;
  const bedrock = {
    region,
    accountId,
    applicationProfiles: parts.applicationProfiles,
    customDeployments: parts.customDeployments,
    unauthorizedModels: parts.unauthorizedModels,
    legacyModels: parts.legacyModels,
    invocationLog: parts.invocationLog,
    pageSize: pageSizes.profiles ?? 1000,
  };
  const runtime = { traffic, clock, answer };
  const answerRest: Services['rest'] = (method, url, body) => {
    const listed =
      method === 'GET' ? answerBedrock(bedrock, url) : method === 'POST' ? answerTags(bedrock, url, body) : null;
    if (listed) return { ...listed, service: 'bedrock', answer: () => toRestReply(listed.reply()) };
    const called = method === 'POST' ? answerRuntime(runtime, url, body) : null;
    return called && { service: 'bedrock-runtime', ...called };
  };
  return {
    serviceQuotas: createServiceQuotas({
      region,
      accountId,
      book: quotas,
      now: clock.now,
      pageSize: pageSizes.quotas ?? 100,
    }),
    cloudWatch: {
      ...createAlarms(parts.alarms),
      ...createCloudWatch({
        store,
        now: () => clock.now().getTime(),
        heldUntil: lateness.heldUntil,
        listPageSize: pageSizes.metrics ?? 500,
        dataPageSize: pageSizes.points ?? 100_800,
        onMetricsRequested: (metrics) => count('cloudwatch:MetricsRequested', metrics),
      }),
    },
    events: createEvents({ now: clock.now, events, faults }),
    ssm: createSsm(parameters),
    sqs: createSqs(parts.queues, clock.now, faults),
    logs: createLogs(parts.invocationLog),
    cloudTrail: {
      ...createCloudTrail({ trail: parts.trail, now: clock.now, pageSize: pageSizes.events ?? 50 }),
      ...createTrails({ trails: parts.configuredTrails, region, accountId }),
    },
    support: createSupport(parts.support, pageSizes.cases ?? 100),
    query: {
      sns,
      sts: createSts(accountId),
      cloudformation: createCloudFormation(parts.stacks, pageSizes.stacks ?? 100),
    },
    dynamoDb,
    rest: answerRest,
  };
}

/** Starts an account. Close it, or the process stays alive. @throws RangeError for options that cannot be. */
export async function startLocalAccount(options: LocalAccountOptions): Promise<LocalAccount> {
  checkOptions(options);
  const parts = toParts(options);
  const { accountId, region, clock, faults, count, store } = parts;
  const dynamoDb = await startDynamoDb(count);
  const sns = createSns({ region, accountId, now: clock.now, messages: parts.messages });
  const server = await startServer(
    toServices(parts, options, sns, dynamoDb),
    faults,
    (service, operation) => count(`${service}:${operation}`),
    options.port ?? 0,
  );
  return {
    ...parts,
    url: server.url,
    environment: {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    addApplicationProfile: (profile) => {
      parts.applicationProfiles.push(profile);
    },
    record: (identity, values) => store.record(identity, values),
    read: (identity, minute) =>
      store
        .find(identity)
        ?.minutes.get(minute)
        ?.reduce((sum, part) => sum + part.sum, 0) ?? null,
    createTable: (name) => createTable(dynamoDb, name),
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
