import { type Explanation, type ExplanationInput, explainError } from '../../../../../lib/core/answers/explain';
import { EN_COMMANDS } from '../../../../../lib/language/command-words';
import { input } from '../../findings/evaluation';
import { quota, SONNET, usage } from '../../fixtures';
import { type JudgeInput, judge } from '../../judge';

/** The profile that was called. */
export const US = `us.${SONNET}`;
export const DAY = 'Too many tokens per day, please wait before trying again.';
export const TOKENS = 'ThrottlingException: Too many tokens, please wait before trying again.';
export const REQUESTS = 'Too many requests, please wait before trying again.';

/** The explanation of a text about the `us.` profile of Sonnet, in an account that is changed. */
export function explain(
  text: string,
  changes: Partial<JudgeInput> = {},
  question: Partial<ExplanationInput> = {},
): Explanation {
  const account = input(changes);
  return explainError({
    text,
    modelId: US,
    quotas: account.quotas,
    profiles: [],
    resolve: account.resolve,
    evaluation: judge(account),
    words: EN_COMMANDS,
    ...question,
  });
}

export const globalTokens = quota({ quotaCode: 'L-0000000A', scope: 'globalCrossRegion', appliedValue: 2_000_000 });
export const modelDay = quota({
  quotaCode: 'L-0000000D',
  scope: 'model',
  dimension: 'tokensPerDay',
  appliedValue: 10_000_000,
  adjustable: false,
});

export const calm = [usage('14:30', { invocations: 10, estimatedTpm: 100_000 })];
export const full = [
  usage('14:30', { invocations: 300, estimatedTpm: 970_000, throttles: 20 }),
  usage('14:31', { invocations: 300, estimatedTpm: 980_000, throttles: 5 }),
];
export const refused = [usage('14:30', { throttles: 7 })];
