/**
 * Quota tokens per output token, as the local account's Bedrock charges them. A table of its own, written down from AWS's
 * documentation (2026-10) by model family, so that a mistake in the product shows against it.
 */
const RATES: readonly (readonly [pattern: RegExp, rate: number])[] = [
  [/^anthropic\.claude-\w+-4-8\b/, 15],
  [/^anthropic\.claude-(opus-5|opus-5-5|sonnet-5|fable-5-1)$/, 10],
  [/^openai\.gpt-5\.6\b/, 10],
  [/^anthropic\./, 5],
];

/** The rate of a base model; 1 for all that the table does not name. */
export function rateOf(baseModelId: string): number {
  return RATES.find(([pattern]) => pattern.test(baseModelId))?.[1] ?? 1;
}
