import { BedrockRuntimeClient, type BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime';
import { Admission, type CallLimits, THROTTLE_TEXTS } from '../../local/traffic/admission';
import type { MinuteForm } from '../../local/traffic/minute-forms';

/** A call that an application wants made. */
export interface Job {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly input: number;
  readonly output: number;
  /** Milliseconds until its answer is there. */
  readonly duration: number;
}

/** What Bedrock saw. */
export interface WorldCounts {
  attempts: number;
  throttled: number;
  /** Quota tokens of calls that were served, by the time they were let in. */
  readonly served: { readonly at: number; readonly tokens: number }[];
}

/** How a Bedrock is set up. */
export interface WorldOptions {
  readonly form: MinuteForm;
  readonly limits: CallLimits;
  readonly maxTokens: number;
  /** Whether its Region is out of capacity at a time. @default - never */
  readonly isDown?: (at: number) => boolean;
}

/** Milliseconds a refusal takes to come back. */
const REFUSAL_MS = 30;

const TEXT = new TextDecoder();

function toReply(statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return { response: { statusCode, headers: { 'content-type': 'application/json', ...headers }, body: bytes } };
}

function idOf(body: unknown): number {
  const text = typeof body === 'string' ? body : TEXT.decode(body as Uint8Array);
  return Number(/"text":"#(\d+) /.exec(text)?.[1]);
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** A Bedrock that admits by reservation and settlement, for the real SDK client in virtual time. */
export class World {
  readonly counts: WorldCounts = { attempts: 0, throttled: 0, served: [] };
  private readonly admission: Admission;

  constructor(
    private readonly options: WorldOptions,
    private readonly jobs: readonly Job[],
  ) {
    this.admission = new Admission(options.form);
  }

  private async refuse(name: string, message: string, status: number) {
    this.counts.throttled++;
    await wait(REFUSAL_MS);
    return toReply(status, { message }, { 'x-amzn-errortype': name });
  }

  private async handle(body: unknown) {
    const { limits, maxTokens, isDown = () => false } = this.options;
    const job = this.jobs[idOf(body)];
    if (!job) throw new Error('the request is of no job');
    const now = Date.now();
    this.counts.attempts++;
    if (isDown(now))
      return this.refuse('ServiceUnavailableException', 'Bedrock is unable to process your request.', 503);
    const settlement = job.input + job.output;
    const call = { pool: 'pool', at: now, duration: job.duration, reservation: job.input + maxTokens, settlement };
    const refusal = this.admission.attempt(call, limits);
    if (refusal) return this.refuse('ThrottlingException', THROTTLE_TEXTS[refusal], 429);
    await wait(job.duration);
    this.counts.served.push({ at: now, tokens: settlement });
    return toReply(200, {
      output: { message: { role: 'assistant', content: [{ text: 'yes' }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: job.input, outputTokens: job.output, totalTokens: settlement },
      metrics: { latencyMs: job.duration },
    });
  }

  /** A client of it. */
  connect(config: BedrockRuntimeClientConfig = {}): BedrockRuntimeClient {
    return new BedrockRuntimeClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      ...config,
      requestHandler: { handle: async (request: { body: unknown }) => this.handle(request.body) },
    });
  }
}
