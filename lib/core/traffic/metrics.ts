import type { MinuteUsage } from '../vocabulary/series';

/** The counts of a minute, one column each. */
export type UsageKind = Exclude<keyof MinuteUsage, 'minute'>;

/**
 * CloudWatch metrics of namespace AWS/Bedrock and the column each fills. Documentation and AWS samples disagree on the
 * names of the cache metrics, so both spellings are read; where a minute has both, the larger counts, never the sum.
 * Source: Amazon Bedrock runtime metrics, 2026-10.
 */
const RUNTIME_KINDS: Readonly<Record<string, UsageKind>> = {
  Invocations: 'invocations',
  InvocationThrottles: 'throttles',
  InvocationClientErrors: 'clientErrors',
  InvocationServerErrors: 'serverErrors',
  InputTokenCount: 'input',
  OutputTokenCount: 'output',
  CacheReadInputTokenCount: 'cacheRead',
  CacheReadInputTokens: 'cacheRead',
  CacheWriteInputTokenCount: 'cacheWrite',
  CacheWriteInputTokens: 'cacheWrite',
  EstimatedTPMQuotaUsage: 'estimatedTpm',
};

/**
 * CloudWatch metrics of namespace AWS/BedrockMantle and the column each fills. There is none for throttles; whether the
 * client errors hold the 429s is not documented.
 * Source: Amazon Bedrock mantle metrics, 2026-10.
 */
const MANTLE_KINDS: Readonly<Record<string, UsageKind>> = {
  Inferences: 'invocations',
  InferenceClientErrors: 'clientErrors',
  TotalInputTokens: 'input',
  TotalOutputTokens: 'output',
  // The names at the level of project and model.
  InputTokens: 'input',
  OutputTokens: 'output',
};

/**
 * CloudWatch metrics of namespace AWS/Bedrock/Agents and the column each fills: calls of models that agents make.
 * Source: Amazon Bedrock agents metrics, 2026-10.
 */
const AGENTS_KINDS: Readonly<Record<string, UsageKind>> = {
  ModelInvocationCount: 'invocations',
  ModelInvocationThrottles: 'throttles',
  InputTokenCount: 'input',
  OutputTokenCount: 'output',
};

/** Where CloudWatch counts calls: the endpoints, and the agents that call models for their users. */
export type MetricSource = 'runtime' | 'mantle' | 'agents';

const METRIC_KINDS: Readonly<Record<MetricSource, ReadonlyMap<string, UsageKind>>> = {
  runtime: new Map(Object.entries(RUNTIME_KINDS)),
  mantle: new Map(Object.entries(MANTLE_KINDS)),
  agents: new Map(Object.entries(AGENTS_KINDS)),
};

/** The column a metric fills; `null` for metrics that are not read. */
export function usageKindOf(source: MetricSource, metricName: string): UsageKind | null {
  return METRIC_KINDS[source].get(metricName) ?? null;
}

/** All columns, in the order they are stored. */
export const USAGE_KINDS: readonly UsageKind[] = [
  'invocations',
  'throttles',
  'clientErrors',
  'serverErrors',
  'input',
  'output',
  'cacheRead',
  'cacheWrite',
  'estimatedTpm',
];

/** Columns that every read needs; the raw token counts serve where the native estimate is missing, and for averages. */
export const LEAN_KINDS: ReadonlySet<UsageKind> = new Set(['invocations', 'throttles', 'clientErrors', 'estimatedTpm']);
