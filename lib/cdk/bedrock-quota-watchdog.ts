import { type CfnOutput, Duration, Tags } from 'aws-cdk-lib';
import type { Alarm, Dashboard, MathExpression, Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { APPLICATION, METRICS } from '../contract';
import { QUIET_EVALUATION_MINUTES } from '../core/vocabulary/cadence';
import { ageOfLastRun, type OwnMetricName, ownMetric } from './alarms/own-metric';
import type { AlarmsByName } from './alarms/watchdog-alarms';
import type { ReaderRoles } from './fleet/reader-roles';
import { limitsParameterNameOf } from './functions/limits-parameter';
import { rulesParameterNameOf } from './functions/rules-parameter';
import { createOutputs } from './outputs';
import { warnIfNobodyIsMailed } from './topics/nobody-is-mailed';
import { toChoices } from './watchdog-choices';
import { createParts } from './watchdog-parts';
import type { BedrockQuotaWatchdogProps } from './watchdog-props';
import { createView } from './watchdog-view';

/**
 * Watches the Amazon Bedrock quotas of the account and Region it is deployed to, or of as many as it is told, once a minute, and
 * says by SNS which quota fills up, whose traffic fills it, and what to do.
 */
export class BedrockQuotaWatchdog extends Construct {
  /** Dimension of the watchdog's own metrics. */
  readonly watchdogName: string;
  /** Carries the watchdog's messages and the alarms about the watchdog itself. */
  readonly alertTopic: ITopic;
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
  /** The alarms of each Region; none without `metricsPerRegion`. */
  readonly regionAlarms: readonly Alarm[];
  /** The function behind the dashboard's quota table; `undefined` without a dashboard. See {@link grantInvokeWidget}. */
  readonly widget: LambdaFunction | undefined;
  /** The dashboard of the account and Region; of a fleet, of its home Region. `undefined` where none is wanted. */
  readonly dashboard: Dashboard | undefined;
  /** Console page of the dashboard; `undefined` without one. */
  readonly dashboardUrl: string | undefined;
  /** Page of the runbook. */
  readonly runbook: string;
  /** The outputs of the stack; none where they are not wanted. */
  readonly outputs: readonly CfnOutput[];
  private readonly limitsParameter: StringParameter;

  /** @throws Error for an invalid property (what, got, allowed), and when the package was not built. */
  constructor(scope: Construct, id: string, props: BedrockQuotaWatchdogProps = {}) {
    super(scope, id);
    const choices = toChoices(this, props);
    const { watchdogName, runbook } = choices;
    const parts = createParts(this, props, choices);
    const { topics, settings, watchers } = parts;
    const view = createView(this, choices, parts);
    if (!props.alertTopic && !choices.hasChat) warnIfNobodyIsMailed(this, topics.alertTopic);

    this.watchdogName = watchdogName;
    this.alertTopic = topics.alertTopic;
    this.alarmTopic = topics.alarmTopic;
    this.chatTopic = topics.chatTopic;
    this.eventBus = parts.eventBus;
    this.rulesParameterName = rulesParameterNameOf(watchdogName);
    this.limitsParameterName = limitsParameterNameOf(watchdogName);
    this.limitsParameter = parts.limits;
    this.table = settings.table;
    this.poller = watchers.poller.function;
    this.dispatcher = watchers.fleet?.dispatcher;
    this.targetQueue = watchers.fleet?.targets.queue;
    this.readers = watchers.fleet?.readers;
    this.alarms = view.alarms;
    this.modelAlarms = view.modelAlarms;
    this.regionAlarms = view.regionAlarms;
    this.widget = view.board?.widget;
    this.dashboard = view.board?.dashboard;
    this.dashboardUrl = settings.dashboardUrl;
    this.runbook = runbook;
    const { alertEmails, language } = choices;
    this.outputs = props.outputs === false ? [] : createOutputs(this, { watchdog: this, alertEmails, language });
    Tags.of(this).add('application', APPLICATION);
  }

  /** Lets an application read the limits in force: `ssm:GetParameter` on that parameter, and nothing else. */
  grantReadLimits(grantee: IGrantable): Grant {
    const resourceArns = [this.limitsParameter.parameterArn];
    return Grant.addToPrincipal({ grantee, actions: ['ssm:GetParameter'], resourceArns });
  }

  /**
   * Lets people who look at the dashboard see its quota table, which CloudWatch draws with their rights: `lambda:InvokeFunction`
   * on that function, and nothing else. @throws Error without a dashboard.
   */
  grantInvokeWidget(grantee: IGrantable): Grant {
    if (!this.widget) throw new Error('BedrockQuotaWatchdog: dashboard is false; there is no widget to be invoked');
    const resourceArns = [this.widget.functionArn];
    return Grant.addToPrincipal({ grantee, actions: ['lambda:InvokeFunction'], resourceArns });
  }

  /**
   * One of the watchdog's own metrics, by its name in `METRICS`. The watchdog evaluates at least every five minutes: the period
   * that has a point for sure. @default - maximum over five minutes
   */
  metric(metricName: OwnMetricName, options: MetricOptions = {}): Metric {
    const period = Duration.minutes(QUIET_EVALUATION_MINUTES);
    return ownMetric({ period, ...options, watchdogName: this.watchdogName, metricName });
  }

  /** Percent of the fullest quota per minute. @default - maximum over five minutes */
  metricUtilization(options?: MetricOptions): Metric {
    return this.metric(METRICS.highestUtilization, options);
  }

  /** Percent of the fullest daily quota; an estimate. @default - maximum over five minutes */
  metricDailyUtilization(options?: MetricOptions): Metric {
    return this.metric(METRICS.highestDailyUtilization, options);
  }

  /** Throttled calls of all models in the evaluated minutes, which overlap: no sum of it counts calls. @default - maximum over five minutes */
  metricThrottles(options?: MetricOptions): Metric {
    return this.metric(METRICS.throttles, options);
  }

  /** Minutes since the last evaluation, for graphs; the alarm Stale goes off by itself. @default - at each minute */
  metricAgeOfLastRun(options?: Pick<MetricOptions, 'color' | 'label' | 'period'>): MathExpression {
    return ageOfLastRun(this.watchdogName, options);
  }
}
