/** Which limit an error means here, by what evidence, and what to do. */
export type { ErrorText } from './error-text';
export { type Explanation, type ExplanationInput, explainError, isOwnQuota, type QuotaReadings } from './explain';
export type { ExplainedModel } from './model';
export { isOfOtherQuota } from './verdict';
