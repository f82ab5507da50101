import type { ModelAnswer, ModelRequest } from '../runtime/body-shape';
import { readConverse, toConverse, toConverseEvents } from '../runtime/converse';
import { mostOutputOf } from '../runtime/max-output';
import { isChat, shapeOf } from '../runtime/shape-of';
import type { SimulatedClock } from '../traffic/clock';
import { AdmissionError, toServiceError } from '../traffic/refusal-error';
import type { Traffic } from '../traffic/traffic';
import { type JsonObject, parseJsonBody, type Reply, toRestReply } from '../wire/aws-json';
import { toEventFrame, toStreamReply } from '../wire/event-stream';
import { ServiceError } from '../wire/service-error';

/** Of Converse for a model without a chat, and of a stream for one that has none. Source: messages seen by callers, 2026. */
const NO_CHAT_TEXT =
  "This action doesn't support the model that you provided. Try again with a supported text or chat model.";
const NO_STREAM_TEXT = 'The model is unsupported for streaming';

/** Characters a token has in English text, about; the local account counts no real tokens. */
const CHARACTERS_PER_TOKEN = 4;

/** What every answer says, part by part. */
const PARTS = ['This ', 'is ', 'the ', 'local ', 'account.'];

/** How the models of an account answer. */
export interface AnswerOptions {
  /** Output tokens of an answer where the request allows as many. @default 200 */
  readonly tokens?: number;
  /** Simulated seconds until an answer is complete; its reply is sent at once. @default 5 */
  readonly seconds?: number;
}

/** Where calls of models are answered from. */
export interface RuntimeSettings {
  readonly traffic: Traffic;
  readonly clock: SimulatedClock;
  readonly answer?: AnswerOptions;
}

/** A call that is being answered. */
interface RunningCall extends RuntimeSettings {
  /** `Converse` */
  readonly operation: string;
}

/** Has the traffic admit a call, and says what the model answers. @throws ServiceError for what is refused. */
function admit(settings: RunningCall, modelId: string, request: ModelRequest): ModelAnswer {
  const { traffic, clock, operation, answer = {} } = settings;
  const { tokens = 200, seconds = 5 } = answer;
  const maxTokens = request.maxTokens ?? mostOutputOf(traffic.poolOf(modelId).baseModelId);
  const input = Math.max(1, Math.ceil(request.text.length / CHARACTERS_PER_TOKEN));
  const output = Math.min(tokens, maxTokens);
  const refusal = traffic.call({ modelId, at: clock.now().getTime(), input, output, maxTokens, seconds, operation });
  if (refusal !== null) throw toServiceError(refusal);
  return { parts: PARTS, input, output, isCut: output < tokens, latencyMs: seconds * 1000 };
}

function admitChat(settings: RunningCall, modelId: string, body: JsonObject): ModelAnswer {
  if (!isChat(settings.traffic.poolOf(modelId).baseModelId))
    throw new ServiceError('ValidationException', NO_CHAT_TEXT);
  return admit(settings, modelId, readConverse(body));
}

/** The headers in which Bedrock counts the tokens of InvokeModel. Source: replies seen by callers, 2026-11. */
function toCounts({ input, output, latencyMs }: ModelAnswer, isEmbedding: boolean): Record<string, string> {
  return {
    'x-amzn-bedrock-invocation-latency': String(latencyMs),
    'x-amzn-bedrock-input-token-count': String(input),
    ...(isEmbedding ? {} : { 'x-amzn-bedrock-output-token-count': String(output) }),
  };
}

function invoke(settings: RunningCall, modelId: string, body: JsonObject): Reply {
  const shape = shapeOf(settings.traffic.poolOf(modelId).baseModelId);
  const answer = admit(settings, modelId, shape.read(body));
  return toRestReply(shape.toBody(answer, body), toCounts(answer, shape.isEmbedding ?? false));
}

function invokeStream(settings: RunningCall, modelId: string, body: JsonObject): Reply {
  const { read, toChunks } = shapeOf(settings.traffic.poolOf(modelId).baseModelId);
  if (!toChunks) throw new ServiceError('ValidationException', NO_STREAM_TEXT);
  const chunks = toChunks(admit(settings, modelId, read(body)), body);
  return toStreamReply(
    chunks.map((chunk) => toEventFrame('chunk', { bytes: Buffer.from(JSON.stringify(chunk)).toString('base64') })),
    { 'x-amzn-bedrock-content-type': 'application/json' },
  );
}

type Operation = readonly [name: string, answer: (settings: RunningCall, modelId: string, body: JsonObject) => Reply];

/** The operations by the end of their path. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  converse: ['Converse', (...call) => toRestReply(toConverse(admitChat(...call)))],
  'converse-stream': [
    'ConverseStream',
    (...call) =>
      toStreamReply(toConverseEvents(admitChat(...call)).map(([name, payload]) => toEventFrame(name, payload))),
  ],
  invoke: ['InvokeModel', invoke],
  'invoke-with-response-stream': ['InvokeModelWithResponseStream', invokeStream],
};

/** Answers a call. The traffic tells of those that it does not admit; what is refused before that is told here. */
function answerCall({ operation, ...settings }: RunningCall, modelId: string, answer: () => Reply): Reply {
  try {
    return answer();
  } catch (error) {
    const isTold = error instanceof AdmissionError;
    if (error instanceof ServiceError && !isTold)
      settings.traffic.tellRefused({ modelId, at: settings.clock.now().getTime(), operation }, error);
    throw error;
  }
}

/** Answers calls of models on the simulated clock, admitted and counted like all traffic. `null` for another path. */
export function answerRuntime(
  settings: RuntimeSettings,
  url: URL,
  body: string,
): { operation: string; answer: () => Reply } | null {
  const [, encoded, path = ''] = /^\/model\/([^/]+)\/([a-z-]+)$/.exec(url.pathname) ?? [];
  const found = Object.hasOwn(OPERATIONS, path) ? OPERATIONS[path] : undefined;
  if (encoded === undefined || !found) return null;
  const [operation, answer] = found;
  const running = { ...settings, operation };
  const modelId = decodeURIComponent(encoded);
  return {
    operation,
    answer: () => answerCall(running, modelId, () => answer(running, modelId, parseJsonBody(body))),
  };
}
