import type { JsonObject } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';
import { type BodyShape, countOf, type ModelAnswer, textOfContent, textOfMessages, toMetrics } from './body-shape';

const stopOf = ({ isCut }: ModelAnswer) => ({ stop_reason: isCut ? 'max_tokens' : 'end_turn', stop_sequence: null });

const toMessage = (content: readonly JsonObject[], stop: JsonObject, usage: JsonObject): JsonObject => ({
  id: 'msg_bdrk_local',
  type: 'message',
  role: 'assistant',
  model: 'claude-local',
  content,
  ...stop,
  usage,
});

const NO_CACHE = { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };

/** Claude's messages, which require `max_tokens`. @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html, 2026-11 */
export const CLAUDE: BodyShape = {
  read: (body) => {
    const maxTokens = countOf(body.max_tokens);
    if (maxTokens === null) throw new ServiceError('ValidationException', 'max_tokens: Field required');
    return { text: textOfContent(body.system) + textOfMessages(body.messages), maxTokens };
  },
  toBody: (answer) =>
    toMessage([{ type: 'text', text: answer.parts.join('') }], stopOf(answer), {
      input_tokens: answer.input,
      ...NO_CACHE,
      output_tokens: answer.output,
    }),
  toChunks: (answer) => [
    {
      type: 'message_start',
      message: toMessage(
        [],
        { stop_reason: null, stop_sequence: null },
        { input_tokens: answer.input, ...NO_CACHE, output_tokens: 1 },
      ),
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...answer.parts.map((text) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: stopOf(answer), usage: { output_tokens: answer.output } },
    { type: 'message_stop', ...toMetrics(answer) },
  ],
};
