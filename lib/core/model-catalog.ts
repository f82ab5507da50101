import type { FoundationModel } from './usage';

/** How a model can be called, one letter a way: D on demand, I by inference profile, P provisioned; empty: not said. */
type Ways = '' | 'D' | 'I' | 'P' | 'DI' | 'DP';

const INFERENCE_TYPES: Readonly<Record<Ways, readonly string[]>> = {
  '': [],
  D: ['ON_DEMAND'],
  I: ['INFERENCE_PROFILE'],
  P: ['PROVISIONED'],
  DI: ['ON_DEMAND', 'INFERENCE_PROFILE'],
  DP: ['ON_DEMAND', 'PROVISIONED'],
};

/**
 * Base models by provider, `[id, name, ways]`. They serve where the Region's own list cannot be read, and for retired
 * models whose quotas remain; the list of the Region wins.
 * Source: ListFoundationModels in us-east-1, 2026-01 and 2026-06 (the later one wins).
 */
const BY_PROVIDER: Readonly<Record<string, readonly (readonly [id: string, name: string, ways: Ways])[]>> = {
  'AI21 Labs': [
    ['ai21.jamba-1-5-large-v1:0', 'Jamba 1.5 Large', 'D'],
    ['ai21.jamba-1-5-mini-v1:0', 'Jamba 1.5 Mini', 'D'],
  ],
  Amazon: [
    ['amazon.nova-2-lite-v1:0', 'Nova 2 Lite', 'I'],
    ['amazon.nova-2-lite-v1:0:256k', 'Nova 2 Lite', 'P'],
    ['amazon.nova-2-multimodal-embeddings-v1:0', 'Amazon Nova Multimodal Embeddings', 'D'],
    ['amazon.nova-2-sonic-v1:0', 'Nova 2 Sonic', 'D'],
    ['amazon.nova-canvas-v1:0', 'Nova Canvas', 'DP'],
    ['amazon.nova-lite-v1:0', 'Nova Lite', 'DI'],
    ['amazon.nova-lite-v1:0:24k', 'Nova Lite', 'P'],
    ['amazon.nova-lite-v1:0:300k', 'Nova Lite', 'P'],
    ['amazon.nova-micro-v1:0', 'Nova Micro', 'DI'],
    ['amazon.nova-micro-v1:0:128k', 'Nova Micro', 'P'],
    ['amazon.nova-micro-v1:0:24k', 'Nova Micro', 'P'],
    ['amazon.nova-premier-v1:0', 'Nova Premier', 'I'],
    ['amazon.nova-premier-v1:0:1000k', 'Nova Premier', ''],
    ['amazon.nova-premier-v1:0:20k', 'Nova Premier', ''],
    ['amazon.nova-premier-v1:0:8k', 'Nova Premier', ''],
    ['amazon.nova-premier-v1:0:mm', 'Nova Premier', ''],
    ['amazon.nova-pro-v1:0', 'Nova Pro', 'DI'],
    ['amazon.nova-pro-v1:0:24k', 'Nova Pro', 'P'],
    ['amazon.nova-pro-v1:0:300k', 'Nova Pro', 'P'],
    ['amazon.nova-reel-v1:0', 'Nova Reel', 'D'],
    ['amazon.nova-reel-v1:1', 'Nova Reel', 'D'],
    ['amazon.nova-sonic-v1:0', 'Nova Sonic', 'D'],
    ['amazon.titan-embed-g1-text-02', 'Titan Text Embeddings v2', 'D'],
    ['amazon.titan-embed-image-v1', 'Titan Multimodal Embeddings G1', 'D'],
    ['amazon.titan-embed-image-v1:0', 'Titan Multimodal Embeddings G1', 'P'],
    ['amazon.titan-embed-text-v1', 'Titan Embeddings G1 - Text', 'D'],
    ['amazon.titan-embed-text-v1:2:8k', 'Titan Embeddings G1 - Text', 'P'],
    ['amazon.titan-embed-text-v2:0', 'Titan Text Embeddings V2', 'D'],
    ['amazon.titan-embed-text-v2:0:8k', 'Titan Text Embeddings V2', ''],
    ['amazon.titan-image-generator-v2:0', 'Titan Image Generator G1 v2', 'DP'],
    ['amazon.titan-text-express-v1', 'Titan Text G1 - Express', 'D'],
    ['amazon.titan-text-express-v1:0:8k', 'Titan Text G1 - Express', 'P'],
    ['amazon.titan-tg1-large', 'Titan Text Large', 'D'],
  ],
  Anthropic: [
    ['anthropic.claude-3-5-haiku-20241022-v1:0', 'Claude 3.5 Haiku', 'I'],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'Claude 3.5 Sonnet', 'DI'],
    ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'Claude 3.5 Sonnet v2', 'I'],
    ['anthropic.claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet', 'I'],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'Claude 3 Haiku', 'D'],
    ['anthropic.claude-3-haiku-20240307-v1:0:200k', 'Claude 3 Haiku', 'P'],
    ['anthropic.claude-3-haiku-20240307-v1:0:48k', 'Claude 3 Haiku', 'P'],
    ['anthropic.claude-3-opus-20240229-v1:0', 'Claude 3 Opus', 'I'],
    ['anthropic.claude-3-opus-20240229-v1:0:12k', 'Claude 3 Opus', ''],
    ['anthropic.claude-3-opus-20240229-v1:0:200k', 'Claude 3 Opus', ''],
    ['anthropic.claude-3-opus-20240229-v1:0:28k', 'Claude 3 Opus', ''],
    ['anthropic.claude-3-sonnet-20240229-v1:0', 'Claude 3 Sonnet', 'D'],
    ['anthropic.claude-3-sonnet-20240229-v1:0:200k', 'Claude 3 Sonnet', 'P'],
    ['anthropic.claude-3-sonnet-20240229-v1:0:28k', 'Claude 3 Sonnet', 'P'],
    ['anthropic.claude-fable-5', 'Claude Fable 5', 'I'],
    ['anthropic.claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5', 'I'],
    ['anthropic.claude-instant-v1:2:100k', 'Claude Instant', 'P'],
    ['anthropic.claude-opus-4-1-20250805-v1:0', 'Claude Opus 4.1', 'I'],
    ['anthropic.claude-opus-4-20250514-v1:0', 'Claude Opus 4', 'I'],
    ['anthropic.claude-opus-4-5-20251101-v1:0', 'Claude Opus 4.5', 'I'],
    ['anthropic.claude-opus-4-6-v1', 'Claude Opus 4.6', 'I'],
    ['anthropic.claude-opus-4-7', 'Claude Opus 4.7', 'I'],
    ['anthropic.claude-opus-4-8', 'Claude Opus 4.8', 'I'],
    ['anthropic.claude-sonnet-4-20250514-v1:0', 'Claude Sonnet 4', 'I'],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'Claude Sonnet 4.5', 'I'],
    ['anthropic.claude-sonnet-4-6', 'Claude Sonnet 4.6', 'I'],
    ['anthropic.claude-v2:0:100k', 'Claude', 'P'],
    ['anthropic.claude-v2:0:18k', 'Claude', 'P'],
    ['anthropic.claude-v2:1:18k', 'Claude', 'P'],
    ['anthropic.claude-v2:1:200k', 'Claude', 'P'],
  ],
  Cohere: [
    ['cohere.command-r-plus-v1:0', 'Command R+', 'D'],
    ['cohere.command-r-v1:0', 'Command R', 'D'],
    ['cohere.embed-english-v3', 'Embed English', 'D'],
    ['cohere.embed-english-v3:0:512', 'Embed English', 'P'],
    ['cohere.embed-multilingual-v3', 'Embed Multilingual', 'D'],
    ['cohere.embed-multilingual-v3:0:512', 'Embed Multilingual', 'P'],
    ['cohere.embed-v4:0', 'Embed v4', 'DI'],
    ['cohere.rerank-v3-5:0', 'Rerank 3.5', 'D'],
  ],
  DeepSeek: [
    ['deepseek.r1-v1:0', 'DeepSeek-R1', 'I'],
    ['deepseek.v3.2', 'DeepSeek V3.2', 'D'],
  ],
  Google: [
    ['google.gemma-3-12b-it', 'Gemma 3 12B IT', 'D'],
    ['google.gemma-3-27b-it', 'Gemma 3 27B PT', 'D'],
    ['google.gemma-3-4b-it', 'Gemma 3 4B IT', 'D'],
  ],
  Meta: [
    ['meta.llama3-1-70b-instruct-v1:0', 'Llama 3.1 70B Instruct', 'I'],
    ['meta.llama3-1-8b-instruct-v1:0', 'Llama 3.1 8B Instruct', 'I'],
    ['meta.llama3-2-11b-instruct-v1:0', 'Llama 3.2 11B Instruct', 'I'],
    ['meta.llama3-2-1b-instruct-v1:0', 'Llama 3.2 1B Instruct', 'I'],
    ['meta.llama3-2-3b-instruct-v1:0', 'Llama 3.2 3B Instruct', 'I'],
    ['meta.llama3-2-90b-instruct-v1:0', 'Llama 3.2 90B Instruct', 'I'],
    ['meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B Instruct', 'I'],
    ['meta.llama3-70b-instruct-v1:0', 'Llama 3 70B Instruct', 'D'],
    ['meta.llama3-8b-instruct-v1:0', 'Llama 3 8B Instruct', 'D'],
    ['meta.llama4-maverick-17b-instruct-v1:0', 'Llama 4 Maverick 17B Instruct', 'I'],
    ['meta.llama4-scout-17b-instruct-v1:0', 'Llama 4 Scout 17B Instruct', 'I'],
  ],
  MiniMax: [
    ['minimax.minimax-m2', 'MiniMax M2', 'D'],
    ['minimax.minimax-m2.1', 'MiniMax M2.1', 'D'],
    ['minimax.minimax-m2.5', 'MiniMax M2.5', 'D'],
  ],
  'Mistral AI': [
    ['mistral.devstral-2-123b', 'Devstral 2 123B', 'D'],
    ['mistral.magistral-small-2509', 'Magistral Small 2509', 'D'],
    ['mistral.ministral-3-14b-instruct', 'Ministral 14B 3.0', 'D'],
    ['mistral.ministral-3-3b-instruct', 'Ministral 3B', 'D'],
    ['mistral.ministral-3-8b-instruct', 'Ministral 3 8B', 'D'],
    ['mistral.mistral-7b-instruct-v0:2', 'Mistral 7B Instruct', 'D'],
    ['mistral.mistral-large-2402-v1:0', 'Mistral Large (24.02)', 'D'],
    ['mistral.mistral-large-3-675b-instruct', 'Mistral Large 3', 'D'],
    ['mistral.mistral-small-2402-v1:0', 'Mistral Small (24.02)', 'D'],
    ['mistral.mixtral-8x7b-instruct-v0:1', 'Mixtral 8x7B Instruct', 'D'],
    ['mistral.pixtral-large-2502-v1:0', 'Pixtral Large (25.02)', 'I'],
    ['mistral.voxtral-mini-3b-2507', 'Voxtral Mini 3B 2507', 'D'],
    ['mistral.voxtral-small-24b-2507', 'Voxtral Small 24B 2507', 'D'],
  ],
  'Moonshot AI': [
    ['moonshot.kimi-k2-thinking', 'Kimi K2 Thinking', 'D'],
    ['moonshotai.kimi-k2.5', 'Kimi K2.5', 'D'],
  ],
  NVIDIA: [
    ['nvidia.nemotron-nano-12b-v2', 'NVIDIA Nemotron Nano 12B v2 VL BF16', 'D'],
    ['nvidia.nemotron-nano-3-30b', 'Nemotron Nano 3 30B', 'D'],
    ['nvidia.nemotron-nano-9b-v2', 'NVIDIA Nemotron Nano 9B v2', 'D'],
    ['nvidia.nemotron-super-3-120b', 'NVIDIA Nemotron 3 Super 120B A12B', 'D'],
  ],
  OpenAI: [
    ['openai.gpt-oss-120b-1:0', 'gpt-oss-120b', 'D'],
    ['openai.gpt-oss-20b-1:0', 'gpt-oss-20b', 'D'],
    ['openai.gpt-oss-safeguard-120b', 'GPT OSS Safeguard 120B', 'D'],
    ['openai.gpt-oss-safeguard-20b', 'GPT OSS Safeguard 20B', 'D'],
  ],
  Qwen: [
    ['qwen.qwen3-32b-v1:0', 'Qwen3 32B (dense)', 'D'],
    ['qwen.qwen3-coder-30b-a3b-v1:0', 'Qwen3-Coder-30B-A3B-Instruct', 'D'],
    ['qwen.qwen3-coder-next', 'Qwen3 Coder Next', 'D'],
    ['qwen.qwen3-next-80b-a3b', 'Qwen3 Next 80B A3B', 'D'],
    ['qwen.qwen3-vl-235b-a22b', 'Qwen3 VL 235B A22B', 'D'],
  ],
  'Stability AI': [
    ['stability.stable-conservative-upscale-v1:0', 'Stable Image Conservative Upscale', 'I'],
    ['stability.stable-creative-upscale-v1:0', 'Stable Image Creative Upscale', 'I'],
    ['stability.stable-fast-upscale-v1:0', 'Stable Image Fast Upscale', 'I'],
    ['stability.stable-image-control-sketch-v1:0', 'Stable Image Control Sketch', 'I'],
    ['stability.stable-image-control-structure-v1:0', 'Stable Image Control Structure', 'I'],
    ['stability.stable-image-erase-object-v1:0', 'Stable Image Erase Object', 'I'],
    ['stability.stable-image-inpaint-v1:0', 'Stable Image Inpaint', 'I'],
    ['stability.stable-image-remove-background-v1:0', 'Stable Image Remove Background', 'I'],
    ['stability.stable-image-search-recolor-v1:0', 'Stable Image Search and Recolor', 'I'],
    ['stability.stable-image-search-replace-v1:0', 'Stable Image Search and Replace', 'I'],
    ['stability.stable-image-style-guide-v1:0', 'Stable Image Style Guide', 'I'],
    ['stability.stable-outpaint-v1:0', 'Stable Image Outpaint', 'I'],
    ['stability.stable-style-transfer-v1:0', 'Stable Image Style Transfer', 'I'],
  ],
  TwelveLabs: [
    ['twelvelabs.marengo-embed-2-7-v1:0', 'Marengo Embed v2.7', 'I'],
    ['twelvelabs.marengo-embed-3-0-v1:0', 'Marengo Embed 3.0', 'DI'],
    ['twelvelabs.pegasus-1-2-v1:0', 'Pegasus v1.2', 'DI'],
  ],
  Writer: [
    ['writer.palmyra-vision-7b', 'Writer Palmyra Vision 7B', 'D'],
    ['writer.palmyra-x4-v1:0', 'Palmyra X4', 'I'],
    ['writer.palmyra-x5-v1:0', 'Palmyra X5', 'I'],
  ],
  'Z.AI': [
    ['zai.glm-4.7', 'GLM 4.7', 'D'],
    ['zai.glm-4.7-flash', 'GLM 4.7 Flash', 'D'],
    ['zai.glm-5', 'GLM 5', 'D'],
  ],
};

/** The models known without asking AWS. */
export const KNOWN_MODELS: readonly FoundationModel[] = Object.entries(BY_PROVIDER).flatMap(([provider, models]) =>
  models.map(([id, name, ways]) => ({ id, name, provider, inferenceTypes: INFERENCE_TYPES[ways] })),
);

/** The Region's own models and those known besides, one per id; the Region's facts win. */
export function mergeModels(live: readonly FoundationModel[], known: readonly FoundationModel[]): FoundationModel[] {
  const byId = new Map(known.map((model) => [model.id, model]));
  for (const model of live) byId.set(model.id, model);
  return [...byId.values()];
}
