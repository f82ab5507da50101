import type { ModelAlarm, OutputName, WatchdogAlarm } from '../../contract';

/** The figures in the texts of alarms. */
export interface AlarmFigures {
  readonly warningPercent: number;
  readonly criticalPercent: number;
  /** Minutes without an evaluation after which the watchdog is stale. */
  readonly staleMinutes: number;
  /** Whether several accounts or Regions are watched. */
  readonly isFleet: boolean;
}

/** What people read of the stack itself: descriptions of outputs and alarms, titles and labels of the dashboard. */
export interface StackWords {
  readonly outputs: Readonly<Record<OutputName, string>>;
  readonly severities: Readonly<Record<'warning' | 'critical', string>>;
  readonly alarms: Readonly<Record<WatchdogAlarm, (figures: AlarmFigures) => string>>;
  readonly modelAlarms: Readonly<Record<ModelAlarm, (modelId: string, tokensPerMinute: number) => string>>;
  readonly intro: {
    readonly heading: (region: string) => string;
    /** Of several accounts or Regions. */
    readonly fleetHeading: () => string;
    readonly text: (watchdogName: string) => string;
    readonly alarms: string;
    readonly logs: string;
  };
  readonly titles: Readonly<
    Record<
      | 'perMinute'
      | 'perDay'
      | 'throttles'
      | 'zeros'
      | 'unread'
      | 'evaluations'
      | 'alarms'
      | 'table'
      | 'utilization'
      | 'eachQuota'
      | 'eachRegion'
      | 'tokens'
      | 'calls'
      | 'throttled'
      | 'errors'
      | 'latency'
      | 'firstToken',
      string
    >
  >;
  readonly labels: Readonly<
    Record<
      | 'percent'
      | 'calls'
      | 'quotas'
      | 'callsToThem'
      | 'errors'
      | 'evaluations'
      | 'minuteQuotas'
      | 'dailyQuotas'
      | 'warning'
      | 'critical'
      | 'quota',
      string
    >
  >;
}

