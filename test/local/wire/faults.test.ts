import { ListFoundationModelsCommand, ListInferenceProfilesCommand } from '@aws-sdk/client-bedrock';
import { PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { ListTopicsCommand } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startSonnetAccount } from '../noon-account';

const start = closedAfterEach(startSonnetAccount);
const list = new ListServiceQuotasCommand({ ServiceCode: 'bedrock' });

it.each([
  ['throttle', { name: 'ThrottlingException' }],
  ['accessDenied', { name: 'AccessDeniedException' }],
  ['serverError', { $metadata: { httpStatusCode: 500 } }],
  ['cutBody', {}],
  ['junk', {}],
  ['hang', { name: 'TimeoutError' }],
] as const)('%s reaches the SDK as such', async (kind, expected) => {
  const { url, faults } = await start();
  faults.add({ service: 'servicequotas', kind });
  const { serviceQuotas } = clientsOf(url, { requestTimeout: 100 });
  await expect(serviceQuotas.send(list)).rejects.toMatchObject(expected);
});

it('hits as often as it is told, after as many as it lets pass, and only what it names', async () => {
  const { url, faults, calls } = await start();
  faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'throttle', skip: 1, times: 2 });
  const { serviceQuotas, bedrock } = clientsOf(url, { maxAttempts: 3 });
  await serviceQuotas.send(list);
  await bedrock.send(new ListFoundationModelsCommand({}));
  expect((await serviceQuotas.send(list)).Quotas).toHaveLength(3);
  expect(calls.get('servicequotas:ListServiceQuotas')).toBe(4);
});

it('lets as many calls pass as it is told, one by one', async () => {
  const { url, faults } = await start();
  faults.add({ operation: 'GetCallerIdentity', kind: 'accessDenied', skip: 2, times: 1 });
  const { sts } = clientsOf(url);
  const outcomes: string[] = [];
  for (let index = 0; index < 4; index++) {
    await sts.send(new GetCallerIdentityCommand({})).then(
      () => outcomes.push('ok'),
      () => outcomes.push('refused'),
    );
  }
  expect(outcomes).toEqual(['ok', 'ok', 'refused', 'ok']);
});

it('gives pages without end, each with a token of its own', async () => {
  const { url, faults } = await start();
  faults.add({ kind: 'endlessPages' });
  const { serviceQuotas } = clientsOf(url);
  const tokens = [await serviceQuotas.send(list), await serviceQuotas.send(list)].map(({ NextToken }) => NextToken);
  expect(new Set(tokens).size).toBe(2);
  expect(tokens).not.toContain(undefined);
});

it('leaves a first try without an answer, and gives it to the second', async () => {
  const { url, faults, calls } = await start();
  faults.add({ kind: 'hangFirstTry' });
  const requestHandler = { requestTimeout: 100, throwOnRequestTimeout: true };
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new ServiceQuotasClient({ endpoint: url, region: 'us-east-1', credentials, requestHandler });
  expect((await client.send(list)).Quotas).toHaveLength(3);
  expect(calls.get('servicequotas:ListServiceQuotas')).toBe(2);
  client.destroy();
});

it('answers as late as it is told', async () => {
  const { url, faults } = await start();
  faults.add({ kind: 'slow', slowMs: 150 });
  const startedAt = performance.now();
  expect((await clientsOf(url).serviceQuotas.send(list)).Quotas).toHaveLength(3);
  expect(performance.now() - startedAt).toBeGreaterThan(140);
});

it('gives an empty page with a token', async () => {
  const { url, faults } = await start();
  faults.add({ kind: 'emptyPageWithToken', times: 1 });
  const reply = await clientsOf(url).serviceQuotas.send(list);
  expect(reply).toMatchObject({ NextToken: 'page-0' });
  expect(reply.Quotas ?? []).toEqual([]);
});

it.each([
  ['sns', 'throttle', 'ThrottledException'],
  ['sns', 'accessDenied', 'AuthorizationErrorException'],
  ['sts', 'throttle', 'Throttling'],
  ['sts', 'accessDenied', 'AccessDenied'],
  ['bedrock', 'throttle', 'ThrottlingException'],
  ['bedrock', 'accessDenied', 'AccessDeniedException'],
  ['dynamodb', 'throttle', 'ThrottlingException'],
  ['dynamodb', 'serverError', 'InternalServerError'],
  ['cloudwatch', 'throttle', 'ThrottlingException'],
  ['cloudwatch', 'accessDenied', 'AccessDeniedException'],
] as const)('%s, %s: the SDK sees %s', async (service, kind, name) => {
  const { url, faults } = await start();
  const clients = clientsOf(url);
  const fault = { service, kind };
  faults.add(fault);
  const requests = {
    sns: () => clients.sns.send(new ListTopicsCommand({})),
    sts: () => clients.sts.send(new GetCallerIdentityCommand({})),
    bedrock: () => clients.bedrock.send(new ListInferenceProfilesCommand({})),
    dynamodb: () => clients.dynamoDb.send(new ListTablesCommand({})),
    cloudwatch: () => clients.cloudWatch.send(new PutMetricDataCommand({ Namespace: 'Own', MetricData: [] })),
  };
  await expect(requests[service]()).rejects.toMatchObject({ name });
  faults.remove(fault);
  await expect(requests[service]()).resolves.toBeDefined();
});
