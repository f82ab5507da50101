import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ListAWSDefaultServiceQuotasCommand,
  ListServiceQuotasCommand,
} from '@aws-sdk/client-service-quotas';
import { readQuotaTable } from '../../../local/quotas/table';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import {
  NUMBERED_ROWS,
  startNoonAccount,
  startNumberedAccount,
  startSonnetAccount,
  toNumberedRow,
} from '../noon-account';

const start = closedAfterEach(startNoonAccount);
const startSonnet = closedAfterEach(startSonnetAccount);
const startNumbered = closedAfterEach(startNumberedAccount);
const bedrock = { ServiceCode: 'bedrock' };

it('pages the whole table of 1,162 quotas', async () => {
  const { url } = await start({
    quotas: readQuotaTable(),
    pageSizes: { quotas: 70 },
  });
  const { serviceQuotas } = clientsOf(url);
  const codes = new Set<string>();
  let token: string | undefined;
  do {
    const page = await serviceQuotas.send(new ListServiceQuotasCommand({ ServiceCode: 'bedrock', NextToken: token }));
    for (const quota of page.Quotas ?? []) codes.add(quota.QuotaCode ?? '');
    expect(page.Quotas?.length).toBeLessThanOrEqual(70);
    token = page.NextToken;
  } while (token);
  expect(codes.size).toBe(1162);
});

it.each([1, 3])('gives every row once with pages of %d', async (MaxResults) => {
  const { url, calls } = await startNumbered();
  const { serviceQuotas } = clientsOf(url);
  const codes: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await serviceQuotas.send(new ListServiceQuotasCommand({ ...bedrock, MaxResults, NextToken }));
    codes.push(...(page.Quotas ?? []).map((quota) => quota.QuotaCode));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(codes).toEqual(NUMBERED_ROWS.map((row) => row.quotaCode));
  expect(calls.get('servicequotas:ListServiceQuotas')).toBe(Math.ceil(25 / MaxResults));
});

it('refuses pages of more than 100 and tokens of others', async () => {
  const { serviceQuotas } = clientsOf((await startNumbered()).url);
  const list = (input: object) => serviceQuotas.send(new ListServiceQuotasCommand({ ...bedrock, ...input }));
  await expect(list({ MaxResults: 101 })).rejects.toThrow('from 1 to 100');
  await expect(list({ NextToken: 'mine' })).rejects.toMatchObject({ name: 'InvalidPaginationTokenException' });
});

it('keeps applied and default apart, and has no default row where none is known', async () => {
  const { serviceQuotas } = clientsOf((await startSonnet()).url);
  const applied = await serviceQuotas.send(new ListServiceQuotasCommand({ ServiceCode: 'bedrock' }));
  const defaults = await serviceQuotas.send(new ListAWSDefaultServiceQuotasCommand({ ServiceCode: 'bedrock' }));
  expect(applied.Quotas?.map((quota) => quota.Value)).toEqual([10_000, 3, 30_000]);
  expect(defaults.Quotas?.map((quota) => quota.Value)).toEqual([5_000_000, 10_000]);
  expect(applied.Quotas?.[0]?.QuotaArn).toBe('arn:aws:servicequotas:us-east-1:111122223333:bedrock/L-F4DDD3EB');
});

it('gets the applied value and the default, and no default that is not known', async () => {
  const { serviceQuotas } = clientsOf((await startNumbered()).url);
  const get = (index: number) => ({ ...bedrock, QuotaCode: toNumberedRow(index).quotaCode });
  expect((await serviceQuotas.send(new GetServiceQuotaCommand(get(1)))).Quota?.Value).toBe(10);
  const { Quotas } = await serviceQuotas.send(new ListAWSDefaultServiceQuotasCommand(bedrock));
  expect(Quotas?.map((quota) => quota.QuotaCode)).toEqual(NUMBERED_ROWS.slice(1).map((row) => row.quotaCode));
  expect((await serviceQuotas.send(new GetAWSDefaultServiceQuotaCommand(get(1)))).Quota?.Value).toBe(100);
  await expect(serviceQuotas.send(new GetAWSDefaultServiceQuotaCommand(get(0)))).rejects.toMatchObject({
    name: 'NoSuchResourceException',
  });
});

it('knows no other service', async () => {
  const { serviceQuotas } = clientsOf((await start()).url);
  await expect(serviceQuotas.send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' }))).rejects.toThrow(
    'service does not exist',
  );
});
