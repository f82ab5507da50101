import { Annotations, Names, RemovalPolicy, Tags } from 'aws-cdk-lib';
import type { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { WatchdogAlarm } from './alarm-definitions';
import { dashboardPageOf } from './console-links';
import { APPLICATION } from './contract';
import type { Thresholds } from './core/severity';
import { MinuteSchedule } from './minute-schedule';
import { PollerFunction } from './poller-function';
import { StateTable } from './state-table';
import {
  toThresholds,
  validateDisabledAlarms,
  validateEmails,
  validateModelOverrides,
  validateWatchdogName,
} from './validate-props';
import { type AlarmsByName, WatchdogAlarms } from './watchdog-alarms';
import { dashboardNameOf, WatchdogDashboard } from './watchdog-dashboard';
import { WatchdogTopics } from './watchdog-topics';

/** Properties of {@link BedrockQuotaWatchdog}. */
export interface BedrockQuotaWatchdogProps {
  /**
   * Addresses that get the watchdog's messages; each must confirm its subscription once. Tokens are accepted.
   * @default - nobody is mailed, and synth warns of it; subscribe to `alertTopic` by other means
   */
  readonly alertEmails?: readonly string[];

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
   * How long the poller's logs are kept.
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: RetentionDays;

  /**
   * Alarms to leave out.
   * @default - all alarms are made
   */
  readonly disabledAlarms?: readonly WatchdogAlarm[];

  /**
   * Key that encrypts both topics. An imported key must itself let `cloudwatch.amazonaws.com` use it.
   * @default - a key of the watchdog's own, rotated yearly
   */
  readonly encryptionKey?: IKey;

  /**
   * What becomes of state and logs when the watchdog is removed. The state rebuilds itself from CloudWatch.
   * @default RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Name of this watchdog: dimension of its metrics, first part of the names of its alarms and dashboard. Letters,
   * digits, `-` and `_`; at most 128; unique in the account and Region.
   * @default - made from the construct's path
   */
  readonly watchdogName?: string;
}

/**
 * Watches the Amazon Bedrock quotas of the account and Region it is deployed to, once a minute, and says by SNS which
 * quota fills up, whose traffic fills it, and what to do.
 */
export class BedrockQuotaWatchdog extends Construct {
  /** Dimension of the watchdog's own metrics. */
  readonly watchdogName: string;
  /** Carries the watchdog's messages and the alarms about the watchdog itself. */
  readonly alertTopic: Topic;
  /** Carries the CloudWatch alarms about the quotas, for pagers and automation; nobody is subscribed. */
  readonly alarmTopic: Topic;
  /** The watchdog's memory. */
  readonly table: TableV2;
  /** The function that reads, evaluates and speaks. */
  readonly poller: LambdaFunction;
  /** The alarms by name, without the disabled ones. */
  readonly alarms: AlarmsByName;
  readonly dashboard: Dashboard;
  /** Console page of the dashboard. */
  readonly dashboardUrl: string;

  /** @throws Error for an invalid property (what, got, allowed), and when the package was not built. */
  constructor(scope: Construct, id: string, props: BedrockQuotaWatchdogProps = {}) {
    super(scope, id);
    const { alertEmails = [], modelOverrides = {}, disabledAlarms = [], removalPolicy = RemovalPolicy.DESTROY } = props;
    const watchdogName = props.watchdogName ?? Names.uniqueResourceName(this, { maxLength: 64, separator: '-' });
    const thresholds = toThresholds(props.thresholds ?? {});
    validateEmails(alertEmails);
    validateModelOverrides(modelOverrides);
    validateDisabledAlarms(disabledAlarms);
    validateWatchdogName(watchdogName);
    if (alertEmails.length === 0) this.warnThatNobodyIsMailed();

    const topics = new WatchdogTopics(this, 'Topics', {
      watchdogName,
      alertEmails,
      ...(props.encryptionKey ? { encryptionKey: props.encryptionKey } : {}),
    });
    const { table } = new StateTable(this, 'State', { removalPolicy });
    const dashboardUrl = dashboardPageOf(dashboardNameOf(watchdogName));
    const poller = new PollerFunction(this, 'Poller', {
      watchdogName,
      table,
      alertTopic: topics.alertTopic,
      topicKey: topics.key,
      thresholds,
      modelOverrides,
      dashboardUrl,
      logRetention: props.logRetention ?? RetentionDays.ONE_MONTH,
      removalPolicy,
    });
    const { schedule, deadLetters } = new MinuteSchedule(this, 'EveryMinute', {
      watchdogName,
      target: poller.function,
    });
    const { alarms } = new WatchdogAlarms(this, 'Alarms', {
      watchdogName,
      thresholds,
      poller: poller.function,
      deadLetters,
      alertTopic: topics.alertTopic,
      alarmTopic: topics.alarmTopic,
      disabledAlarms,
    });
    // Made after the schedule: NotRunning takes silence for failure, and before the first tick all is silent.
    alarms.NotRunning?.node.addDependency(schedule);
    const { dashboard } = new WatchdogDashboard(this, 'Overview', {
      watchdogName,
      thresholds,
      poller: poller.function,
      logGroup: poller.logGroup,
    });
    Tags.of(this).add('application', APPLICATION);

    this.watchdogName = watchdogName;
    this.alertTopic = topics.alertTopic;
    this.alarmTopic = topics.alarmTopic;
    this.table = table;
    this.poller = poller.function;
    this.alarms = alarms;
    this.dashboard = dashboard;
    this.dashboardUrl = dashboardUrl;
  }

  private warnThatNobodyIsMailed(): void {
    Annotations.of(this).addWarningV2(
      'bedrock-quota-watchdog:nobody-is-mailed',
      'alertEmails is empty: nobody is mailed. Name an address (in a clone: -c alertEmail=ops@example.com) or subscribe to alertTopic',
    );
  }
}
