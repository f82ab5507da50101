/** What applications import: calls of Bedrock that keep to their quotas. No CDK, no evaluation. */
export { classifyThrottle, type ThrottleKind } from './contract/classify-throttle';
export type { Clock } from './contract/clock';
export { DailyQuotaExhaustedError, QuotaWaitError } from './contract/errors';
export type { OnQuotaEvent, QuotaEvent } from './contract/events';
export { type CallOptions, forCall, type QuotaOptions } from './options';
export type { Priority } from './pool/fair-queue';
export type { QuotaLimits } from './pool/quota-gate';
export { withQuotas } from './with-quotas';
