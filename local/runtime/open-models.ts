import type { JsonObject } from '../wire/aws-json';
import { type BodyShape, countOf, type ModelAnswer, textOfMessages, toMetrics } from './body-shape';

const stopOf = ({ isCut }: ModelAnswer) => (isCut ? 'length' : 'stop');
const promptOf = ({ prompt }: JsonObject) => (typeof prompt === 'string' ? prompt : '');

/** The parts of an answer, each with what is beside it, and whether it is the last. */
function toParts(answer: ModelAnswer, toPart: (text: string, index: number, isLast: boolean) => JsonObject) {
  const last = answer.parts.length - 1;
  return answer.parts.map((text, index) => ({
    ...toPart(text, index, index === last),
    ...(index === last ? toMetrics(answer) : {}),
  }));
}

/** Llama counts its tokens beside its text. @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html, 2026-11 */
export const LLAMA: BodyShape = {
  read: (body) => ({ text: promptOf(body), maxTokens: countOf(body.max_gen_len) }),
  toBody: (answer) => ({
    generation: answer.parts.join(''),
    prompt_token_count: answer.input,
    generation_token_count: answer.output,
    stop_reason: stopOf(answer),
  }),
  toChunks: (answer) =>
    toParts(answer, (text, index, isLast) => ({
      generation: text,
      prompt_token_count: index === 0 ? answer.input : null,
      generation_token_count: isLast ? answer.output : index + 1,
      stop_reason: isLast ? stopOf(answer) : null,
    })),
};

/** A text or a chat by what was asked; neither says its usage, only AWS's headers do. */
function toMistral(body: JsonObject, text: string, index: number, stop: string | null): JsonObject {
  if ('messages' in body)
    return { choices: [{ index, message: { role: 'assistant', content: text }, stop_reason: stop }] };
  return { outputs: [{ text, stop_reason: stop }] };
}

/** Mistral: completion of a text, and of a chat. @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral.html, 2026-11 */
export const MISTRAL: BodyShape = {
  read: (body) => ({ text: promptOf(body) + textOfMessages(body.messages), maxTokens: countOf(body.max_tokens) }),
  toBody: (answer, body) => toMistral(body, answer.parts.join(''), 0, stopOf(answer)),
  toChunks: (answer, body) =>
    toParts(answer, (text, _, isLast) => toMistral(body, text, 0, isLast ? stopOf(answer) : null)),
};
