import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { APPLICATION, ENVIRONMENT, RUNBOOK, WATCHDOG_NAME_VARIABLE } from '../../contract';
import type { BurndownRates } from '../../core/traffic/burndown';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { Language } from '../../language/language';
import type { FunctionOptions } from './function-options';
import { limitsParameterNameOf } from './limits-parameter';
import { CUSTOM_MODEL_RESOURCES } from './read-actions';
import { rulesParameterNameOf } from './rules-parameter';

/** What the functions that watch are told. */
export interface WatchSettings {
  readonly watchdogName: string;
  readonly table: TableV2;
  readonly alertTopic: ITopic;
  /** Absent: no chat. */
  readonly chatTopic?: ITopic;
  /** Absent: no events are put. */
  readonly eventBus?: IEventBus;
  /** Topics of owners that may be published to, beside those of {@link ownerTopicArns}. */
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
  /** Whether own metrics are published for each Region too. */
  readonly metricsPerRegion: boolean;
  /** Of what people read. */
  readonly language: Language;
  /** Absent: there is no dashboard. */
  readonly dashboardUrl?: string;
  /** Page of the runbook. */
  readonly runbook: string;
  /** How the functions run. */
  readonly options: FunctionOptions;
  readonly logRetention: RetentionDays;
  /** What becomes of the logs when they leave the stack. */
  readonly removalPolicy: RemovalPolicy;
}

function topicsOf({ alertTopic, chatTopic, ownerTopics }: WatchSettings): ITopic[] {
  return [alertTopic, ...(chatTopic ? [chatTopic] : []), ...ownerTopics];
}

/** The topics that are spoken to: those of the watchdog's own, and of owners; each once. */
export function topicArnsOf(settings: WatchSettings): string[] {
  return [...new Set([...topicsOf(settings).map(({ topicArn }) => topicArn), ...settings.ownerTopicArns])];
}

/** The keys of these topics, as far as they are known. */
export function keyArnsOf(settings: WatchSettings): string[] {
  const keys = topicsOf(settings).flatMap(({ masterKey }) => masterKey ?? []);
  return [...new Set(keys.map(({ keyArn }) => keyArn))];
}

/** The parameters of rules: the user's, which need not exist, and the stack's. */
export function rulesArnsOf(scope: Construct, { watchdogName, stackRules }: WatchSettings): string[] {
  const resourceName = rulesParameterNameOf(watchdogName).slice(1);
  const own = Stack.of(scope).formatArn({ service: 'ssm', resource: 'parameter', resourceName });
  return [own, ...(stackRules ? [stackRules.parameterArn] : [])];
}

/** The custom models of the account. @param region `*` for those of several Regions; without it the stack's own. */
export function customModelArnsOf(scope: Construct, region?: string): string[] {
  return CUSTOM_MODEL_RESOURCES.map((resource) =>
    Stack.of(scope).formatArn({ service: 'bedrock', resource, resourceName: '*', ...(region ? { region } : {}) }),
  );
}

/** The settings of whoever judges or speaks, as `lambda/config.ts` reads them. */
export function variablesOf(settings: WatchSettings): Record<string, string> {
  return {
    [ENVIRONMENT.tableName]: settings.table.tableName,
    [ENVIRONMENT.topicArn]: settings.alertTopic.topicArn,
    ...(settings.chatTopic ? { [ENVIRONMENT.chatTopicArn]: settings.chatTopic.topicArn } : {}),
    ...(settings.eventBus ? { [ENVIRONMENT.eventBusArn]: settings.eventBus.eventBusArn } : {}),
    [ENVIRONMENT.rulesParameter]: rulesParameterNameOf(settings.watchdogName),
    ...(settings.stackRules ? { [ENVIRONMENT.stackRulesParameter]: settings.stackRules.parameterName } : {}),
    [ENVIRONMENT.warningPercent]: String(settings.thresholds.warningPercent),
    [ENVIRONMENT.criticalPercent]: String(settings.thresholds.criticalPercent),
    [ENVIRONMENT.modelOverrides]: JSON.stringify(settings.modelOverrides),
    [ENVIRONMENT.burndownRates]: JSON.stringify(settings.burndownRates),
    ...(settings.metricsPerQuota ? { [ENVIRONMENT.metricsPerQuota]: 'true' } : {}),
    ...(settings.metricsPerRegion ? { [ENVIRONMENT.metricsPerRegion]: 'true' } : {}),
    ...(settings.language === 'en' ? {} : { [ENVIRONMENT.language]: settings.language }),
    ...(settings.dashboardUrl === undefined ? {} : { [ENVIRONMENT.dashboardUrl]: settings.dashboardUrl }),
    ...(settings.runbook === RUNBOOK ? {} : { [ENVIRONMENT.runbook]: settings.runbook }),
    [WATCHDOG_NAME_VARIABLE]: settings.watchdogName,
    POWERTOOLS_SERVICE_NAME: APPLICATION,
  };
}

/** The settings of whoever watches. */
export function watchVariablesOf(settings: WatchSettings): Record<string, string> {
  return {
    ...variablesOf(settings),
    // By its name and no reference: it is known when the function is, and the policy refers to the parameter itself.
    [ENVIRONMENT.limitsParameter]: limitsParameterNameOf(settings.watchdogName),
    ...(settings.refusalQueue ? { [ENVIRONMENT.refusalQueueUrl]: settings.refusalQueue.queueUrl } : {}),
    ...(settings.principals ? {} : { [ENVIRONMENT.principals]: 'false' }),
  };
}
