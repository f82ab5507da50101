import type { BedrockRuntimeClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-bedrock-runtime';
import type { FinalizeRequestMiddleware } from '@smithy/types';
import { classifyThrottle } from '../contract/classify-throttle';
import { type Clock, SYSTEM_CLOCK } from '../contract/clock';
import type { OnQuotaEvent } from '../contract/events';
import { keepHeadroom } from '../limits/headroom';
import type { LiveLimits } from '../limits/live-limits';
import { openLimits } from '../limits/open-limits';
import type { Ticket } from '../pool/call-at-gate';
import { type CallReading, readCall } from '../request/read-call';
import { type CallUsage, readUsage } from '../request/read-usage';
import { settledTokens } from '../request/token-estimate';
import { createGates, type Gates, type OpenedPool } from './gates';
import { type CallOptions, callOptionsOf, checkOptions, type QuotaOptions } from './options';
import { createRetryStrategy, markFinal } from './retry-strategy';
import { watchStream } from './watch-stream';

const DEFAULT_ATTEMPTS = 10;
const DEFAULT_WAIT_MS = 600_000;

/** Key under which the SDK keeps what it knows of a call beside its input. Source: @smithy/types, 2026-11. */
const SMITHY_CONTEXT = '__smithy_context';

/** What the middleware reads of the SDK's context of a call. */
interface CallContext {
  readonly commandName?: string;
  readonly [SMITHY_CONTEXT]?: { readonly commandInstance?: object; readonly abortSignal?: AbortSignal };
}

/** One call over its attempts. */
interface QuotedCall {
  readonly reading: CallReading;
  readonly opened: OpenedPool;
  readonly options: CallOptions;
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  attempts: number;
}

/** Milliseconds of a Retry-After header; `null`: there is none. */
function retryAfterOf(error: unknown): number | null {
  const response = (error as { $response?: { headers?: Readonly<Record<string, string>> } } | null)?.$response;
  const text = response?.headers?.['retry-after'];
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) * 1000 : null;
}

function settle(ticket: Ticket, usage: CallUsage | null, { opened, reading }: QuotedCall): void {
  if (usage) opened.learner.learn(reading, usage);
  ticket.settle(usage && settledTokens(usage, opened.pool.rate));
}

/** The members of an answer that may be a stream of events. */
type Answer = Record<'stream' | 'body', unknown>;

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && !(value instanceof Uint8Array);
}

/** Settles an answer, or the stream in it at its end. */
function settleAnswer(ticket: Ticket, output: Answer, headers: unknown, call: QuotedCall): void {
  const name = (['stream', 'body'] as const).find((one) => isStream(output[one]));
  if (name === undefined) {
    settle(ticket, readUsage(output, headers), call);
    return;
  }
  output[name] = watchStream(output[name] as AsyncIterable<unknown>, ({ usage, refused }) => {
    if (refused !== null && usage === null) ticket.interrupt(refused, call.attempts);
    else settle(ticket, usage, call);
  });
}

/** Lets one attempt through. @throws what refused it. */
async function attempt<T extends { readonly output: object; readonly response: unknown }>(
  call: QuotedCall,
  emit: OnQuotaEvent,
  send: () => Promise<T>,
): Promise<T> {
  const { opened, reading, options, deadline, signal } = call;
  call.attempts++;
  const estimate = opened.learner.estimate(reading, opened.pool, options.inputTokens ?? null);
  if (estimate.isMaxTokensUnset && call.attempts === 1) {
    emit({ type: 'maxTokensUnset', modelId: reading.modelId, reserved: estimate.reservation });
  }
  const ticket = await opened.gate.enter({
    modelId: reading.modelId,
    tokens: Math.max(estimate.reservation, estimate.settlement),
    priority: options.priority ?? 'normal',
    deadline,
    ...(signal ? { signal } : {}),
  });
  try {
    const result = await send();
    const { headers } = result.response as { headers?: unknown };
    settleAnswer(ticket, result.output as Answer, headers, call);
    return result;
  } catch (error) {
    const kind = classifyThrottle(error);
    if (kind === null) ticket.withdraw();
    else ticket.refuse(kind, call.attempts, retryAfterOf(error));
    if (call.attempts >= (options.maxAttempts ?? Number.POSITIVE_INFINITY)) markFinal(error);
    throw kind === 'tokensPerDay' ? opened.gate.toDailyError(reading.modelId, error) : error;
  }
}

/** What starting a call needs. */
interface CallSurroundings {
  readonly gates: Gates;
  readonly live: LiveLimits | null;
  readonly clock: Clock;
  readonly maxWaitMs: number;
}

async function startCall(
  { commandName = '', [SMITHY_CONTEXT]: smithy }: CallContext,
  input: unknown,
  { gates, live, clock, maxWaitMs }: CallSurroundings,
): Promise<QuotedCall | null> {
  const reading = readCall(commandName, input);
  if (!reading) return null;
  const limitsToCome = live?.refresh();
  if (limitsToCome) await limitsToCome;
  const options = callOptionsOf(smithy?.commandInstance);
  const deadline = clock.now() + (options.maxWaitMs ?? maxWaitMs);
  return { reading, opened: gates.of(reading.modelId), options, deadline, signal: smithy?.abortSignal, attempts: 0 };
}

/**
 * The same client, whose calls keep to their quotas: they are paced before AWS refuses them, wait for the minute when it
 * does, and fail at once while a day is used up. It works by the SDK's middleware and retry strategy.
 * @throws RangeError for options that cannot be.
 */
export function withQuotas(client: BedrockRuntimeClient, options: QuotaOptions = {}): BedrockRuntimeClient {
  checkOptions(options);
  const { maxAttempts = DEFAULT_ATTEMPTS, maxWaitMs = DEFAULT_WAIT_MS } = options;
  const { clock = SYSTEM_CLOCK, onEvent: emit = () => undefined } = options;
  const live = options.limitsFrom ? openLimits(options.limitsFrom, client, { clock, emit }) : null;
  const gates = createGates(options, { clock, emit, live, region: async () => client.config.region() });
  if (live) keepHeadroom(client, gates.headroomOf);
  const surroundings = { gates, live, clock, maxWaitMs };
  const strategy = createRetryStrategy(maxAttempts, clock);
  client.config.retryStrategy = async () => strategy;
  client.config.maxAttempts = async () => maxAttempts;
  const calls = new WeakMap<object, QuotedCall | null>();
  const gateMiddleware: FinalizeRequestMiddleware<ServiceInputTypes, ServiceOutputTypes> =
    (next, context) => async (args) => {
      const known = calls.get(context);
      const call = known === undefined ? await startCall(context as CallContext, args.input, surroundings) : known;
      calls.set(context, call);
      return call ? attempt(call, emit, () => next(args)) : next(args);
    };
  client.middlewareStack.addRelativeTo(gateMiddleware, {
    relation: 'after',
    toMiddleware: 'retryMiddleware',
    name: 'quotaGate',
  });
  return client;
}
