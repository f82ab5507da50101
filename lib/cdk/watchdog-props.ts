import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ModelAlarm, WatchdogAlarm } from '../contract';
import type { AlertRulesInput } from '../core/rules/rules';
import type { BurndownRates } from '../core/traffic/burndown';
import type { Thresholds } from '../core/vocabulary/severity';
import type { Language } from '../language/language';
import type { WatchedModel } from './alarms/model-alarms';
import type { WatchedOrganization } from './fleet/fleet';
import type { FunctionOptions } from './functions/function-options';
import type { ChannelOptions } from './topics/channel-options';

/** Properties of the construct `BedrockQuotaWatchdog`. */
export interface BedrockQuotaWatchdogProps extends ChannelOptions, FunctionOptions {
  /**
   * Regions that are watched, in each account. Tokens are accepted, and a list that is one.
   * @default - the stack's own Region
   */
  readonly regions?: readonly string[];

  /**
   * Accounts that are watched besides the watchdog's own, at most 50. Each needs the reader role that the output
   * `ReaderCommand` makes. Tokens are accepted, and a list that is one.
   * @default - none
   */
  readonly accounts?: readonly string[];

  /**
   * Accounts of the AWS organisation that are watched; a StackSet makes the reader role in each (docs/scale.md).
   * @default - none
   */
  readonly organization?: WatchedOrganization;

  /**
   * ARNs of roles that may read the watched accounts as the watchdog does, for `--all` on the command line; at most 10. Tokens
   * are accepted, and a list that is one.
   * @default - none
   */
  readonly operators?: readonly string[];

  /**
   * Whether the watchdog's account is the monitoring account of CloudWatch cross-account observability, in each of the
   * `regions`, with all other accounts as its sources: their metrics are then read from it, their quotas by their reader roles.
   * @default false
   */
  readonly monitoringAccount?: boolean;

  /**
   * Workers that look at accounts and Regions at once, where there are several; from 2 to 1,000. A new account has room for
   * ten functions at once in all.
   * @default 8
   */
  readonly maxConcurrency?: number;

  /**
   * What each alarm does when it goes off, besides a message to its topic.
   * @default - none
   */
  readonly alarmActions?: readonly IAlarmAction[];

  /**
   * Whether there is a dashboard, and the function that draws the quota table on it.
   * @default true
   */
  readonly dashboard?: boolean;

  /**
   * Whether the stack has outputs that say where to look and what to do next. The command line finds the watchdog by them.
   * @default true
   */
  readonly outputs?: boolean;

  /**
   * Percent of a quota from which usage is a warning, and from which it is critical; 0 < warning < critical ≤ 1000.
   * @default { warningPercent: 80, criticalPercent: 95 }
   */
  readonly thresholds?: Partial<Thresholds>;

  /**
   * Base model ids of quotas whose model the watchdog cannot tell by name: quota code → ids.
   * `quota-watchdog quotas` lists the unmapped ones.
   * @default - none
   */
  readonly modelOverrides?: Readonly<Record<string, readonly string[]>>;

  /**
   * Quota tokens per output token of models whose rate AWS changed or names only to you: base model id → rate. They come
   * before the table in `lib/core/traffic/burndown.ts`, and count only in minutes without CloudWatch's own estimate.
   * @default - the table's rates
   */
  readonly burndownRates?: BurndownRates;

  /**
   * Language of what people read: messages, chat, digest, and the table of the dashboard. JSON is English in each.
   * @default 'en'
   */
  readonly language?: Language;

  /**
   * Page on which your team reads the runbook, such as that of a copy of `docs/runbook.md`. Messages, alarms and the
   * dashboard link to its sections as `<this>#<name in lower case>`, so that whoever is woken gets there by a tap.
   * @default - the project's own page
   */
  readonly runbookUrl?: string;

  /**
   * How long the poller's logs are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;

  /**
   * Alarms to leave out.
   * @default - all alarms are made but ThrottlesByModel
   */
  readonly disabledAlarms?: readonly (WatchdogAlarm | ModelAlarm)[];

  /**
   * Makes the alarm ThrottlesByModel, which names the throttled models itself and sees new ones. CloudWatch bills $0.10 a
   * month for each model it looks at, with no free tier: about $1 for ten (docs/adr/0007-alarms-and-metrics.md).
   * @default false
   */
  readonly throttleAlarmByModel?: boolean;

  /**
   * Models with alarms of their own on Bedrock's metrics, one minute each and without the watchdog's Lambda in the path:
   * throttled calls, and quota tokens where you give a number. Each alarm is $0.10 a month past CloudWatch's ten free ones.
   * @default - none
   */
  readonly models?: readonly WatchedModel[];

  /**
   * Publishes QuotaUtilizationPercent for each quota with traffic, and draws it. CloudWatch bills $0.30 a month for each,
   * by the hour, past ten free metrics of which the watchdog's own use six. Not where several accounts or Regions are watched.
   * @default false
   */
  readonly metricsPerQuota?: boolean;

  /**
   * Publishes the highest utilization, by the minute and by the day, and the throttled calls of each of the `regions` with the
   * dimension Region, draws them, and alarms on them with the Region in the name of each alarm: $0.90 a month for metrics and
   * $0.40 for alarms a Region. Only where several accounts or Regions are watched.
   * @default false
   */
  readonly metricsPerRegion?: boolean;

  /**
   * Collects the calls of models that Bedrock refused, as CloudTrail records them, so that AWS's own words confirm why calls
   * are throttled, and refusals that no metric shows are told: access, validation, the end of a model. Needs a trail that
   * logs management events, reads among them. A rule and a queue are made; SQS bills about 44,000 requests a month and two to
   * four a refused call, within the free million.
   * @default false
   */
  readonly refusalEvidence?: boolean;

  /**
   * Whether roles and users of refused calls are kept for three hours and named in alerts. False leaves them out as soon as
   * an event is read: nothing that is stored or said has them.
   * @default true
   */
  readonly principals?: boolean;

  /**
   * Thresholds of single quotas, mutes, quiet hours, owners and the digest (docs/alert-rules.md); at most 4,096 bytes of
   * JSON. Those in the SSM parameter `/bedrock-quota-watchdog/<watchdogName>/rules` are added to them, without a
   * deployment. Alarms and dashboard keep `thresholds`.
   * @default - none
   */
  readonly rules?: AlertRulesInput;

  /**
   * What becomes of state and logs when the watchdog is removed. The state rebuilds itself from CloudWatch.
   * @default RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Name of this watchdog: dimension of its metrics, first part of the names of its alarms and dashboard. Letters,
   * digits, `-` and `_`; at most 128; unique in the account and Region.
   * @default - name of the stack and the ids below it, such as `ChatbotPlatform-Watchdog`
   */
  readonly watchdogName?: string;
}
