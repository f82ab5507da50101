/**
 * What applications import: calls of Bedrock that keep to their quotas. No CDK, no evaluation.
 *
 * @module bedrock-quota-watchdog/client
 */

export { type CallOptions, forCall, type QuotaOptions } from './calls/options';
export { withQuotas } from './calls/with-quotas';
export { classifyThrottle, type ThrottleKind } from './contract/classify-throttle';
export type { Clock } from './contract/clock';
export { DailyQuotaExhaustedError, QuotaWaitError } from './contract/errors';
export type { OnQuotaEvent, QuotaEvent } from './contract/events';
export type { LimitsEvent, LimitsTrouble } from './contract/limits-events';
export type { StoreEvent, StoreTrouble } from './contract/store-events';
export { createFallback, type Fallback, type FallbackOptions, type SendOptions } from './fallback/create-fallback';
export type { Geography } from './fallback/geography';
export type { Rank } from './fallback/order';
export type { FallbackTarget } from './fallback/target';
export type { LimitsFrom, ParameterClient } from './limits/limits-from';
export type { QuotaLimits } from './pool/call-at-gate';
export type { Priority } from './pool/fair-queue';
export { type DynamoStoreOptions, type DynamoTables, dynamoStore } from './shared/dynamo-store';
export { memoryStore } from './shared/memory-store';
export type { QuotaStore, StoredText, TextToWrite } from './shared/store';
