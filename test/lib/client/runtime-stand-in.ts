import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { SimulatedClock } from './simulated-clock';

/** What the stand-in was asked. */
export interface SeenRequest {
  /** Milliseconds since 1970, on the simulated clock. */
  readonly at: number;
  readonly path: string;
}

/** An answer of bedrock-runtime: its status, and the body as JSON. */
export interface RuntimeAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until it comes. @default 0 */
  readonly after?: number;
}

/** An answer of Converse with its usage. */
export function conversed(inputTokens: number, outputTokens: number): RuntimeAnswer {
  return {
    status: 200,
    body: {
      output: { message: { role: 'assistant', content: [{ text: 'yes' }] } },
      stopReason: 'end_turn',
      usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
      metrics: { latencyMs: 1 },
    },
  };
}

/** A refusal of bedrock-runtime. */
export function refused(message: string, name = 'ThrottlingException', status = 429): RuntimeAnswer {
  return { status, body: { message }, headers: { 'x-amzn-errortype': name } };
}

/** The real client over answers that are made up in the order of the requests; the time is the simulated one. */
export function startRuntime(clock: SimulatedClock, answer: (request: SeenRequest, index: number) => RuntimeAnswer) {
  const seen: SeenRequest[] = [];
  const client = new BedrockRuntimeClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: {
      handle: async (request: { path: string }) => {
        const one = { at: clock.now(), path: decodeURIComponent(request.path) };
        seen.push(one);
        const { status, body, headers = {}, after = 0 } = answer(one, seen.length - 1);
        if (after > 0) await clock.sleep(after);
        const bytes = new TextEncoder().encode(JSON.stringify(body));
        return {
          response: { statusCode: status, headers: { 'content-type': 'application/json', ...headers }, body: bytes },
        };
      },
    },
  });
  return { client, seen };
}

/** The SDK's first call in a process reads the machine's settings from files, which takes as long as the machine likes. */
beforeAll(async () => {
  const { client } = startRuntime(new SimulatedClock(0), () => conversed(1, 1));
  await client.send(new ConverseCommand({ modelId: 'warm', messages: [] }));
});
