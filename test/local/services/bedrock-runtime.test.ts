import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { NOON, sonnetCall, startSonnetAccount, US_SONNET } from '../noon-account';

const start = closedAfterEach(startSonnetAccount);

it('refuses the request after the last of the minute, and takes it in the next', async () => {
  const { traffic } = await start();
  expect([0, 1, 2, 3].map((second) => traffic.call(sonnetCall(second)))).toEqual([
    null,
    null,
    null,
    'requestsPerMinute',
  ]);
  expect(traffic.call(sonnetCall(60))).toBeNull();
});

it('reserves input + max_tokens at the start and gives the rest back at the end', async () => {
  const { traffic } = await start();
  const large = { maxTokens: 6_000, seconds: 10 };
  expect(traffic.call(sonnetCall(0, large))).toBeNull();
  expect(traffic.call(sonnetCall(5, large))).toBe('tokensPerMinute');
  expect(traffic.call(sonnetCall(11, large))).toBeNull();
});

it('reserves the maximum of the model when max_tokens is not set', async () => {
  const { traffic } = await start();
  expect(traffic.call({ modelId: US_SONNET, at: NOON.getTime(), input: 1, output: 1 })).toBe('tokensPerDay');
});

it('refuses by the day when the pool is spent, until midnight UTC', async () => {
  const { traffic } = await start();
  for (let minute = 0; minute < 3; minute++)
    expect(traffic.call(sonnetCall(minute * 60, { output: 1900, maxTokens: 1900 }))).toBeNull();
  expect(traffic.call(sonnetCall(200, { maxTokens: 2_000 }))).toBe('tokensPerDay');
  expect(traffic.call(sonnetCall(12 * 3600, { maxTokens: 2_000 }))).toBeNull();
});

it('answers a zero quota with the daily text, over HTTP as 429', async () => {
  const { url, quotas, calls } = await start();
  quotas.set('L-4A6BFAB1', 0);
  const { runtime } = clientsOf(url);
  const converse = () =>
    runtime.send(
      new ConverseCommand({
        modelId: US_SONNET,
        messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
        inferenceConfig: { maxTokens: 10 },
      }),
    );
  await expect(converse()).rejects.toMatchObject({
    name: 'ThrottlingException',
    message: 'Too many tokens per day, please wait before trying again.',
    $metadata: { httpStatusCode: 429 },
  });
  quotas.set('L-4A6BFAB1', 3);
  expect((await converse()).usage).toEqual({ inputTokens: 2, outputTokens: 10, totalTokens: 12 });
  expect(calls.get('bedrock-runtime:Converse')).toBe(2);
});
