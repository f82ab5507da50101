/** The largest output of some models, which is what a call reserves when `max_tokens` is not set. */
interface MaxOutputRule {
  /** The base model ids it speaks of. */
  readonly models: RegExp;
  /** Tokens. */
  readonly tokens: number;
  readonly source: string;
  /** Year and month of the source. */
  readonly asOf: string;
}

const MODEL_CARD = { source: 'model cards of the Amazon Bedrock user guide', asOf: '2026-11' };

/** The first rule that matches speaks. An id ends, or goes on with a date or a version. */
export const MAX_OUTPUT_RULES: readonly MaxOutputRule[] = [
  { models: /^anthropic\.claude-(?:sonnet|haiku|opus)-4-5(?=-\d{8}|$)/, tokens: 64_000, ...MODEL_CARD },
  { models: /^anthropic\.claude-opus-4-6(?=-v|$)/, tokens: 128_000, ...MODEL_CARD },
  { models: /^amazon\.nova-lite-v1/, tokens: 5_000, ...MODEL_CARD },
];

/** Tokens a model returns at most, as its model card says; `null`: it is not known. */
export function maxOutputOf(baseModelId: string): number | null {
  return MAX_OUTPUT_RULES.find(({ models }) => models.test(baseModelId))?.tokens ?? null;
}
