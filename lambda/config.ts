import { DEFAULT_THRESHOLDS, ENVIRONMENT, WATCHDOG_NAME_VARIABLE } from '../lib/contract';
import type { Thresholds } from '../lib/core/severity';

/** What the stack tells the poller. */
export interface PollerConfig {
  readonly tableName: string;
  readonly topicArn: string;
  /** `null`: no chat. */
  readonly chatTopicArn: string | null;
  /** `null`: no events are put. */
  readonly eventBusArn: string | null;
  readonly thresholds: Thresholds;
  /** Quota code → base model ids. */
  readonly modelOverrides: Readonly<Record<string, readonly string[]>>;
  readonly dashboardUrl: string | null;
  readonly watchdogName: string;
  readonly region: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`environment variable ${name} is missing; the stack sets it`);
  return value;
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

function toOverrides(environment: Environment): Record<string, string[]> {
  const text = environment[ENVIRONMENT.modelOverrides];
  if (!text) return {};
  const complaint = new Error(
    `environment variable ${ENVIRONMENT.modelOverrides} is ${JSON.stringify(text)}; a JSON object of quota code → model ids is needed`,
  );
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    complaint.cause = error;
    throw complaint;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw complaint;
  const overrides: Record<string, string[]> = {};
  for (const [code, ids] of Object.entries(parsed)) {
    if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) throw complaint;
    overrides[code] = ids;
  }
  return overrides;
}

/** Reads the poller's configuration. @throws Error that names the variable, its value and what is allowed. */
export function readConfig(environment: Environment): PollerConfig {
  const thresholds = {
    warningPercent: toPercent(environment, ENVIRONMENT.warningPercent, DEFAULT_THRESHOLDS.warningPercent),
    criticalPercent: toPercent(environment, ENVIRONMENT.criticalPercent, DEFAULT_THRESHOLDS.criticalPercent),
  };
  if (thresholds.warningPercent >= thresholds.criticalPercent) {
    throw new Error(
      `the warning threshold (${thresholds.warningPercent}) must be below the critical one (${thresholds.criticalPercent})`,
    );
  }
  return {
    tableName: required(environment, ENVIRONMENT.tableName),
    topicArn: required(environment, ENVIRONMENT.topicArn),
    chatTopicArn: environment[ENVIRONMENT.chatTopicArn] || null,
    eventBusArn: environment[ENVIRONMENT.eventBusArn] || null,
    thresholds,
    modelOverrides: toOverrides(environment),
    dashboardUrl: environment[ENVIRONMENT.dashboardUrl] || null,
    watchdogName: environment[WATCHDOG_NAME_VARIABLE] || 'BedrockQuotaWatchdog',
    region: required(environment, 'AWS_REGION'),
  };
}
