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
const MAKER = { source: "Anthropic's overview of its models", asOf: '2026-11' };

/** The first rule that matches speaks; cards say thousands (`128K`), and so does this table. A version ends where neither a digit nor a minor version of one or two digits follows. */
export const MAX_OUTPUT_RULES: readonly MaxOutputRule[] = [
  { models: /^anthropic\.claude-opus-(?:4-[67]|5-5)(?!\d)/, tokens: 128_000, ...MODEL_CARD },
  { models: /^anthropic\.claude-fable-5(?:-[12])?(?!-?\d)/, tokens: 128_000, ...MODEL_CARD },
  { models: /^anthropic\.claude-(?:opus-4-8|sonnet-4-6)(?!\d)/, tokens: 128_000, ...MAKER },
  { models: /^anthropic\.claude-(?:sonnet|haiku|opus)-4-5(?!\d)/, tokens: 64_000, ...MAKER },
  { models: /^anthropic\.claude-sonnet-4(?!-\d{1,2}(?:-|:|$))(?=-|:|$)/, tokens: 64_000, ...MAKER },
  { models: /^anthropic\.claude-opus-4(?:-1)?(?!-\d{1,2}(?:-|:|$))(?=-|:|$)/, tokens: 32_000, ...MAKER },
  { models: /^anthropic\.claude-3-5-haiku-/, tokens: 8_000, ...MODEL_CARD },
  { models: /^anthropic\.claude-3-haiku-/, tokens: 4_000, ...MODEL_CARD },
  { models: /^amazon\.nova-lite-v1(?!\d)/, tokens: 5_000, ...MODEL_CARD },
  { models: /^amazon\.nova-premier-v1(?!\d)/, tokens: 25_000, ...MODEL_CARD },
  { models: /^openai\.gpt-6-sol(?=-|:|$)/, tokens: 128_000, ...MODEL_CARD },
  { models: /^deepseek\.(?:r1-v1|v3\.2)(?!\d)/, tokens: 8_000, ...MODEL_CARD },
  { models: /^meta\.llama3-1-70b-/, tokens: 4_000, ...MODEL_CARD },
  { models: /^qwen\.qwen3-coder-next(?=-|:|$)/, tokens: 16_000, ...MODEL_CARD },
];

/** Tokens a model returns at most, as its model card says; `null`: it is not known. */
export function maxOutputOf(baseModelId: string): number | null {
  return MAX_OUTPUT_RULES.find(({ models }) => models.test(baseModelId))?.tokens ?? null;
}
