import type { JsonObject } from '../wire/aws-json';
import { type BodyShape, countOf, type ModelAnswer, textOfContent, textOfMessages, toMetrics } from './body-shape';

/** An event of ConverseStream: the name of its member, and what it holds. */
export type ConverseEvent = readonly [name: string, payload: JsonObject];

function usageOf({ input, output }: ModelAnswer): JsonObject {
  return { inputTokens: input, outputTokens: output, totalTokens: input + output };
}

const stopReasonOf = ({ isCut }: ModelAnswer) => (isCut ? 'max_tokens' : 'end_turn');

/** Reads a request of Converse, and of Nova, whose bodies are alike. */
export function readConverse(body: JsonObject): { readonly text: string; readonly maxTokens: number | null } {
  const { maxTokens } = (body.inferenceConfig ?? {}) as JsonObject;
  return { text: textOfContent(body.system) + textOfMessages(body.messages), maxTokens: countOf(maxTokens) };
}

/** The answer of Converse. @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html, 2026-11 */
export function toConverse(answer: ModelAnswer): JsonObject {
  return {
    output: { message: { role: 'assistant', content: [{ text: answer.parts.join('') }] } },
    stopReason: stopReasonOf(answer),
    usage: usageOf(answer),
    metrics: { latencyMs: answer.latencyMs },
  };
}

/** The events of ConverseStream; usage comes in the last. @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html, 2026-11 */
export function toConverseEvents(answer: ModelAnswer): readonly ConverseEvent[] {
  return [
    ['messageStart', { role: 'assistant' }],
    ...answer.parts.map((text): ConverseEvent => ['contentBlockDelta', { contentBlockIndex: 0, delta: { text } }]),
    ['contentBlockStop', { contentBlockIndex: 0 }],
    ['messageStop', { stopReason: stopReasonOf(answer) }],
    ['metadata', { usage: usageOf(answer), metrics: { latencyMs: answer.latencyMs } }],
  ];
}

/** Nova: the shapes of Converse. @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/request-response-schema.html, 2026-11 */
export const NOVA: BodyShape = {
  read: readConverse,
  toBody: (answer) => ({
    output: { message: { role: 'assistant', content: [{ text: answer.parts.join('') }] } },
    stopReason: stopReasonOf(answer),
    usage: usageOf(answer),
  }),
  toChunks: (answer) =>
    toConverseEvents(answer).map(([name, payload]) =>
      name === 'metadata'
        ? { metadata: { usage: usageOf(answer), metrics: {}, trace: {} }, ...toMetrics(answer) }
        : { [name]: payload },
    ),
};
