import { Duration, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Policy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { APPLICATION, ENVIRONMENT, POLLER_TIMEOUT_SECONDS, RUNBOOK, WATCHDOG_NAME_VARIABLE } from '../../contract';
import type { BurndownRates } from '../../core/traffic/burndown';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { Language } from '../../language/language';
import { findLambdaBundle } from './lambda-bundle';
import { limitsParameterNameOf } from './limits-parameter';
import { pollerStatements } from './poller-policy';
import { rulesParameterNameOf } from './rules-parameter';

/**
 * A run holds at most a day of minutes of the active series (some 10 MB for 50 of them) beside Node and the SDK, and
 * waits for AWS most of its time: more memory would buy CPU it does not use.
 */
const MEMORY_MIB = 256;

/** Shorter than the tick of one minute, so that a slow run is over when the next one starts. */
const TIMEOUT = Duration.seconds(POLLER_TIMEOUT_SECONDS);

/**
 * A failed run is not repeated: the next tick comes within a minute, reads every minute since the last good run, and
 * says what waits in the outbox. For the same reason a tick that waited a minute for a free environment is dropped.
 */
const ASYNC_RETRIES = 0;
const ASYNC_EVENT_AGE = Duration.minutes(1);

/** Properties of {@link PollerFunction}. */
export interface PollerFunctionProps {
  readonly watchdogName: string;
  readonly table: TableV2;
  readonly alertTopic: ITopic;
  /** Absent: no chat. */
  readonly chatTopic?: ITopic;
  /** Absent: no events are put. */
  readonly eventBus?: IEventBus;
  /** The key the topics above are encrypted with. */
  readonly topicKey: IKey;
  /** Topics of owners the poller may publish to, beside those of {@link ownerTopicArns}. */
  readonly ownerTopics: readonly ITopic[];
  /** Topics that the stack's rules name. */
  readonly ownerTopicArns: readonly string[];
  /** Absent: the stack has no rules. */
  readonly stackRules?: IStringParameter;
  /** Where limits are published. */
  readonly limits: IStringParameter;
  /** Absent: refused calls are not looked at. */
  readonly refusalQueue?: IQueue;
  /** Whether callers of refused calls are named. */
  readonly principals: boolean;
  readonly thresholds: Thresholds;
  /** Quota code → base model ids. */
  readonly modelOverrides: Readonly<Record<string, readonly string[]>>;
  /** Base model id → quota tokens per output token. */
  readonly burndownRates: BurndownRates;
  /** Whether a metric is published for each quota with traffic. */
  readonly metricsPerQuota: boolean;
  /** Of what people read. */
  readonly language: Language;
  readonly dashboardUrl: string;
  /** {@link RUNBOOK} or a URL. */
  readonly runbook: string;
  readonly logRetention: RetentionDays;
  /** What becomes of the logs when they leave the stack. */
  readonly removalPolicy: RemovalPolicy;
}

/** The poller Lambda with its log group and a role that may do just what the adapters call. */
export class PollerFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: PollerFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Logs', { retention: props.logRetention, removalPolicy: props.removalPolicy });
    // A role of its own: the managed AWSLambdaBasicExecutionRole may write to every log group of the account.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Role of the poller of ${props.watchdogName}`,
    });
    const policy = new Policy(this, 'Policy', {
      roles: [role],
      statements: pollerStatements({
        tableArn: props.table.tableArn,
        topicArns: topicArnsOf(props),
        ...(props.eventBus ? { eventBusArn: props.eventBus.eventBusArn } : {}),
        ...(props.refusalQueue ? { refusalQueueArn: props.refusalQueue.queueArn } : {}),
        keyArns: keyArnsOf(props),
        region: Stack.of(this).region,
        customModelArns: ['custom-model-deployment', 'custom-model'].map((resource) =>
          Stack.of(this).formatArn({ service: 'bedrock', resource, resourceName: '*' }),
        ),
        parameterArns: [
          Stack.of(this).formatArn({
            service: 'ssm',
            resource: 'parameter',
            resourceName: rulesParameterNameOf(props.watchdogName).slice(1),
          }),
          ...(props.stackRules ? [props.stackRules.parameterArn] : []),
        ],
        limitsParameterArn: props.limits.parameterArn,
        logGroupArn: this.logGroup.logGroupArn,
      }),
    });
    Validations.of(policy).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason:
        'The lists of Service Quotas, CloudWatch and Bedrock, GetMetricData and PutMetricData know no resource; PutMetricData is limited to one namespace.',
    });
    for (const resource of ['custom-model-deployment', 'custom-model']) {
      Validations.of(policy).acknowledge({
        id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>:${resource}/*]`,
        reason:
          'Which custom models will have traffic is known to CloudWatch only; what they were made from is all that is read.',
      });
    }
    // No reserved concurrency: new accounts have 10 environments in all, and Lambda refuses to reserve of the last 10.
    this.function = new LambdaFunction(this, 'Function', {
      description: `Compares the Bedrock quotas with the traffic that spends them (${props.watchdogName})`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(findLambdaBundle('poller')),
      handler: 'index.handler',
      memorySize: MEMORY_MIB,
      timeout: TIMEOUT,
      retryAttempts: ASYNC_RETRIES,
      maxEventAge: ASYNC_EVENT_AGE,
      role: role.withoutPolicyUpdates(),
      logGroup: this.logGroup,
      // Powertools writes JSON lines past the runtime's console, and Lambda takes a line of JSON as it is: nothing is
      // encoded twice, and crashes and the runtime's own lines are JSON too.
      loggingFormat: LoggingFormat.JSON,
      environment: environmentOf(props),
    });
    // The first tick must find its permissions.
    this.function.node.addDependency(policy);
  }
}

/** Those of the watchdog's own, and of owners; each once. */
function topicArnsOf({ alertTopic, chatTopic, ownerTopics, ownerTopicArns }: PollerFunctionProps): string[] {
  const topics = [alertTopic, ...(chatTopic ? [chatTopic] : []), ...ownerTopics];
  return [...new Set([...topics.map(({ topicArn }) => topicArn), ...ownerTopicArns])];
}

function keyArnsOf({ topicKey, ownerTopics }: PollerFunctionProps): string[] {
  const keys = [topicKey, ...ownerTopics.flatMap(({ masterKey }) => masterKey ?? [])];
  return [...new Set(keys.map(({ keyArn }) => keyArn))];
}

function environmentOf(props: PollerFunctionProps): Record<string, string> {
  return {
    [ENVIRONMENT.tableName]: props.table.tableName,
    [ENVIRONMENT.topicArn]: props.alertTopic.topicArn,
    ...(props.chatTopic ? { [ENVIRONMENT.chatTopicArn]: props.chatTopic.topicArn } : {}),
    ...(props.eventBus ? { [ENVIRONMENT.eventBusArn]: props.eventBus.eventBusArn } : {}),
    [ENVIRONMENT.rulesParameter]: rulesParameterNameOf(props.watchdogName),
    ...(props.stackRules ? { [ENVIRONMENT.stackRulesParameter]: props.stackRules.parameterName } : {}),
    // By its name and no reference: it is known when the function is, and the policy refers to the parameter itself.
    [ENVIRONMENT.limitsParameter]: limitsParameterNameOf(props.watchdogName),
    ...(props.refusalQueue ? { [ENVIRONMENT.refusalQueueUrl]: props.refusalQueue.queueUrl } : {}),
    ...(props.principals ? {} : { [ENVIRONMENT.principals]: 'false' }),
    [ENVIRONMENT.warningPercent]: String(props.thresholds.warningPercent),
    [ENVIRONMENT.criticalPercent]: String(props.thresholds.criticalPercent),
    [ENVIRONMENT.modelOverrides]: JSON.stringify(props.modelOverrides),
    [ENVIRONMENT.burndownRates]: JSON.stringify(props.burndownRates),
    ...(props.metricsPerQuota ? { [ENVIRONMENT.metricsPerQuota]: 'true' } : {}),
    ...(props.language === 'en' ? {} : { [ENVIRONMENT.language]: props.language }),
    [ENVIRONMENT.dashboardUrl]: props.dashboardUrl,
    ...(props.runbook === RUNBOOK ? {} : { [ENVIRONMENT.runbook]: props.runbook }),
    [WATCHDOG_NAME_VARIABLE]: props.watchdogName,
    POWERTOOLS_SERVICE_NAME: APPLICATION,
  };
}
