import type { SimulatedClock } from '../traffic/clock';
import { toServiceError } from '../traffic/refusal-error';
import type { Traffic } from '../traffic/traffic';
import { type JsonObject, objectsOf, parseJsonBody } from '../wire/aws-json';

/** Characters a token has in English text, about; the local account counts no real tokens. */
const CHARACTERS_PER_TOKEN = 4;

/** Output tokens of an answer when the request allows as many. */
const ANSWER_TOKENS = 200;

function countInput(request: JsonObject): number {
  const texts = objectsOf(request, 'messages').flatMap((message) =>
    objectsOf(message, 'content').map((part) => String(part.text ?? '')),
  );
  return Math.max(1, Math.ceil(texts.join('').length / CHARACTERS_PER_TOKEN));
}

/** Answers Converse on the simulated clock, admitted and counted like all traffic. `null` for another path. */
export function answerConverse(
  traffic: Traffic,
  clock: SimulatedClock,
  url: URL,
  body: string,
): { operation: string; reply: () => JsonObject } | null {
  const [, encoded] = /^\/model\/([^/]+)\/converse$/.exec(url.pathname) ?? [];
  if (encoded === undefined) return null;
  return {
    operation: 'Converse',
    reply: () => {
      const request = parseJsonBody(body);
      const maxTokens = (request.inferenceConfig as { maxTokens?: number } | undefined)?.maxTokens;
      const input = countInput(request);
      const output = Math.min(ANSWER_TOKENS, maxTokens ?? ANSWER_TOKENS);
      const refusal = traffic.call({
        modelId: decodeURIComponent(encoded),
        at: clock.now().getTime(),
        input,
        output,
        ...(maxTokens === undefined ? {} : { maxTokens }),
      });
      if (refusal !== null) throw toServiceError(refusal);
      return {
        output: { message: { role: 'assistant', content: [{ text: 'This is the local account.' }] } },
        stopReason: 'end_turn',
        usage: { inputTokens: input, outputTokens: output, totalTokens: input + output },
        metrics: { latencyMs: 5000 },
      };
    },
  };
}
