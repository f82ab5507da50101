import { evaluate } from '../../../lib/core/findings/evaluate';
import type { Evaluation, EvaluationInput } from '../../../lib/core/findings/evaluation';
import { type Report, toReport } from '../../../lib/core/findings/report';
import { EN } from '../../../lib/language/en';
import { type Language, wordsOf } from '../../../lib/language/language';

/** What is judged, and the language of the people who read it. */
export type JudgeInput = EvaluationInput & { readonly language?: Language };

/** An evaluation and what is told of it, as Lambda and command line go through both. */
export function judge({ language = 'en', ...input }: JudgeInput): Evaluation & Report {
  const evaluation = evaluate(input);
  return { ...evaluation, ...toReport(evaluation, { programs: EN, people: wordsOf(language) }) };
}
