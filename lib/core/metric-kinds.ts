import type { MinuteUsage } from './usage';

/** The counts of a minute, one column each. */
export type UsageKind = Exclude<keyof MinuteUsage, 'minute'>;

/**
 * CloudWatch metrics of namespace AWS/Bedrock and the column each fills. Documentation and AWS samples disagree on the
 * names of the cache metrics, so both spellings are read; a series has one of them, so nothing counts twice.
 * Source: Amazon Bedrock runtime metrics, 2026-10.
 */
export const METRIC_KINDS: Readonly<Record<string, UsageKind>> = {
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
