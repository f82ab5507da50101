import {
  DEFAULT_THRESHOLDS,
  ENVIRONMENT,
  REFUSAL_EVIDENCE_VARIABLE,
  RUNBOOK,
  WATCHDOG_NAME_VARIABLE,
} from '../lib/contract';
import type { MessagePlaces } from '../lib/core/messages/incident';
import { parseModelOverrides } from '../lib/core/quotas/model-overrides';
import type { TargetPlace } from '../lib/core/targets';
import type { BurndownRates } from '../lib/core/traffic/burndown';
import { parseBurndownRates } from '../lib/core/traffic/burndown-rates';
import type { SettingsPlace } from '../lib/core/vocabulary/settings';
import type { Thresholds } from '../lib/core/vocabulary/severity';
import { EN_SETTINGS } from '../lib/language/en/settings';
import { isLanguage, LANGUAGES, type Language } from '../lib/language/language';
import { type Environment, required } from './environment';

/** What the stack tells the poller. */
export interface PollerConfig {
  readonly tableName: string;
  readonly topicArn: string;
  /** `null`: no chat. */
  readonly chatTopicArn: string | null;
  /** `null`: no events are put. */
  readonly eventBusArn: string | null;
  /** Name of the SSM parameter in which users keep alert rules, whether it exists or not; `null`: it is not looked for. */
  readonly rulesParameter: string | null;
  /** Name of the parameter in which the stack keeps its own; `null`: it has none. */
  readonly stackRulesParameter: string | null;
  /** Whether units and tags of accounts are known, so that rules may go by them: the watchdog looks up an organisation. */
  readonly knowsOrganization: boolean;
  /** Name of the parameter in which limits are published; `null`: they are not. */
  readonly limitsParameter: string | null;
  /** Queue of refused calls that CloudTrail recorded; `null`: they are not looked at. */
  readonly refusalQueueUrl: string | null;
  /** Whether roles, sessions and users of refused calls are kept and named. */
  readonly principals: boolean;
  readonly thresholds: Thresholds;
  /** Quota code → base model ids. */
  readonly modelOverrides: Readonly<Record<string, readonly string[]>>;
  /** Base model id → quota tokens per output token. */
  readonly burndownRates: BurndownRates;
  /** Whether a metric is published for each quota with traffic. */
  readonly metricsPerQuota: boolean;
  /** Whether own metrics are published for each Region of a fleet too. */
  readonly metricsPerRegion: boolean;
  /** Of what people read: messages, chat, widget. */
  readonly language: Language;
  readonly places: MessagePlaces;
  readonly watchdogName: string;
  readonly region: string;
}

function toPercent(environment: Environment, name: string, fallback: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const percent = Number(text);
  if (!Number.isFinite(percent) || percent <= 0) {
    throw new Error(`environment variable ${name} is ${JSON.stringify(text)}; a percent above 0 is needed`);
  }
  return percent;
}

function placeOf(variable: string): SettingsPlace {
  return { place: `environment variable ${variable}`, words: EN_SETTINGS };
}

function toOverrides(environment: Environment): PollerConfig['modelOverrides'] {
  const text = environment[ENVIRONMENT.modelOverrides];
  return text ? parseModelOverrides(text, placeOf(ENVIRONMENT.modelOverrides)) : {};
}

function toBurndownRates(environment: Environment): BurndownRates {
  const text = environment[ENVIRONMENT.burndownRates];
  return text ? parseBurndownRates(text, placeOf(ENVIRONMENT.burndownRates)) : {};
}

function toLanguage(environment: Environment): Language {
  const text = environment[ENVIRONMENT.language] || 'en';
  if (isLanguage(text)) return text;
  throw new Error(
    `environment variable ${ENVIRONMENT.language} is ${JSON.stringify(text)}; one of ${LANGUAGES.join(', ')} is needed`,
  );
}

