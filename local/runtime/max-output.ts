/**
 * What models return at most, in tokens, as the local account's Bedrock reserves it where max_tokens is not set. A table of
 * its own, written down from the model cards and parameter pages of the Bedrock user guide (2026-11), so that a mistake in the
 * product shows against it.
 */
const MOST: readonly (readonly [models: RegExp, tokens: number])[] = [
  [/^anthropic\.claude-3-haiku-/, 4_000],
  [/^amazon\.nova-lite-v1/, 5_000],
  [/^meta\.llama3-1-70b-/, 4_000],
  [/^mistral\.mixtral-8x7b-/, 4_096],
  [/^mistral\.mistral-(?:7b|large-2402|small-2402)-/, 8_192],
];

/** Of a model that the table does not name. */
const OTHERS = 64_000;

/** The tokens a base model returns at most. */
export function mostOutputOf(baseModelId: string): number {
  return MOST.find(([models]) => models.test(baseModelId))?.[1] ?? OTHERS;
}