/** English for what people read of the stack itself. */
export const EN_STACK: StackWords = {
  outputs: {
    DashboardUrl: 'Utilization, throttles and traffic by model',
    AlertTopicArn: "Messages of the watchdog and alarms about itself; subscribe people's tools",
    AlarmTopicArn: 'CloudWatch alarms about the quotas; subscribe pagers and automation',
    ChatTopicArn: 'Messages for a chat; choose it as the topic of a channel in Amazon Q Developer in chat applications',
    PollerFunctionName: 'The function that watches; its logs say what each run saw',
    ServiceQuotasUrl: 'The Bedrock quotas of this account and Region',
    ConfirmEmails:
      'Each address gets a mail "AWS Notification - Subscription Confirmation" and must follow its link; until then its subscription shows as pending here',
    EmailsToConfirm: 'Addresses that get nothing until they have followed the link in the mail from AWS',
    NextCommand: 'Sends an example marked TEST, and says who gets it and which addresses are still pending',
    RulesParameterName:
      'Make this SSM parameter (String, JSON) to mute, set quiet hours, owners or thresholds without a deployment: docs/alert-rules.md',
    LimitsParameterName:
      'The limits in force, for applications: limitsFrom of the client library; grantReadLimits lets a role read it',
    Runbook: 'What each alarm and each finding means and what to do',
    DispatcherFunctionName:
      'The function that sends out what is due and speaks for all accounts and Regions; its logs say what each tick saw',
    TargetQueueUrl: 'The accounts and Regions that wait for a worker',
    ReaderRoleName: 'The role by which each other account is read',
    ReaderTrustedRoleArns: 'All who may assume the reader roles',
    ReaderExternalId: 'What they must know besides',
    ReaderCommand:
      'Makes the role in an account that no StackSet reaches: run it in the project with credentials of that account',
  },
  severities: { warning: 'WARNING', critical: 'CRITICAL' },
  alarms: {
    UtilizationWarning: ({ warningPercent }) =>
      `A minute used ${warningPercent}% or more of a per-minute Bedrock quota. Calls are still served; a larger peak will be throttled.`,
    UtilizationCritical: ({ criticalPercent }) =>
      `A minute used ${criticalPercent}% or more of a per-minute Bedrock quota. Calls are being throttled or are about to be.`,
    DailyUtilization: ({ warningPercent }) =>
      `The day used ${warningPercent}% or more of a daily Bedrock token quota (estimate). When it is full, calls are refused until it resets.`,
    Throttles: () =>
      'Bedrock throttled calls of this account. Callers see 429 errors, or slow answers where they retry.',
    ThrottlesByModel: () =>
      'Bedrock throttled calls of the models named as contributors. Their callers see 429 errors, or slow answers where they retry.',
    ZeroQuotaTraffic: () =>
      'Calls were made against a Bedrock quota of this account that is 0. They are refused whatever the load, mostly as "Too many tokens per day".',
    Failed: () =>
      'At least 3 of the last 5 runs of the watchdog failed. It sees the quotas in part or not at all, so alerts may be missing.',
    NotRunning: () => 'The watchdog has not run for 10 minutes. Nobody watches the Bedrock quotas.',
    Stale: ({ staleMinutes }) =>
      `The watchdog has published no evaluation for ${staleMinutes} minutes, though it may run without an error. Its dashboard and the alarms on quotas show the past.`,
    DeadLetters: ({ isFleet }) =>
      isFleet
        ? 'Ticks could not be handed to the watchdog for 10 minutes or were refused, or its workers gave up on accounts or Regions. Some minutes of them were seen late or not at all.'
        : 'Ticks could not be handed to the watchdog for 10 minutes or were refused. Some minutes were seen late or not at all.',
  },
  modelAlarms: {
    ModelThrottles: (modelId) =>
      `Bedrock throttled calls of ${modelId}. Callers see 429 errors, or slow answers where they retry.`,
    ModelTokens: (modelId, tokensPerMinute) =>
      `${modelId} used ${tokensPerMinute} quota tokens or more in a minute, the number set for it. Calls are still served; what the quota leaves is not known to this alarm.`,
  },
  intro: {
    heading: (region) => `Bedrock quotas in ${region}`,
    fleetHeading: () => 'Bedrock quotas of all watched accounts and Regions',
    text: (watchdogName) =>
      `${watchdogName} compares every inference quota with the traffic that spends it. Which quota, whose traffic and what to do: the table below, its messages, or \`npx quota-watchdog check\`.`,
    alarms: 'Alarms',
    logs: 'Logs of the poller',
  },
  titles: {
    perMinute: 'Fullest per-minute quota',
    perDay: 'Fullest daily quota or pool (estimate)',
    throttles: 'Throttled calls, last look-back',
    zeros: 'Quotas that are 0, calls to them',
    unread: 'What could not be read',
    evaluations: 'Evaluations in 5 minutes',
    alarms: 'Alarms',
    table: 'Quotas: use, headroom, cause and fix',
    utilization: 'Utilization of the fullest quotas',
    eachQuota: 'Utilization of each quota (percent)',
    eachRegion: 'Highest utilization of each Region (percent)',
    tokens: 'Quota tokens a minute (EstimatedTPMQuotaUsage)',
    calls: 'Accepted calls a minute',
    throttled: 'Throttled calls a minute',
    errors: 'Errors a minute',
    latency: 'Latency, 90th percentile (ms)',
    firstToken: 'Time to first token, 90th percentile (ms)',
  },
  labels: {
    percent: 'percent',
    calls: 'calls',
    quotas: 'quotas',
    callsToThem: 'calls to them',
    errors: 'errors',
    evaluations: 'evaluations',
    minuteQuotas: 'per-minute quotas',
    dailyQuotas: 'daily quotas (estimate)',
    warning: 'warning',
    critical: 'critical',
    quota: 'quota',
  },
};
