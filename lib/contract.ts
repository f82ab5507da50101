/**
 * Names that the stack and the running code must agree on. This file imports nothing, so both sides can import it.
 */

/** Environment variables of the poller Lambda: the stack sets them, `lambda/config.ts` reads them. */
export const ENVIRONMENT = {
  tableName: 'WATCHDOG_TABLE_NAME',
  topicArn: 'WATCHDOG_TOPIC_ARN',
  /** Set where there is a topic for the chat. */
  chatTopicArn: 'WATCHDOG_CHAT_TOPIC_ARN',
  /** Set where alerts go to EventBridge. */
  eventBusArn: 'WATCHDOG_EVENT_BUS_ARN',
  /** SSM parameter of the user's alert rules; it need not exist. */
  rulesParameter: 'WATCHDOG_RULES_PARAMETER',
  /** SSM parameter of the stack's alert rules; set where it has some. */
  stackRulesParameter: 'WATCHDOG_STACK_RULES_PARAMETER',
  /** SSM parameter in which the limits in force are published for applications. */
  limitsParameter: 'WATCHDOG_LIMITS_PARAMETER',
  /** SQS queue of refused calls that CloudTrail recorded; set where they are looked at. */
  refusalQueueUrl: 'WATCHDOG_REFUSAL_QUEUE_URL',
  /** `false` where no name of a caller is kept. */
  principals: 'WATCHDOG_PRINCIPALS',
  warningPercent: 'WATCHDOG_WARNING_PERCENT',
  criticalPercent: 'WATCHDOG_CRITICAL_PERCENT',
  /** JSON object: quota code → list of base model ids. */
  modelOverrides: 'WATCHDOG_MODEL_OVERRIDES',
  /** JSON object: base model id → quota tokens per output token. */
  burndownRates: 'WATCHDOG_BURNDOWN_RATES',
  /** `true` where a metric is published for each quota with traffic. */
  metricsPerQuota: 'WATCHDOG_METRICS_PER_QUOTA',
  /** `true` where the own metrics are published for each Region too. */
  metricsPerRegion: 'WATCHDOG_METRICS_PER_REGION',
  /** Language of what people read; set where it is not English. */
  language: 'WATCHDOG_LANGUAGE',
  /** Link to the CloudWatch dashboard, put into every message. */
  dashboardUrl: 'WATCHDOG_DASHBOARD_URL',
  /** Page of the runbook; set where it is not {@link RUNBOOK}. */
  runbook: 'WATCHDOG_RUNBOOK',
  /** JSON of the targets of a fleet: Regions, accounts, organization; set where there is more than one. */
  targets: 'WATCHDOG_TARGETS',
  /** The watchdog's own account; set where there is more than one target. */
  accountId: 'WATCHDOG_ACCOUNT_ID',
  /** SQS queue of the targets that are due. */
  targetQueueUrl: 'WATCHDOG_TARGET_QUEUE_URL',
  /** ARN of the role by which an account is read, with {@link ACCOUNT_PLACEHOLDER} in place of its id. */
  readerRoleArn: 'WATCHDOG_READER_ROLE_ARN',
  /** `true` where the own account is the monitoring account of CloudWatch cross-account observability for all others. */
  monitoringAccount: 'WATCHDOG_MONITORING_ACCOUNT',
  /** External id that the reader roles ask for. */
  externalId: 'WATCHDOG_EXTERNAL_ID',
} as const;

/** Stands for the id of an account in {@link ENVIRONMENT.readerRoleArn}. */
export const ACCOUNT_PLACEHOLDER = '{accountId}';

/** Partitions of the table that are a fleet's own, beside those of its targets: the workers' role leaves out the first. */
export const FLEET_PARTITIONS = {
  /** State and outbox of the dispatcher. */
  fleet: 'fleet',
  /** Which accounts there are, and a record of each target. */
  targets: 'targets',
  /** What targets have to say. */
  news: 'news',
} as const;

/** What is in the partition `targets`: how the keys of records begin, and the key of the list of accounts. */
export const FLEET_KEYS = { record: 'due#', accounts: 'accounts' } as const;

/** Seconds after which Lambda ends the dispatcher: the next one is due five seconds later. */
export const DISPATCHER_TIMEOUT_SECONDS = 55;

/** How the name of the parameter ends in which limits are published; those of rules end otherwise. */
export const LIMITS_PARAMETER_END = '/limits';

/** The logical id of the queue of refused calls, by which a deployed stack shows that it reads them; CDK makes it of the path. */
export const REFUSAL_QUEUE_ID = /RefusalsQueue[0-9A-F]{8}$/;

/** The logical ids of the queues that must be empty: of ticks, and of targets where there are several. */
export const DEAD_LETTERS_ID = /DeadLetters[0-9A-F]{8}$/;

/** CloudWatch namespace of the watchdog's own metrics. */
export const METRIC_NAMESPACE = 'BedrockQuotaWatchdog';

