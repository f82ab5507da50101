import { firstCount, type JsonObject, objectOf, parseBody } from './json';

/** Tokens that an answer says it took. */
export interface CallUsage {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** Usage by the names that AWS and the makers of models give it; `null`: it says none. */
function toUsage(usage: JsonObject): CallUsage | null {
  const input = firstCount(
    usage.inputTokens,
    usage.input_tokens,
    usage.inputTokenCount,
    usage.prompt_token_count,
    usage.prompt_tokens,
    usage.inputTextTokenCount,
  );
  const output = firstCount(
    usage.outputTokens,
    usage.output_tokens,
    usage.outputTokenCount,
    usage.generation_token_count,
    usage.completion_tokens,
  );
  if (input === null && output === null) return null;
  return {
    input: input ?? 0,
    output: output ?? 0,
    cacheRead:
      firstCount(usage.cacheReadInputTokens, usage.cache_read_input_tokens, usage.cacheReadInputTokenCount) ?? 0,
    cacheWrite:
      firstCount(usage.cacheWriteInputTokens, usage.cache_creation_input_tokens, usage.cacheWriteInputTokenCount) ?? 0,
  };
}

/** Headers in which bedrock-runtime says the tokens of InvokeModel. */
const HEADERS = { input: 'x-amzn-bedrock-input-token-count', output: 'x-amzn-bedrock-output-token-count' } as const;

function ofHeaders(headers: JsonObject): CallUsage | null {
  const countOf = (name: string) => {
    const text = headers[name];
    return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  return toUsage({ inputTokens: countOf(HEADERS.input), outputTokens: countOf(HEADERS.output) });
}

/**
 * The usage of an answer: of Converse, or of InvokeModel in the body of its maker, else in AWS's headers; `null`: it says
 * none. Streams say it at their end: {@link readEventUsage}.
 */
export function readUsage(output: unknown, headers: unknown): CallUsage | null {
  const answer = objectOf(output);
  const body = 'body' in answer ? parseBody(answer.body) : answer;
  const own = toUsage(objectOf(body.usage));
  return own ?? ofHeaders(objectOf(headers)) ?? toUsage(body);
}

/** The usage in an event of a stream; `null`: the event says none. */
export function readEventUsage(event: unknown): CallUsage | null {
  const { metadata, chunk } = objectOf(event);
  if (metadata !== undefined) return toUsage(objectOf(objectOf(metadata).usage));
  const body = parseBody(objectOf(chunk).bytes);
  const metrics = body['amazon-bedrock-invocationMetrics'];
  return metrics === undefined ? null : toUsage(objectOf(metrics));
}
