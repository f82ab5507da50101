/** What a person asked for, a folder a question. It knows no terminal and no HTML. */
export type { ErrorKind, ErrorText } from './explain/error-text';
export { type Explanation, type ExplanationInput, explainError, type QuotaReadings } from './explain/explain';
export type { ExplainedModel } from './explain/model';
