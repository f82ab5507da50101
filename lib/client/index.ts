/** What applications import: calls of Bedrock that keep to their quotas. No CDK, no evaluation. */
export { classifyThrottle, type ThrottleKind } from './classify-throttle';
export { DailyQuotaExhaustedError, QuotaWaitError } from './errors';
