import { reduceName, spellingsOf } from './model-name';

/** A model that AWS listed once and lists no more. */
interface RetiredModel {
  readonly id: string;
  readonly provider: string;
  /** As its quotas may name it still. */
  readonly names: readonly string[];
}

/**
 * Models that quotas of 2024 and 2026 name (`list-service-quotas`, us-east-1, 2024-03 and 2026-07) and no listing of models
 * of 2026 has for calls on demand (`list-foundation-models`, us-east-1, 2026-01 and 2026-06). Quotas of theirs may stay
 * listed; none of their calls is served.
 */
export const RETIRED_MODELS: readonly RetiredModel[] = [
  {
    id: 'amazon.titan-text-premier-v1:0',
    provider: 'Amazon',
    names: ['Titan Text Premier', 'Titan Text G1 - Premier'],
  },
  { id: 'amazon.titan-text-lite-v1', provider: 'Amazon', names: ['Titan Text Lite', 'Titan Text G1 - Lite'] },
  { id: 'amazon.titan-image-generator-v1', provider: 'Amazon', names: ['Titan Image Generator G1'] },
  { id: 'ai21.j2-mid-v1', provider: 'AI21 Labs', names: ['Jurassic-2 Mid'] },
  { id: 'ai21.j2-ultra-v1', provider: 'AI21 Labs', names: ['Jurassic-2 Ultra'] },
  { id: 'ai21.jamba-instruct-v1:0', provider: 'AI21 Labs', names: ['Jamba Instruct', 'Jamba-Instruct'] },
  { id: 'cohere.command-text-v14', provider: 'Cohere', names: ['Command'] },
  { id: 'cohere.command-light-text-v14', provider: 'Cohere', names: ['Command Light'] },
  { id: 'meta.llama2-13b-v1', provider: 'Meta', names: ['Llama2 13B'] },
  { id: 'meta.llama2-70b-v1', provider: 'Meta', names: ['Llama2 70B'] },
  { id: 'meta.llama2-13b-chat-v1', provider: 'Meta', names: ['Llama2 Chat 13B'] },
  { id: 'meta.llama2-70b-chat-v1', provider: 'Meta', names: ['Llama2 Chat 70B'] },
  { id: 'stability.stable-diffusion-xl-v0', provider: 'Stability.ai', names: ['Diffusion XL 0.8'] },
  { id: 'stability.stable-diffusion-xl-v1', provider: 'Stability.ai', names: ['Diffusion XL 1.0'] },
  // Listed in 2026 with context variants for provisioned throughput only.
  { id: 'anthropic.claude-instant-v1', provider: 'Anthropic', names: ['Claude Instant'] },
  { id: 'anthropic.claude-v2', provider: 'Anthropic', names: ['Claude V2'] },
];

const NAMES: ReadonlySet<string> = new Set(
  RETIRED_MODELS.flatMap(({ provider, names }) =>
    names.flatMap((name) => [name, ...spellingsOf(provider).map((maker) => `${maker} ${name}`)]).map(reduceName),
  ),
);

/** Whether a quota's label names a retired model, with or without its maker. */
export function isRetired(modelLabel: string): boolean {
  return NAMES.has(reduceName(modelLabel));
}
