import { Annotations, Names, RemovalPolicy, Tags } from 'aws-cdk-lib';
import type { Alarm, Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { WatchdogAlarm } from './alarm-definitions';
import { AlertRulesParameter, rulesParameterNameOf, validateOwnerTopics, validateRules } from './alert-rules-parameter';
import { dashboardPageOf } from './console-links';
import { APPLICATION } from './contract';
import type { AlertRulesInput } from './core/alert-rules';
import type { BurndownRates } from './core/burndown';
import type { Thresholds } from './core/severity';
import { MinuteSchedule } from './minute-schedule';
import { type ModelAlarm, ModelAlarms, type WatchedModel } from './model-alarms';
import { PollerFunction } from './poller-function';
import { StateTable } from './state-table';
import {
  toThresholds,
  validateBurndownRates,
  validateDisabledAlarms,
  validateEmails,
  validateEventBus,
  validateModelOverrides,
  validateModels,
  validateWatchdogName,
} from './validate-props';
import { type AlarmsByName, WatchdogAlarms } from './watchdog-alarms';
import { dashboardNameOf, WatchdogDashboard } from './watchdog-dashboard';
import { WatchdogTopics } from './watchdog-topics';
import { WidgetFunction } from './widget-function';

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
   * Quota tokens per output token of models whose rate AWS changed or names only to you: base model id → rate. They come
   * before the table in `lib/core/burndown.ts`, and count only in minutes without CloudWatch's own estimate.
   * @default - the table's rates
   */
  readonly burndownRates?: BurndownRates;

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
   * by the hour, past ten free metrics of which the watchdog's own use six.
   * @default false
   */
  readonly metricsPerQuota?: boolean;

  /**
   * Makes `chatTopic`, which carries each alert as a custom notification of Amazon Q Developer in chat applications. Hand
   * it to a `SlackChannelConfiguration` or `MicrosoftTeamsChannelConfiguration`; e-mail goes on beside it.
   * @default false
   */
  readonly chatNotifications?: boolean;

  /**
   * Puts an event for each alert on `eventBus`, source `bedrock-quota-watchdog`.
   * @default - true when `eventBus` is given, else false
   */
  readonly emitEvents?: boolean;

  /**
   * The bus the events are put on. A bus of another account must itself let the poller's role put events.
   * @default - the account's default bus, if `emitEvents` is true
   */
  readonly eventBus?: IEventBus;

  /**
   * Thresholds of single quotas, mutes, quiet hours, owners and the digest (docs/alert-rules.md); at most 4,096 bytes of
   * JSON. Those in the SSM parameter `/bedrock-quota-watchdog/<watchdogName>/rules` are added to them, without a
   * deployment. Alarms and dashboard keep `thresholds`.
   * @default - none
   */
  readonly rules?: AlertRulesInput;

  /**
   * Topics of owners that only the SSM parameter names: the poller is let to publish to them, and to use their keys.
   * Those of `rules` it may publish to anyway; name them here too when a key of yours encrypts them.
   * @default - none
   */
  readonly ownerTopics?: readonly ITopic[];

  /**
   * Key that encrypts the topics. An imported key must itself let `cloudwatch.amazonaws.com` use it.
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
  /** Carries each alert for a chat; `undefined` without `chatNotifications`. */
  readonly chatTopic: Topic | undefined;
  /** Where the events go; `undefined` when none are put. */
  readonly eventBus: IEventBus | undefined;
  /** Name of the SSM parameter that is looked for rules at run time; nobody has made it yet. */
  readonly rulesParameterName: string;
  /** The watchdog's memory. */
  readonly table: TableV2;
  /** The function that reads, evaluates and speaks. */
  readonly poller: LambdaFunction;
  /** The alarms by name, without the disabled ones. */
  readonly alarms: AlarmsByName;
  /** The alarms of single models; none without `models`. */
  readonly modelAlarms: readonly Alarm[];
  /** The function behind the dashboard's quota table: who looks at it needs `lambda:InvokeFunction` on it. */
  readonly widget: LambdaFunction;
  readonly dashboard: Dashboard;
  /** Console page of the dashboard. */
  readonly dashboardUrl: string;

  /** @throws Error for an invalid property (what, got, allowed), and when the package was not built. */
  constructor(scope: Construct, id: string, props: BedrockQuotaWatchdogProps = {}) {
    super(scope, id);
    const { alertEmails = [], modelOverrides = {}, burndownRates = {}, disabledAlarms = [] } = props;
    const { models = [], metricsPerQuota = false, logRetention = RetentionDays.ONE_MONTH } = props;
    const { removalPolicy = RemovalPolicy.DESTROY } = props;
    const watchdogName = props.watchdogName ?? Names.uniqueResourceName(this, { maxLength: 64, separator: '-' });
    const thresholds = toThresholds(props.thresholds ?? {});
    validateEmails(alertEmails);
    validateModelOverrides(modelOverrides);
    validateBurndownRates(burndownRates);
    validateDisabledAlarms(disabledAlarms);
    validateModels(models);
    validateWatchdogName(watchdogName);
    validateEventBus(props.emitEvents, props.eventBus !== undefined);
    if (props.rules) validateRules(props.rules, thresholds);
    validateOwnerTopics(props.ownerTopics ?? []);
    const hasChat = props.chatNotifications ?? false;
    const eventBus = props.eventBus ?? (props.emitEvents ? this.importDefaultBus() : undefined);
    if (alertEmails.length === 0 && !hasChat) this.warnThatNobodyIsMailed();

    const topics = new WatchdogTopics(this, 'Topics', {
      watchdogName,
      alertEmails,
      hasChat,
      ...(props.encryptionKey ? { encryptionKey: props.encryptionKey } : {}),
    });
    const { table } = new StateTable(this, 'State', { removalPolicy });
    const chatTopic = topics.chatTopic ? { chatTopic: topics.chatTopic } : {};
    const dashboardUrl = dashboardPageOf(dashboardNameOf(watchdogName));
    const stackRules = props.rules && new AlertRulesParameter(this, 'Rules', { watchdogName, rules: props.rules });
    const poller = new PollerFunction(this, 'Poller', {
      watchdogName,
      table,
      alertTopic: topics.alertTopic,
      ...chatTopic,
      ...(eventBus ? { eventBus } : {}),
      topicKey: topics.key,
      ownerTopics: props.ownerTopics ?? [],
      ownerTopicArns: (props.rules?.owners ?? []).map(({ topicArn }) => topicArn),
      ...(stackRules ? { stackRules: stackRules.parameter } : {}),
      thresholds,
      modelOverrides,
      burndownRates,
      metricsPerQuota,
      dashboardUrl,
      logRetention,
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
      ...chatTopic,
      alarmTopic: topics.alarmTopic,
      throttleAlarmByModel: props.throttleAlarmByModel ?? false,
      disabledAlarms,
    });
    // Made after the schedule: these take silence for failure, and before the first tick all is silent.
    alarms.NotRunning?.node.addDependency(schedule);
    alarms.Stale?.node.addDependency(schedule);
    const { alarms: modelAlarms } = new ModelAlarms(this, 'ModelAlarms', {
      watchdogName,
      models,
      alarmTopic: topics.alarmTopic,
      disabledAlarms,
    });
    const widget = new WidgetFunction(this, 'Widget', {
      watchdogName,
      table,
      thresholds,
      burndownRates,
      logRetention,
      removalPolicy,
    });
    const { dashboard } = new WatchdogDashboard(this, 'Overview', {
      watchdogName,
      thresholds,
      alarms: [...Object.values(alarms), ...modelAlarms],
      widget: widget.function,
      hasQuotaMetrics: metricsPerQuota,
      logGroup: poller.logGroup,
    });
    Tags.of(this).add('application', APPLICATION);

    this.watchdogName = watchdogName;
    this.alertTopic = topics.alertTopic;
    this.alarmTopic = topics.alarmTopic;
    this.chatTopic = topics.chatTopic;
    this.eventBus = eventBus;
    this.rulesParameterName = rulesParameterNameOf(watchdogName);
    this.table = table;
    this.poller = poller.function;
    this.alarms = alarms;
    this.modelAlarms = modelAlarms;
    this.widget = widget.function;
    this.dashboard = dashboard;
    this.dashboardUrl = dashboardUrl;
  }

  private importDefaultBus(): IEventBus {
    return EventBus.fromEventBusName(this, 'DefaultBus', 'default');
  }

  private warnThatNobodyIsMailed(): void {
    Annotations.of(this).addWarningV2(
      'bedrock-quota-watchdog:nobody-is-mailed',
      'alertEmails is empty: nobody is mailed. Name an address (in a clone: -c alertEmail=ops@example.com) or subscribe to alertTopic',
    );
  }
}
