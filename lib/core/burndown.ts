/**
 * How many quota tokens one output token costs.
 * Source: AWS documentation on token burndown rates for bedrock-runtime, as quoted in 2026-10.
 */

/** A rate, or the reason why none is known; then sums with rate 1 are lower bounds. */
export type Burndown =
  | { readonly kind: 'known'; readonly rate: number }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Date of the documentation behind the table. */
export const BURNDOWN_AS_OF = '2026-10';

const CLAUDE_NAMED: Readonly<Record<string, number>> = {
  'opus 5.0': 10,
  'opus 5.5': 10,
  'sonnet 5.0': 10,
  'fable 5.1': 10,
};

const CLAUDE = /^anthropic\.claude-(?:([a-z]+)-)?(\d{1,2})(?:-(\d{1,2}))?(?=-|:|$)(?:-([a-z]+))?/;
const CLAUDE_WITHOUT_NUMBER = /^anthropic\.claude-(?:instant-)?v\d/;

function unnamed(baseModelId: string): Burndown {
  return { kind: 'unknown', reason: `AWS names no burndown rate for ${baseModelId} (as of ${BURNDOWN_AS_OF})` };
}

function claudeBurndown(baseModelId: string): Burndown {
  if (CLAUDE_WITHOUT_NUMBER.test(baseModelId)) return { kind: 'known', rate: 5 };
  const match = CLAUDE.exec(baseModelId);
  if (!match) return unnamed(baseModelId);
  const [major, minor] = [Number(match[2]), Number(match[3] ?? 0)];
  if (major < 4 || (major === 4 && minor <= 7)) return { kind: 'known', rate: 5 };
  if (major === 4 && minor === 8) return { kind: 'known', rate: 15 };
  const rate = CLAUDE_NAMED[`${match[1] ?? match[4] ?? ''} ${major}.${minor}`];
  return rate === undefined ? unnamed(baseModelId) : { kind: 'known', rate };
}

/**
 * Quota tokens per output token of a base model on the runtime endpoint.
 * Claude up to 4.7 → 5, Claude 4.8 → 15, Opus 5 and 5.5, Sonnet 5, Fable 5.1 and GPT-5.6 → 10, all others → 1; models
 * newer than the table whose family has rates above 1 are unknown.
 */
export function burndownOf(baseModelId: string): Burndown {
  if (baseModelId.startsWith('anthropic.claude-')) return claudeBurndown(baseModelId);
  const gpt = /^openai\.gpt-(\d+(?:\.\d+)?)(?=-|:|$)/.exec(baseModelId);
  if (gpt) {
    const version = Number(gpt[1]);
    if (version === 5.6) return { kind: 'known', rate: 10 };
    if (version > 5.6) return unnamed(baseModelId);
  }
  return { kind: 'known', rate: 1 };
}
