/** What is the matter, why, and what to do. It does not know who is told. */
export { evaluate } from './evaluate';
export type { Evaluation, EvaluationInput } from './evaluation';
export { type Report, toReport } from './report';
export type { Readers } from './tell';
