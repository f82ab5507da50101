/** Which limit an error means here, by what evidence, and what to do. */
export type { ErrorText } from './error-text';
export { explainError } from './explain';
export { type Explanation, type ExplanationInput, isOwnQuota, type QuotaReadings } from './explanation';
export type { ExplainedModel } from './model';
