import {
  type BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';

/** 40 characters: ten tokens in the local account. */
export const PROMPT = 'Which quota is it that holds this call?!';

/** Bodies of InvokeModel with {@link PROMPT}, by the shape's name: a model that has it, and how it says `max_tokens`. */
export const SHAPES = {
  claude: {
    modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    toBody: (maxTokens?: number) => ({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: maxTokens,
      messages: [{ role: 'user', content: [{ type: 'text', text: PROMPT }] }],
    }),
  },
  nova: {
    modelId: 'us.amazon.nova-lite-v1:0',
    toBody: (maxTokens?: number) => ({
      messages: [{ role: 'user', content: [{ text: PROMPT }] }],
      inferenceConfig: { maxTokens },
    }),
  },
  llama: {
    modelId: 'us.meta.llama3-1-70b-instruct-v1:0',
    toBody: (maxTokens?: number) => ({ prompt: PROMPT, max_gen_len: maxTokens }),
  },
  mistralText: {
    modelId: 'mistral.mistral-large-2402-v1:0',
    toBody: (maxTokens?: number) => ({ prompt: PROMPT, max_tokens: maxTokens }),
  },
  mistralChat: {
    modelId: 'mistral.mistral-large-2402-v1:0',
    toBody: (maxTokens?: number) => ({ messages: [{ role: 'user', content: PROMPT }], max_tokens: maxTokens }),
  },
  titan: {
    modelId: 'amazon.titan-embed-text-v2:0',
    toBody: (_?: number) => ({ inputText: PROMPT, dimensions: 256 }),
  },
} as const;

export type ShapeName = keyof typeof SHAPES;

/** The names of the shapes whose models stream. */
export const STREAMED = ['claude', 'nova', 'llama', 'mistralText', 'mistralChat'] as const;

/** A request of Converse with {@link PROMPT}. */
export const toConversation = (modelId: string, maxTokens?: number) => ({
  modelId,
  messages: [{ role: 'user' as const, content: [{ text: PROMPT }] }],
  ...(maxTokens === undefined ? {} : { inferenceConfig: { maxTokens } }),
});

/** A request of InvokeModel in a shape. */
export function toInvocation(name: ShapeName, maxTokens?: number) {
  const { modelId, toBody } = SHAPES[name];
  return { modelId, body: JSON.stringify(toBody(maxTokens)) };
}

type Chunk = Readonly<Record<string, unknown>>;

/** All events of a stream, and what broke it. */
async function collect<T>(stream: AsyncIterable<T> | undefined): Promise<{ events: T[]; error: unknown }> {
  const events: T[] = [];
  try {
    for await (const event of stream ?? []) events.push(event);
  } catch (error) {
    return { events, error };
  }
  return { events, error: null };
}

/** Calls ConverseStream. */
export async function converseStream(client: BedrockRuntimeClient, modelId: string, maxTokens?: number) {
  const { stream } = await client.send(new ConverseStreamCommand(toConversation(modelId, maxTokens)));
  return collect(stream);
}

/** Calls InvokeModel, and reads its body. */
export async function invoke(client: BedrockRuntimeClient, name: ShapeName, maxTokens?: number): Promise<Chunk> {
  const { body } = await client.send(new InvokeModelCommand(toInvocation(name, maxTokens)));
  return JSON.parse(body.transformToString());
}

/** Calls InvokeModelWithResponseStream, and reads its chunks. */
export async function invokeStream(client: BedrockRuntimeClient, name: ShapeName, maxTokens?: number) {
  const { body } = await client.send(new InvokeModelWithResponseStreamCommand(toInvocation(name, maxTokens)));
  const { events, error } = await collect(body);
  const chunks = events.map(({ chunk }): Chunk => JSON.parse(new TextDecoder().decode(chunk?.bytes)));
  return { chunks, error };
}

/** Every way to call a model, of which each reads its answer to the end and throws what broke it. */
export const WAYS: readonly (readonly [
  way: string,
  modelId: string,
  call: (client: BedrockRuntimeClient, maxTokens?: number) => Promise<unknown>,
])[] = [
  [
    'Converse',
    SHAPES.nova.modelId,
    (client, maxTokens) => client.send(new ConverseCommand(toConversation(SHAPES.nova.modelId, maxTokens))),
  ],
  [
    'ConverseStream',
    SHAPES.nova.modelId,
    (client, maxTokens) => orThrow(converseStream(client, SHAPES.nova.modelId, maxTokens)),
  ],
  ...(Object.keys(SHAPES) as ShapeName[]).map(
    (name) =>
      [
        `InvokeModel of ${name}`,
        SHAPES[name].modelId,
        (client: BedrockRuntimeClient, maxTokens?: number) => invoke(client, name, maxTokens),
      ] as const,
  ),
  ...STREAMED.map(
    (name) =>
      [
        `InvokeModelWithResponseStream of ${name}`,
        SHAPES[name].modelId,
        (client: BedrockRuntimeClient, maxTokens?: number) => orThrow(invokeStream(client, name, maxTokens)),
      ] as const,
  ),
];

async function orThrow<T extends { readonly error: unknown }>(call: Promise<T>): Promise<T> {
  const read = await call;
  if (read.error !== null) throw read.error;
  return read;
}
