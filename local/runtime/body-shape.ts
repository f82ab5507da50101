import type { JsonObject } from '../wire/aws-json';

/** A request as far as it is counted. */
export interface ModelRequest {
  /** All texts of the prompt. */
  readonly text: string;
  /** Tokens; `null`: it is not set. */
  readonly maxTokens: number | null;
}

/** What a model answers, before it is in a shape. */
export interface ModelAnswer {
  /** The answer, in the parts in which a stream brings it. */
  readonly parts: readonly string[];
  /** Tokens. */
  readonly input: number;
  readonly output: number;
  /** Whether it ended for want of `max_tokens`. */
  readonly isCut: boolean;
  readonly latencyMs: number;
}

/** How the bodies of InvokeModel look for the models of one maker. */
export interface BodyShape {
  /** @throws ServiceError for a body that Bedrock refuses. */
  readonly read: (body: JsonObject) => ModelRequest;
  readonly toBody: (answer: ModelAnswer, body: JsonObject) => JsonObject;
  /** The chunks of a stream; `null`: the models do not stream. */
  readonly toChunks: ((answer: ModelAnswer, body: JsonObject) => readonly JsonObject[]) | null;
  /** Whether the models answer with a vector instead of tokens. */
  readonly isEmbedding?: true;
}

/** The number of a field; `null` where it is none. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The texts of a content: a text, or a list of parts of which some have one. */
export function textOfContent(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: JsonObject) => (typeof part.text === 'string' ? part.text : '')).join('');
}

/** The texts of a list of messages. */
export function textOfMessages(messages: unknown): string {
  if (!Array.isArray(messages)) return '';
  return messages.map(({ content }: JsonObject) => textOfContent(content)).join('');
}

/** What Bedrock adds to the last chunk of a stream. @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html and public logs of streams, 2026-11 */
export function toMetrics({ input, output, latencyMs }: ModelAnswer): JsonObject {
  return {
    'amazon-bedrock-invocationMetrics': {
      inputTokenCount: input,
      outputTokenCount: output,
      invocationLatency: latencyMs,
      firstByteLatency: Math.min(latencyMs, 100),
    },
  };
}
