import type { FoundationModel } from './usage';

type InferenceTypes = '' | 'O' | 'I' | 'P' | 'IO' | 'OP';

/**
 * Base model ids AWS has listed: provider → [id, name, inference types (O on demand, I inference profile,
 * P provisioned)]. Source: `list-foundation-models`, us-east-1, 2026-06, and what only the listing of 2026-01 has.
 * The models of `list-inference-profiles` (us-east-1 2026-01, us-west-2 2026-02) are all among them.
 */
const LISTED: Readonly<Record<string, readonly (readonly [string, string, InferenceTypes])[]>> = {
  'AI21 Labs': [
    ['ai21.jamba-1-5-large-v1:0', 'Jamba 1.5 Large', 'O'],
    ['ai21.jamba-1-5-mini-v1:0', 'Jamba 1.5 Mini', 'O'],
  ],
  Amazon: [
    ['amazon.nova-2-lite-v1:0', 'Nova 2 Lite', 'I'],
    ['amazon.nova-2-lite-v1:0:256k', 'Nova 2 Lite', 'P'],
    ['amazon.nova-2-multimodal-embeddings-v1:0', 'Amazon Nova Multimodal Embeddings', 'O'],
    ['amazon.nova-2-sonic-v1:0', 'Nova 2 Sonic', 'O'],
    ['amazon.nova-canvas-v1:0', 'Nova Canvas', 'OP'],
    ['amazon.nova-lite-v1:0', 'Nova Lite', 'IO'],
    ['amazon.nova-lite-v1:0:24k', 'Nova Lite', 'P'],
    ['amazon.nova-lite-v1:0:300k', 'Nova Lite', 'P'],
    ['amazon.nova-micro-v1:0', 'Nova Micro', 'IO'],
    ['amazon.nova-micro-v1:0:128k', 'Nova Micro', 'P'],
    ['amazon.nova-micro-v1:0:24k', 'Nova Micro', 'P'],
    ['amazon.nova-premier-v1:0', 'Nova Premier', 'I'],
    ['amazon.nova-premier-v1:0:1000k', 'Nova Premier', ''],
    ['amazon.nova-premier-v1:0:20k', 'Nova Premier', ''],
    ['amazon.nova-premier-v1:0:8k', 'Nova Premier', ''],
    ['amazon.nova-premier-v1:0:mm', 'Nova Premier', ''],
    ['amazon.nova-pro-v1:0', 'Nova Pro', 'IO'],
    ['amazon.nova-pro-v1:0:24k', 'Nova Pro', 'P'],
    ['amazon.nova-pro-v1:0:300k', 'Nova Pro', 'P'],
    ['amazon.nova-reel-v1:0', 'Nova Reel', 'O'],
    ['amazon.nova-reel-v1:1', 'Nova Reel', 'O'],
    ['amazon.nova-sonic-v1:0', 'Nova Sonic', 'O'],
    ['amazon.titan-embed-g1-text-02', 'Titan Text Embeddings v2', 'O'],
    ['amazon.titan-embed-image-v1', 'Titan Multimodal Embeddings G1', 'O'],
    ['amazon.titan-embed-image-v1:0', 'Titan Multimodal Embeddings G1', 'P'],
    ['amazon.titan-embed-text-v1', 'Titan Embeddings G1 - Text', 'O'],
    ['amazon.titan-embed-text-v1:2:8k', 'Titan Embeddings G1 - Text', 'P'],
    ['amazon.titan-embed-text-v2:0', 'Titan Text Embeddings V2', 'O'],
    ['amazon.titan-embed-text-v2:0:8k', 'Titan Text Embeddings V2', ''],
    ['amazon.titan-image-generator-v2:0', 'Titan Image Generator G1 v2', 'OP'],
    ['amazon.titan-text-express-v1', 'Titan Text G1 - Express', 'O'],
    ['amazon.titan-text-express-v1:0:8k', 'Titan Text G1 - Express', 'P'],
    ['amazon.titan-tg1-large', 'Titan Text Large', 'O'],
  ],
  Anthropic: [
    ['anthropic.claude-3-5-haiku-20241022-v1:0', 'Claude 3.5 Haiku', 'I'],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'Claude 3.5 Sonnet', 'IO'],
    ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'Claude 3.5 Sonnet v2', 'I'],
    ['anthropic.claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet', 'I'],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'Claude 3 Haiku', 'O'],
    ['anthropic.claude-3-haiku-20240307-v1:0:200k', 'Claude 3 Haiku', 'P'],
    ['anthropic.claude-3-haiku-20240307-v1:0:48k', 'Claude 3 Haiku', 'P'],
    ['anthropic.claude-3-opus-20240229-v1:0', 'Claude 3 Opus', 'I'],
    ['anthropic.claude-3-opus-20240229-v1:0:12k', 'Claude 3 Opus', ''],
    ['anthropic.claude-3-opus-20240229-v1:0:200k', 'Claude 3 Opus', ''],
    ['anthropic.claude-3-opus-20240229-v1:0:28k', 'Claude 3 Opus', ''],
    ['anthropic.claude-3-sonnet-20240229-v1:0', 'Claude 3 Sonnet', 'O'],
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
    ['cohere.command-r-plus-v1:0', 'Command R+', 'O'],
    ['cohere.command-r-v1:0', 'Command R', 'O'],
    ['cohere.embed-english-v3', 'Embed English', 'O'],
    ['cohere.embed-english-v3:0:512', 'Embed English', 'P'],
    ['cohere.embed-multilingual-v3', 'Embed Multilingual', 'O'],
    ['cohere.embed-multilingual-v3:0:512', 'Embed Multilingual', 'P'],
    ['cohere.embed-v4:0', 'Embed v4', 'IO'],
    ['cohere.rerank-v3-5:0', 'Rerank 3.5', 'O'],
  ],
  DeepSeek: [
    ['deepseek.r1-v1:0', 'DeepSeek-R1', 'I'],
    ['deepseek.v3.2', 'DeepSeek V3.2', 'O'],
  ],
  Google: [
    ['google.gemma-3-12b-it', 'Gemma 3 12B IT', 'O'],
    ['google.gemma-3-27b-it', 'Gemma 3 27B PT', 'O'],
    ['google.gemma-3-4b-it', 'Gemma 3 4B IT', 'O'],
  ],
  Meta: [
    ['meta.llama3-1-70b-instruct-v1:0', 'Llama 3.1 70B Instruct', 'I'],
    ['meta.llama3-1-8b-instruct-v1:0', 'Llama 3.1 8B Instruct', 'I'],
    ['meta.llama3-2-11b-instruct-v1:0', 'Llama 3.2 11B Instruct', 'I'],
    ['meta.llama3-2-1b-instruct-v1:0', 'Llama 3.2 1B Instruct', 'I'],
    ['meta.llama3-2-3b-instruct-v1:0', 'Llama 3.2 3B Instruct', 'I'],
    ['meta.llama3-2-90b-instruct-v1:0', 'Llama 3.2 90B Instruct', 'I'],
    ['meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B Instruct', 'I'],
    ['meta.llama3-70b-instruct-v1:0', 'Llama 3 70B Instruct', 'O'],
    ['meta.llama3-8b-instruct-v1:0', 'Llama 3 8B Instruct', 'O'],
    ['meta.llama4-maverick-17b-instruct-v1:0', 'Llama 4 Maverick 17B Instruct', 'I'],
    ['meta.llama4-scout-17b-instruct-v1:0', 'Llama 4 Scout 17B Instruct', 'I'],
  ],
  MiniMax: [
    ['minimax.minimax-m2', 'MiniMax M2', 'O'],
    ['minimax.minimax-m2.1', 'MiniMax M2.1', 'O'],
    ['minimax.minimax-m2.5', 'MiniMax M2.5', 'O'],
  ],
  'Mistral AI': [
    ['mistral.devstral-2-123b', 'Devstral 2 123B', 'O'],
    ['mistral.magistral-small-2509', 'Magistral Small 2509', 'O'],
    ['mistral.ministral-3-14b-instruct', 'Ministral 14B 3.0', 'O'],
    ['mistral.ministral-3-3b-instruct', 'Ministral 3B', 'O'],
    ['mistral.ministral-3-8b-instruct', 'Ministral 3 8B', 'O'],
    ['mistral.mistral-7b-instruct-v0:2', 'Mistral 7B Instruct', 'O'],
    ['mistral.mistral-large-2402-v1:0', 'Mistral Large (24.02)', 'O'],
    ['mistral.mistral-large-3-675b-instruct', 'Mistral Large 3', 'O'],
    ['mistral.mistral-small-2402-v1:0', 'Mistral Small (24.02)', 'O'],
    ['mistral.mixtral-8x7b-instruct-v0:1', 'Mixtral 8x7B Instruct', 'O'],
    ['mistral.pixtral-large-2502-v1:0', 'Pixtral Large (25.02)', 'I'],
    ['mistral.voxtral-mini-3b-2507', 'Voxtral Mini 3B 2507', 'O'],
    ['mistral.voxtral-small-24b-2507', 'Voxtral Small 24B 2507', 'O'],
  ],
  'Moonshot AI': [
    ['moonshot.kimi-k2-thinking', 'Kimi K2 Thinking', 'O'],
    ['moonshotai.kimi-k2.5', 'Kimi K2.5', 'O'],
  ],
  NVIDIA: [
    ['nvidia.nemotron-nano-12b-v2', 'NVIDIA Nemotron Nano 12B v2 VL BF16', 'O'],
    ['nvidia.nemotron-nano-3-30b', 'Nemotron Nano 3 30B', 'O'],
    ['nvidia.nemotron-nano-9b-v2', 'NVIDIA Nemotron Nano 9B v2', 'O'],
    ['nvidia.nemotron-super-3-120b', 'NVIDIA Nemotron 3 Super 120B A12B', 'O'],
  ],
  OpenAI: [
    ['openai.gpt-oss-120b-1:0', 'gpt-oss-120b', 'O'],
    ['openai.gpt-oss-20b-1:0', 'gpt-oss-20b', 'O'],
    ['openai.gpt-oss-safeguard-120b', 'GPT OSS Safeguard 120B', 'O'],
    ['openai.gpt-oss-safeguard-20b', 'GPT OSS Safeguard 20B', 'O'],
  ],
  Qwen: [
    ['qwen.qwen3-32b-v1:0', 'Qwen3 32B (dense)', 'O'],
    ['qwen.qwen3-coder-30b-a3b-v1:0', 'Qwen3-Coder-30B-A3B-Instruct', 'O'],
    ['qwen.qwen3-coder-next', 'Qwen3 Coder Next', 'O'],
    ['qwen.qwen3-next-80b-a3b', 'Qwen3 Next 80B A3B', 'O'],
    ['qwen.qwen3-vl-235b-a22b', 'Qwen3 VL 235B A22B', 'O'],
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
    ['twelvelabs.marengo-embed-3-0-v1:0', 'Marengo Embed 3.0', 'IO'],
    ['twelvelabs.pegasus-1-2-v1:0', 'Pegasus v1.2', 'IO'],
  ],
  Writer: [
    ['writer.palmyra-vision-7b', 'Writer Palmyra Vision 7B', 'O'],
    ['writer.palmyra-x4-v1:0', 'Palmyra X4', 'I'],
    ['writer.palmyra-x5-v1:0', 'Palmyra X5', 'I'],
  ],
  'Z.AI': [
    ['zai.glm-4.7', 'GLM 4.7', 'O'],
    ['zai.glm-4.7-flash', 'GLM 4.7 Flash', 'O'],
    ['zai.glm-5', 'GLM 5', 'O'],
  ],
};