function toThresholds(environment: Environment): Thresholds {
  const thresholds = {
    warningPercent: toPercent(environment, ENVIRONMENT.warningPercent, DEFAULT_THRESHOLDS.warningPercent),
    criticalPercent: toPercent(environment, ENVIRONMENT.criticalPercent, DEFAULT_THRESHOLDS.criticalPercent),
  };
  if (thresholds.warningPercent < thresholds.criticalPercent) return thresholds;
  throw new Error(
    `the warning threshold (${thresholds.warningPercent}) must be below the critical one (${thresholds.criticalPercent})`,
  );
}

/** Whether the targets of the environment are looked up; without any, or where they cannot be read, they are not. */
function hasOrganization(environment: Environment): boolean {
  return /"organization"\s*:\s*\{/.test(environment[ENVIRONMENT.targets] ?? '');
}

/** What poller and widget judge by. */
type SharedConfig = Pick<
  PollerConfig,
  'tableName' | 'principals' | 'thresholds' | 'burndownRates' | 'language' | 'region'
>;

/** What the stack tells the widget: what it needs to judge as the poller does, and nothing to speak with. */
export interface WidgetConfig extends SharedConfig {
  /** Whether the poller reads refused calls. */
  readonly refusalEvidence: boolean;
  /** The watchdog's own account and Region, where it has several targets; `null`: it has one. */
  readonly home: TargetPlace | null;
}

/** The language a widget fails in, whatever else is wrong; English when that is. */
export function readWidgetLanguage(environment: Environment): Language {
  const text = environment[ENVIRONMENT.language] ?? '';
  return isLanguage(text) ? text : 'en';
}

/** Where the runbook is read; the project's own page unless the stack names one. */
export function readRunbook(environment: Environment): string {
  return environment[ENVIRONMENT.runbook] || RUNBOOK;
}

function readShared(environment: Environment): SharedConfig {
  return {
    tableName: required(environment, ENVIRONMENT.tableName),
    principals: environment[ENVIRONMENT.principals] !== 'false',
    thresholds: toThresholds(environment),
    burndownRates: toBurndownRates(environment),
    language: toLanguage(environment),
    region: required(environment, 'AWS_REGION'),
  };
}

/** Reads the widget's configuration. @throws Error that names the variable, its value and what is allowed. */
export function readWidgetConfig(environment: Environment): WidgetConfig {
  const shared = readShared(environment);
  const accountId = environment[ENVIRONMENT.accountId] || null;
  return {
    ...shared,
    refusalEvidence: environment[REFUSAL_EVIDENCE_VARIABLE] === 'true',
    home: accountId === null ? null : { accountId, region: shared.region },
  };
}

/** Reads the poller's configuration. @throws Error that names the variable, its value and what is allowed. */
export function readConfig(environment: Environment): PollerConfig {
  return {
    ...readShared(environment),
    topicArn: required(environment, ENVIRONMENT.topicArn),
    chatTopicArn: environment[ENVIRONMENT.chatTopicArn] || null,
    eventBusArn: environment[ENVIRONMENT.eventBusArn] || null,
    rulesParameter: environment[ENVIRONMENT.rulesParameter] || null,
    stackRulesParameter: environment[ENVIRONMENT.stackRulesParameter] || null,
    knowsOrganization: hasOrganization(environment),
    limitsParameter: environment[ENVIRONMENT.limitsParameter] || null,
    refusalQueueUrl: environment[ENVIRONMENT.refusalQueueUrl] || null,
    modelOverrides: toOverrides(environment),
    metricsPerRegion: environment[ENVIRONMENT.metricsPerRegion] === 'true',
    metricsPerQuota: environment[ENVIRONMENT.metricsPerQuota] === 'true',
    places: { dashboard: environment[ENVIRONMENT.dashboardUrl] || null, runbook: readRunbook(environment) },
    watchdogName: environment[WATCHDOG_NAME_VARIABLE] || 'BedrockQuotaWatchdog',
  };
}
