import { firstCount, type JsonObject, objectOf, parseBody } from './json';

/** A call as far as its request tells. */
export interface CallReading {
  readonly modelId: string;
  /** Characters of all texts, by which input tokens are estimated. */
  readonly characters: number;
  /** `null`: it is not set, and AWS reserves what the model can answer at most. */
  readonly maxTokens: number | null;
  /** Whether the model answers with tokens at all; embeddings do not. */
  readonly hasOutput: boolean;
}

const COMMANDS: ReadonlySet<string> = new Set([
  'ConverseCommand',
  'ConverseStreamCommand',
  'InvokeModelCommand',
  'InvokeModelWithResponseStreamCommand',
]);

/** Keys whose texts are no prompt: data that is not text, and names. */
const NO_PROMPT: ReadonlySet<string> = new Set([
  'bytes',
  'data',
  'media_type',
  'type',
  'role',
  'modelId',
  'anthropic_version',
]);

/** Objects are followed this deep: tool results nest. */
const DEEPEST = 12;

function countCharacters(value: unknown, depth = 0): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || depth > DEEPEST) return 0;
  return Object.entries(value)
    .filter(([key]) => !NO_PROMPT.has(key))
    .reduce((sum, [, one]) => sum + countCharacters(one, depth + 1), 0);
}

/** `max_tokens` by the names that the makers of models give it. */
function maxTokensOf(body: JsonObject): number | null {
  const inference = objectOf(body.inferenceConfig);
  const generation = objectOf(body.textGenerationConfig);
  return firstCount(
    inference.maxTokens,
    inference.max_new_tokens,
    body.max_tokens,
    body.max_completion_tokens,
    body.max_tokens_to_sample,
    body.max_gen_len,
    generation.maxTokenCount,
  );
}

function isEmbedding(modelId: string, body: JsonObject): boolean {
  return 'inputText' in body ? !('textGenerationConfig' in body) && /embed/i.test(modelId) : /embed/i.test(modelId);
}

/** Reads a call by the name of its command; `null`: it is none that a model answers. */
export function readCall(commandName: string, input: unknown): CallReading | null {
  if (!COMMANDS.has(commandName)) return null;
  const request = objectOf(input);
  const { modelId } = request;
  if (typeof modelId !== 'string' || modelId === '') return null;
  const body = commandName.startsWith('Converse') ? request : parseBody(request.body);
  const hasOutput = !isEmbedding(modelId, body);
  return {
    modelId,
    characters: countCharacters(body),
    maxTokens: hasOutput ? maxTokensOf(body) : 0,
    hasOutput,
  };
}