const INFERENCE_TYPES: Readonly<Record<InferenceTypes, readonly string[]>> = {
  '': [],
  O: ['ON_DEMAND'],
  I: ['INFERENCE_PROFILE'],
  P: ['PROVISIONED'],
  IO: ['ON_DEMAND', 'INFERENCE_PROFILE'],
  OP: ['ON_DEMAND', 'PROVISIONED'],
};

/** Every foundation model known when this was written; for Regions and accounts whose live list is shorter. */
export const KNOWN_MODELS: readonly FoundationModel[] = Object.entries(LISTED).flatMap(([provider, models]) =>
  models.map(([id, name, types]) => ({ id, name, provider, inferenceTypes: INFERENCE_TYPES[types] })),
);

/** Live and known models as one list, one entry per id; the live entry wins. */
export function mergeModels(live: readonly FoundationModel[], known: readonly FoundationModel[]): FoundationModel[] {
  return [...new Map([...known, ...live].map((model) => [model.id, model])).values()];
}

/** Whether an id names a context-length variant (`…:0:48k`, `…:0:mm`, `…:0:512`): by provisioned throughput only. */
export function isContextVariant(modelId: string): boolean {
  return /:\d+:[0-9a-z]+$|:(?:\d+k|mm)$/i.test(modelId);
}

/** Whether calls on demand or by inference profile can reach a model; also when AWS names no way at all. */
export function isCallable(model: FoundationModel): boolean {
  const { id, inferenceTypes } = model;
  return (
    !isContextVariant(id) && (inferenceTypes.length === 0 || inferenceTypes.some((type) => type !== 'PROVISIONED'))
  );
}

/** First segments of base model ids (`anthropic`, `zai`, …). */
export function providerPrefixes(models: readonly FoundationModel[]): ReadonlySet<string> {
  return new Set(models.map(({ id }) => id.slice(0, Math.max(0, id.indexOf('.')))).filter((prefix) => prefix !== ''));
}