/** The watchdog's own metrics; all carry the one dimension {@link METRIC_DIMENSION}. */
export const METRICS = {
  /** Percent; the highest utilization of any per-minute quota in the evaluated minutes. */
  highestUtilization: 'HighestUtilizationPercent',
  /** Percent; the highest utilization of any daily quota; an estimate. */
  highestDailyUtilization: 'HighestDailyUtilizationPercent',
  /** Count; throttled calls in the evaluated minutes, all models. */
  throttles: 'ThrottledRequests',
  /** Count; inference quotas whose applied value is 0. */
  zeroQuotas: 'ZeroQuotas',
  /** Count; calls attempted in the evaluated minutes against quotas whose applied value is 0. */
  zeroQuotaRequests: 'ZeroQuotaRequests',
  /** Count; coverage errors of the run: what could not be read. */
  coverageErrors: 'CoverageErrors',
} as const;

/** Dimension of every own metric; its value is the name of the watchdog (the stack's or construct's). */
export const METRIC_DIMENSION = 'Watchdog';

/**
 * Percent; the utilization of one quota with traffic, published only where that is asked for: each quota is a metric of its
 * own on the bill. Its dimensions are {@link METRIC_DIMENSION} and {@link QUOTA_DIMENSION}.
 */
export const QUOTA_METRIC = 'QuotaUtilizationPercent';
export const QUOTA_DIMENSION = 'QuotaCode';

/**
 * Dimension of own metrics that are published for each Region of a fleet, beside {@link METRIC_DIMENSION}; only where that is
 * asked for, and only those of {@link REGION_METRICS}.
 */
export const REGION_DIMENSION = 'Region';

/** Own metrics of which there is one for each Region, where that is asked for. */
export const REGION_METRICS: readonly string[] = [
  METRICS.highestUtilization,
  METRICS.highestDailyUtilization,
  METRICS.throttles,
];

/** Environment variable that carries the value of {@link METRIC_DIMENSION}. */
export const WATCHDOG_NAME_VARIABLE = 'WATCHDOG_NAME';

/** Tells the widget that the poller reads refused calls; set where it does. */
export const REFUSAL_EVIDENCE_VARIABLE = 'WATCHDOG_REFUSAL_EVIDENCE';

/** DynamoDB table: names of the key attributes and of the TTL attribute (epoch seconds). */
export const TABLE = { partitionKey: 'pk', sortKey: 'sk', ttl: 'expiresAt' } as const;

/** Seconds after which Lambda ends a run of the poller: the next one is due five seconds later. */
export const POLLER_TIMEOUT_SECONDS = 55;

/** Severity thresholds in percent of a quota. */
export const DEFAULT_THRESHOLDS = { warningPercent: 80, criticalPercent: 95 } as const;

/** The service code of Bedrock in Service Quotas. */
export const SERVICE_CODE = 'bedrock';

/** Schema version of every JSON document and message. */
export const SCHEMA_VERSION = 1;

/** Name of the application: tag `application` of every resource, service name of every log line. */
export const APPLICATION = 'bedrock-quota-watchdog';

/** Name of the stock stack, unless its deployment gives another. */
export const STACK_NAME = 'BedrockQuotaWatchdog';

/** Source of the events the watchdog puts on an EventBridge bus. */
export const EVENT_SOURCE = 'bedrock-quota-watchdog';

/** Where the project lives; `repository`, `homepage` and `bugs` of package.json say the same. */
export const REPOSITORY = 'https://github.com/bedrock-quota-watchdog/bedrock-quota-watchdog';

/**
 * The page of the runbook, unless a deployment names one of its own; alarms and findings link to a section as
 * `<this>#<name in lower case>`.
 */
export const RUNBOOK = `${REPOSITORY}/blob/main/docs/runbook.md`;

/** Outputs of a stack with a watchdog; in an app of one's own CDK puts the construct's path before them and a hash behind. */
export const OUTPUTS = [
  'DashboardUrl',
  'AlertTopicArn',
  'AlarmTopicArn',
  'ChatTopicArn',
  'PollerFunctionName',
  'ServiceQuotasUrl',
  'ConfirmEmails',
  'EmailsToConfirm',
  'NextCommand',
  'RulesParameterName',
  'LimitsParameterName',
  'Runbook',
  'DispatcherFunctionName',
  'TargetQueueUrl',
  'ReaderRoleName',
  'ReaderTrustedRoleArns',
  'ReaderExternalId',
  'ReaderCommand',
] as const;

/** Name of an output. */
export type OutputName = (typeof OUTPUTS)[number];

/** The alarms by name; each has a section of that name in the runbook. */
export const WATCHDOG_ALARMS = [
  'UtilizationWarning',
  'UtilizationCritical',
  'DailyUtilization',
  'Throttles',
  'ThrottlesByModel',
  'ZeroQuotaTraffic',
  'Failed',
  'NotRunning',
  'Stale',
  'DeadLetters',
] as const;

/** Name of an alarm. */
export type WatchdogAlarm = (typeof WATCHDOG_ALARMS)[number];

/** The alarms that each Region of a fleet has too, where its metrics are published. */
export type RegionAlarm = Extract<
  WatchdogAlarm,
  'UtilizationWarning' | 'UtilizationCritical' | 'DailyUtilization' | 'Throttles'
>;

/** The alarms of a single model; each has a section of that name in the runbook. */
export const MODEL_ALARMS = ['ModelThrottles', 'ModelTokens'] as const;

/** Name of an alarm of a single model. */
export type ModelAlarm = (typeof MODEL_ALARMS)[number];
