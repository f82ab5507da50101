import {
  ListRequestedServiceQuotaChangeHistoryCommand,
  RequestServiceQuotaIncreaseCommand,
} from '@aws-sdk/client-service-quotas';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { NOON, startNumberedAccount, startSonnetAccount, toNumberedRow } from '../noon-account';

const startSonnet = closedAfterEach(startSonnetAccount);
const startNumbered = closedAfterEach(startNumberedAccount);
const bedrock = { ServiceCode: 'bedrock' };
const raise = (index: number, DesiredValue = 101, more = {}) =>
  new RequestServiceQuotaIncreaseCommand({
    ...bedrock,
    QuotaCode: toNumberedRow(index).quotaCode,
    DesiredValue,
    ...more,
  });

it.each([
  ['L-F4DDD3EB', 5_000_000, 'greater than the default quota value of 5000000'],
  ['L-E3F10727', 1e12, 'not adjustable'],
  ['L-00000000', 1, 'does not exist'],
])('refuses to raise %s to %d', async (QuotaCode, DesiredValue, words) => {
  const { serviceQuotas } = clientsOf((await startSonnet()).url);
  const request = new RequestServiceQuotaIncreaseCommand({ ServiceCode: 'bedrock', QuotaCode, DesiredValue });
  await expect(serviceQuotas.send(request)).rejects.toThrow(words);
});

it('takes a request above the default, once', async () => {
  const { serviceQuotas } = clientsOf((await startSonnet()).url);
  const send = () =>
    serviceQuotas.send(
      new RequestServiceQuotaIncreaseCommand({
        ServiceCode: 'bedrock',
        QuotaCode: 'L-F4DDD3EB',
        DesiredValue: 5_000_001,
      }),
    );
  expect((await send()).RequestedQuota?.Status).toBe('CASE_OPENED');
  await expect(send()).rejects.toThrow('one open');
});

it('keeps a request open until the applied value reaches it, and then takes another', async () => {
  const { url, quotas } = await startNumbered();
  const { serviceQuotas } = clientsOf(url);
  await serviceQuotas.send(raise(1, 200));
  const statuses = async (Status?: 'CASE_OPENED') => {
    const reply = await serviceQuotas.send(
      new ListRequestedServiceQuotaChangeHistoryCommand({ ...bedrock, ...(Status ? { Status } : {}) }),
    );
    return reply.RequestedQuotas?.map((one) => [one.QuotaCode, one.Status, one.Created]);
  };
  expect(await statuses()).toEqual([[toNumberedRow(1).quotaCode, 'CASE_OPENED', NOON]]);
  quotas.set(toNumberedRow(1).quotaCode, 200);
  expect(await statuses()).toEqual([[toNumberedRow(1).quotaCode, 'CASE_CLOSED', NOON]]);
  expect(await statuses('CASE_OPENED')).toEqual([]);
  await expect(serviceQuotas.send(raise(1, 150))).rejects.toThrow('greater than the current quota value of 200.0');
  expect((await serviceQuotas.send(raise(1, 300))).RequestedQuota?.Status).toBe('CASE_OPENED');
});

it('opens no case where none is allowed', async () => {
  const { serviceQuotas } = clientsOf((await startNumbered()).url);
  const reply = await serviceQuotas.send(raise(1, 101, { SupportCaseAllowed: false }));
  expect(reply.RequestedQuota?.Status).toBe('NOT_APPROVED');
});

it('takes 20 open requests of the account and not one more', async () => {
  const { serviceQuotas } = clientsOf((await startNumbered()).url);
  for (let index = 1; index <= 20; index++) await serviceQuotas.send(raise(index));
  await expect(serviceQuotas.send(raise(21))).rejects.toMatchObject({ name: 'QuotaExceededException' });
});
