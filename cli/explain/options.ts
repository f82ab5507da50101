import type { EvaluationOptions } from '../region/evaluate-region';

/** Options of `explain`. */
export type ExplainOptions = Omit<EvaluationOptions, 'rules'> & {
  /** The model id, profile id or ARN that was called. @default the one in the text, else the only one that throttles */
  readonly model?: string;
  /** Minutes back in which refused calls are looked for. @default - a text is explained */
  readonly recent?: number;
};
