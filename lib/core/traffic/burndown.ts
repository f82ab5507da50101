/** A rate, or the reason why none is known; then sums with rate 1 are lower bounds. */
export type Burndown =
  | { readonly kind: 'known'; readonly rate: number }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What one output token of some models costs. */
export interface BurndownRule {
  /** The base model ids it speaks of. */
  readonly models: RegExp;
  /** Quota tokens per output token; `null`: rates above 1 are known of the family, and none of these models. */
  readonly rate: number | null;
  readonly source: string;
  /** Year and month in which a source named it first; `null`: before any that is kept. */
  readonly since: string | null;
  /** Year and month in which the sources were last looked through for it. */
  readonly checked: string;
}

const DOCUMENTED = {
  source: 'AWS documentation on token burndown rates for bedrock-runtime',
  since: '2026-10',
  checked: '2026-11',
};
const UNNAMED = { source: 'named by no AWS source', since: null, checked: '2026-11' };

/**
 * The first rule that matches speaks. A version ends where neither a digit nor a minor version of one or two digits
 * follows: `opus-4-1` is not `opus-4-10`, `opus-5` not `opus-5-6`, and eight digits are a date.
 */
export const BURNDOWN_RULES: readonly BurndownRule[] = [
  { models: /^anthropic\.claude-(?:[a-z]+-)?4-8(?!-\d{1,2}(?:-|:|$))(?=-|:|$)/, rate: 15, ...DOCUMENTED },
  {
    models: /^anthropic\.claude-(?:opus-5|opus-5-5|sonnet-5|fable-5-1)(?!-\d{1,2}(?:-|:|$))(?=-|:|$)/,
    rate: 10,
    ...DOCUMENTED,
  },
  {
    models: /^anthropic\.claude-(?:[a-z]+-)?(?:[1-3](?:-\d{1,2})?|4(?:-[0-7])?)(?!-\d{1,2}(?:-|:|$))(?=-|:|$)/,
    rate: 5,
    ...DOCUMENTED,
  },
  { models: /^anthropic\.claude-(?:instant-)?v\d/, rate: 5, ...DOCUMENTED },
  { models: /^anthropic\.claude-/, rate: null, ...UNNAMED },
  { models: /^openai\.gpt-5\.6(?=-|:|$)/, rate: 10, ...DOCUMENTED },
  { models: /^openai\.gpt-(?:[0-4](?!\d)|5(?:\.[0-5])?(?=-|:|$))/, rate: 1, ...DOCUMENTED },
  { models: /^openai\.gpt-\d/, rate: null, ...UNNAMED },
  { models: /^/, rate: 1, ...DOCUMENTED, since: null },
];

/** The user's own rates: base model id → quota tokens per output token. */
export type BurndownRates = Readonly<Record<string, number>>;

/**
 * Quota tokens per output token of a base model on the runtime endpoint: the user's rate, else that of
 * `BURNDOWN_RULES`; models newer than the table whose family has rates above 1 are unknown.
 */
export function burndownOf(baseModelId: string, rates: BurndownRates = {}): Burndown {
  const own = Object.hasOwn(rates, baseModelId) ? rates[baseModelId] : undefined;
  if (own !== undefined) return { kind: 'known', rate: own };
  const rule = BURNDOWN_RULES.find(({ models }) => models.test(baseModelId));
  if (rule && rule.rate !== null) return { kind: 'known', rate: rule.rate };
  return { kind: 'unknown', reason: `AWS names no burndown rate for ${baseModelId} (as of ${UNNAMED.checked})` };
}
