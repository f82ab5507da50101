import { Annotations, Names, RemovalPolicy, Tags, Token } from 'aws-cdk-lib';
import type { Alarm, Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { APPLICATION, RUNBOOK } from '../contract';
import { stackWordsOf } from '../language/stack-words';
import { ModelAlarms } from './alarms/model-alarms';
import { type AlarmsByName, WatchdogAlarms } from './alarms/watchdog-alarms';
import { dashboardPageOf } from './dashboard/console-links';
import { dashboardNameOf, WatchdogDashboard } from './dashboard/watchdog-dashboard';
import type { ReaderRoles } from './fleet/reader-roles';
import { LimitsParameter, limitsParameterNameOf } from './functions/limits-parameter';
import { MinuteSchedule } from './functions/minute-schedule';
import {
  AlertRulesParameter,
  rulesParameterNameOf,
  validateOwnerTopics,
  validateRules,
} from './functions/rules-parameter';
import type { WatchSettings } from './functions/settings';
import { WidgetFunction } from './functions/widget-function';
import { RefusalQueue } from './refusal-queue';
import { StateTable } from './state-table';
import { toFleet, validateForFleet } from './validate-fleet';
import { validateFunctionOptions } from './validate-functions';
import {
  toThresholds,
  validateBurndownRates,
  validateDisabledAlarms,
  validateEmails,
  validateEventBus,
  validateLanguage,
  validateModelOverrides,
  validateModels,
  validateRunbook,
  validateWatchdogName,
} from './validate-props';
import type { BedrockQuotaWatchdogProps } from './watchdog-props';
import { WatchdogTopics } from './watchdog-topics';
import { createWatchers, letterBoxesOf } from './watchers';

/**
 * Watches the Amazon Bedrock quotas of the account and Region it is deployed to, or of as many as it is told, once a minute, and
 * says by SNS which quota fills up, whose traffic fills it, and what to do.
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
  /** Name of the SSM parameter in which the limits in force are published: `limitsFrom` of the client library. */
  readonly limitsParameterName: string;
  /** The watchdog's memory. */
  readonly table: TableV2;
  /** The function that reads, evaluates and speaks; with several accounts or Regions the worker, which does so for any of them. */
  readonly poller: LambdaFunction;
  /** The function that sends the workers out and speaks for them; `undefined` for the own account and Region alone. */
  readonly dispatcher: LambdaFunction | undefined;
  /** The accounts and Regions that are due; `undefined` for the own account and Region alone. */
  readonly targetQueue: Queue | undefined;
  /** The roles by which other accounts are read; `undefined` for the own account and Region alone. */
  readonly readers: ReaderRoles | undefined;
  /** The alarms by name, without the disabled ones. */
  readonly alarms: AlarmsByName;
  /** The alarms of single models; none without `models`. */
  readonly modelAlarms: readonly Alarm[];
  /** The function behind the dashboard's quota table: who looks at it needs `lambda:InvokeFunction` on it. */
  readonly widget: LambdaFunction;
  /** The dashboard of the account and Region; of a fleet, of its home Region. */
  readonly dashboard: Dashboard;
  /** Console page of the dashboard. */
  readonly dashboardUrl: string;
  /** Page of the runbook, or its path within the project. */
  readonly runbook: string;
  private readonly limitsParameter: StringParameter;

  /** @throws Error for an invalid property (what, got, allowed), and when the package was not built. */
  constructor(scope: Construct, id: string, props: BedrockQuotaWatchdogProps = {}) {
    super(scope, id);
    const { alertEmails = [], modelOverrides = {}, burndownRates = {}, disabledAlarms = [] } = props;
    const { models = [], metricsPerQuota = false, logRetention = RetentionDays.ONE_MONTH } = props;
    const { removalPolicy = RemovalPolicy.DESTROY, language = 'en', runbookUrl: runbook = RUNBOOK } = props;
    const watchdogName = props.watchdogName ?? Names.uniqueResourceName(this, { maxLength: 64, separator: '-' });
    const thresholds = toThresholds(props.thresholds ?? {});
    validateEmails(alertEmails);
    validateModelOverrides(modelOverrides);
    validateBurndownRates(burndownRates);
    validateDisabledAlarms(disabledAlarms);
    validateModels(models);
    validateLanguage(language);
    validateRunbook(runbook);
    const words = stackWordsOf(language);
    validateWatchdogName(watchdogName);
    validateEventBus(props.emitEvents, props.eventBus !== undefined);
    if (props.rules) validateRules(props.rules, thresholds, props.organization !== undefined);
    validateOwnerTopics(props.ownerTopics ?? []);
    validateFunctionOptions(props);
    const fleet = toFleet(this, props);
    if (fleet) validateForFleet(this, watchdogName, fleet, props);
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
    const { parameter: limits } = new LimitsParameter(this, 'Limits', { watchdogName });
    const refusals = props.refusalEvidence ? new RefusalQueue(this, 'Refusals', { watchdogName }) : undefined;
    const settings: WatchSettings = {
      watchdogName,
      table,
      alertTopic: topics.alertTopic,
      ...chatTopic,
      ...(eventBus ? { eventBus } : {}),
      topicKey: topics.key,
      ...(refusals ? { refusalQueue: refusals.queue } : {}),
      principals: props.principals ?? true,
      ownerTopics: props.ownerTopics ?? [],
      ownerTopicArns: (props.rules?.owners ?? []).map(({ topicArn }) => topicArn),
      ...(stackRules ? { stackRules: stackRules.parameter } : {}),
      limits,
      thresholds,
      modelOverrides,
      burndownRates,
      language,
      metricsPerQuota,
      dashboardUrl,
      runbook,
      options: props,
      logRetention,
      removalPolicy,
    };
    const watchers = createWatchers(this, settings, fleet);
    const { poller } = watchers;
    const ticked = watchers.fleet?.dispatcher ?? poller.function;
    const { schedule, deadLetters } = new MinuteSchedule(this, 'EveryMinute', {
      watchdogName,
      target: ticked,
    });
    const { alarms } = new WatchdogAlarms(this, 'Alarms', {
      watchdogName,
      thresholds,
      ticked,
      runners: [...new Set([ticked, poller.function])],
      deadLetters: [deadLetters, ...letterBoxesOf(watchers)],
      alertTopic: topics.alertTopic,
      ...chatTopic,
      alarmTopic: topics.alarmTopic,
      throttleAlarmByModel: props.throttleAlarmByModel ?? false,
      disabledAlarms,
      runbook,
      words,
    });
    // Made after the schedule: these take silence for failure, and before the first tick all is silent.
    alarms.NotRunning?.node.addDependency(schedule);
    alarms.Stale?.node.addDependency(schedule);
    const { alarms: modelAlarms } = new ModelAlarms(this, 'ModelAlarms', {
      watchdogName,
      models,
      alarmTopic: topics.alarmTopic,
      disabledAlarms,
      runbook,
      words,
    });
    const widget = new WidgetFunction(this, 'Widget', {
      watchdogName,
      table,
      refusalEvidence: refusals !== undefined,
      isFleet: fleet !== undefined,
      principals: props.principals ?? true,
      thresholds,
      burndownRates,
      language,
      runbook,
      options: props,
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
      isFleet: fleet !== undefined,
      ...(fleet && !Token.isUnresolved(fleet.regions) ? { regions: fleet.regions } : {}),
      runbook,
      words,
    });
    Tags.of(this).add('application', APPLICATION);

    this.watchdogName = watchdogName;
    this.alertTopic = topics.alertTopic;
    this.alarmTopic = topics.alarmTopic;
    this.chatTopic = topics.chatTopic;
    this.eventBus = eventBus;
    this.rulesParameterName = rulesParameterNameOf(watchdogName);
    this.limitsParameterName = limitsParameterNameOf(watchdogName);
    this.limitsParameter = limits;
    this.table = table;
    this.poller = poller.function;
    this.dispatcher = watchers.fleet?.dispatcher;
    this.targetQueue = watchers.fleet?.targets.queue;
    this.readers = watchers.fleet?.readers;
    this.alarms = alarms;
    this.modelAlarms = modelAlarms;
    this.widget = widget.function;
    this.dashboard = dashboard;
    this.dashboardUrl = dashboardUrl;
    this.runbook = runbook;
  }

  /** Lets an application read the limits in force: `ssm:GetParameter` on that parameter, and nothing else. */
  grantReadLimits(grantee: IGrantable): Grant {
    const resourceArns = [this.limitsParameter.parameterArn];
    return Grant.addToPrincipal({ grantee, actions: ['ssm:GetParameter'], resourceArns });
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
