import {
  GetFoundationModelAvailabilityCommand,
  ListFoundationModelsCommand,
  ListInferenceProfilesCommand,
} from '@aws-sdk/client-bedrock';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { NOON_MINUTE, SONNET, sonnetMetric, startNoonAccount, US_SONNET } from '../noon-account';

const start = closedAfterEach(startNoonAccount);

it('gives system profiles unless asked for application profiles, in pages', async () => {
  const { url, addApplicationProfile } = await start({ pageSizes: { profiles: 10 } });
  addApplicationProfile({ id: 's529qz7ddy06', name: 'checkout', source: US_SONNET });
  const { bedrock } = clientsOf(url);
  const system = await bedrock.send(new ListInferenceProfilesCommand({}));
  expect(system.inferenceProfileSummaries).toHaveLength(10);
  expect(system.nextToken).toBeDefined();
  const application = await bedrock.send(new ListInferenceProfilesCommand({ typeEquals: 'APPLICATION' }));
  expect(application.inferenceProfileSummaries).toMatchObject([
    { inferenceProfileId: 's529qz7ddy06', type: 'APPLICATION', models: { length: 3 } },
  ]);
  const models = await bedrock.send(new ListFoundationModelsCommand({}));
  expect(models.modelSummaries?.map((model) => model.modelId)).toContain('anthropic.claude-opus-4-8');
});

it('answers Converse with an id that on-demand does not reach as Bedrock does, and counts nothing', async () => {
  const { url, read } = await start();
  const converse = new ConverseCommand({ modelId: SONNET, messages: [] });
  await expect(clientsOf(url).runtime.send(converse)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining("with on-demand throughput isn't supported"),
  });
  expect(read(sonnetMetric('InvocationThrottles', { ModelId: SONNET }), NOON_MINUTE)).toBeNull();
});

it('has a global profile with one ARN without a Region', async () => {
  const { bedrock } = clientsOf((await start()).url);
  const { inferenceProfileSummaries } = await bedrock.send(new ListInferenceProfilesCommand({}));
  const arnsOf = (id: string) =>
    inferenceProfileSummaries?.find((one) => one.inferenceProfileId === id)?.models?.map((model) => model.modelArn);
  expect(arnsOf(`global.${SONNET}`)).toEqual([
    `arn:aws:bedrock:::foundation-model/${SONNET}`,
    `arn:aws:bedrock:us-east-1::foundation-model/${SONNET}`,
  ]);
  expect(arnsOf(US_SONNET)).toHaveLength(3);
  expect(arnsOf('us.amazon.titan-embed-text-v2:0')).toBeUndefined();
});

it('says whether the account may use a model, and refuses an id it does not know', async () => {
  const { url, unauthorizedModels } = await start();
  unauthorizedModels.add(SONNET);
  const { bedrock } = clientsOf(url);
  const ask = (modelId: string) => bedrock.send(new GetFoundationModelAvailabilityCommand({ modelId }));
  expect(await ask(SONNET)).toMatchObject({ authorizationStatus: 'NOT_AUTHORIZED', regionAvailability: 'AVAILABLE' });
  expect(await ask('amazon.nova-pro-v1:0')).toMatchObject({
    authorizationStatus: 'AUTHORIZED',
    agreementAvailability: { status: 'AVAILABLE' },
  });
  await expect(ask('nobody')).rejects.toMatchObject({ name: 'ValidationException' });
});
