import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { LocalAccount } from '../../../local/account/local-account';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startNoonAccount } from '../noon-account';
import { converseStream, invoke, invokeStream, SHAPES, STREAMED, toConversation, WAYS } from './calls';

const start = closedAfterEach(startNoonAccount);
const CODES = { tokens: 'L-00000001', requests: 'L-00000002', day: 'L-00000003' };

/** An account whose calls, of any model, are held by these. */
async function open(limits: { tokens?: number; requests?: number; day?: number }) {
  const quotas = Object.entries(CODES).map(([name, quotaCode]) => ({
    quotaCode,
    quotaName: name,
    appliedValue: limits[name as keyof typeof CODES] ?? 1_000_000,
    defaultValue: null,
    adjustable: true,
  }));
  const account = await start({ quotas });
  for (const { modelId } of Object.values(SHAPES)) {
    account.traffic.definePool({
      baseModelId: modelId.replace('us.', ''),
      modelIds: [modelId],
      tokensPerMinute: CODES.tokens,
      requestsPerMinute: CODES.requests,
      daily: [CODES.day],
    });
  }
  return { account, runtime: clientsOf(account.url).runtime };
}

const refusal = (message: string, name = 'ThrottlingException', httpStatusCode = 429) =>
  expect.objectContaining({ name, message, $metadata: expect.objectContaining({ httpStatusCode }) });

describe.each(WAYS)('%s', (way, modelId, call) => {
  const isEmbedding = way.endsWith('titan');

  it.each([
    [{ tokens: 5 }, 'Too many tokens, please wait before trying again.'],
    [{ requests: 0.5 }, 'Too many requests, please wait before trying again.'],
    [{ day: 5 }, 'Too many tokens per day, please wait before trying again.'],
  ])('%j refuses it in the words of AWS', async (limits, message) => {
    const { runtime } = await open(limits);
    await expect(call(runtime, 100)).rejects.toEqual(refusal(message));
  });

  it('want of capacity is a 503', async () => {
    const { account, runtime } = await open({});
    account.traffic.runShort((one) => one === modelId);
    await expect(call(runtime, 100)).rejects.toEqual(
      refusal('Bedrock is unable to process your request.', 'ServiceUnavailableException', 503),
    );
  });

  it('reserves its prompt and max_tokens: 10 + 300 where the model answers with tokens', async () => {
    const reserved = isEmbedding ? 10 : 310;
    await expect(call((await open({ tokens: reserved - 1 })).runtime, 300)).rejects.toThrow('Too many tokens');
    await expect(call((await open({ tokens: reserved })).runtime, 300)).resolves.toBeDefined();
  });
});

it.each([
  ['nova', 5_010],
  ['llama', 4_010],
  ['mistralText', 8_202],
  ['mistralChat', 8_202],
] as const)('%s without max_tokens reserves what the model returns at most: %d', async (name, reserved) => {
  await expect(invoke((await open({ tokens: reserved - 1 })).runtime, name)).rejects.toThrow('Too many tokens');
  await expect(invoke((await open({ tokens: reserved })).runtime, name)).resolves.toBeDefined();
});

const invalid = (message: string) => refusal(message, 'ValidationException', 400);

it('refuses what Bedrock does not take', async () => {
  const { runtime } = await open({});
  const send = (modelId: string) => runtime.send(new ConverseCommand(toConversation(modelId, 10)));
  await expect(send('no.such-model')).rejects.toEqual(invalid('The provided model identifier is invalid.'));
  await expect(send(SHAPES.titan.modelId)).rejects.toEqual(
    invalid("This action doesn't support the model that you provided. Try again with a supported text or chat model."),
  );
  await expect(invoke(runtime, 'claude')).rejects.toEqual(invalid('max_tokens: Field required'));
  await expect(invokeStream(runtime, 'titan')).rejects.toEqual(invalid('The model is unsupported for streaming'));
});

describe('a stream that breaks', () => {
  const breakStreams = ({ faults }: LocalAccount) => faults.add({ service: 'bedrock-runtime', kind: 'throttleStream' });
  const broken = expect.objectContaining({
    name: 'ThrottlingException',
    message: 'Too many tokens, please wait before trying again.',
  });

  it('ConverseStream: a throttlingException after the first half, and no usage', async () => {
    const { account, runtime } = await open({});
    breakStreams(account);
    const { events, error } = await converseStream(runtime, SHAPES.nova.modelId, 100);
    expect(error).toEqual(broken);
    expect(events.length).toBeGreaterThan(1);
    expect(events.some(({ metadata }) => metadata !== undefined)).toBe(false);
  });

  it.each(STREAMED)('InvokeModelWithResponseStream of %s', async (name) => {
    const { account, runtime } = await open({});
    breakStreams(account);
    const { chunks, error } = await invokeStream(runtime, name, 100);
    expect(error).toEqual(broken);
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.some((chunk) => 'amazon-bedrock-invocationMetrics' in chunk)).toBe(false);
  });

  it('may end for want of capacity', async () => {
    const { account, runtime } = await open({});
    account.faults.add({ service: 'bedrock-runtime', kind: 'shortStream' });
    const { events, error } = await converseStream(runtime, SHAPES.nova.modelId, 100);
    expect(error).toMatchObject({ name: 'ServiceUnavailableException' });
    expect(events.length).toBeGreaterThan(1);
  });

  it('leaves an answer alone that is no stream', async () => {
    const { account, runtime } = await open({});
    breakStreams(account);
    expect(await invoke(runtime, 'llama', 100)).toMatchObject({ stop_reason: 'length' });
  });

  it('cutBody cuts the connection in its midst', async () => {
    const { account, runtime } = await open({});
    account.faults.add({ service: 'bedrock-runtime', kind: 'cutBody' });
    const { events, error } = await converseStream(runtime, SHAPES.nova.modelId, 100);
    expect(error).toMatchObject({ message: 'aborted' });
    expect(events.length).toBeGreaterThan(1);
  });
});
