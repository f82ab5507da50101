/** What a person asked for, a folder a question. It knows no terminal and no HTML. */
export {
  type ErrorText,
  type ExplainedModel,
  type Explanation,
  type ExplanationInput,
  explainError,
  type QuotaReadings,
} from './explain';
