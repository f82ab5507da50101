import { RequestServiceQuotaIncreaseCommand } from '@aws-sdk/client-service-quotas';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { clientsOf } from '../../local/clients';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';

const TPM = 'L-F4DDD3EB';
const RPM = 'L-4A6BFAB1';

let account: LocalAccount;
beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-04T09:00:00Z') });
  replaceEnvironment(account.environment);
});
afterEach(() => account.close());

async function ask(quotaCode: string, desiredValue: number): Promise<void> {
  const { serviceQuotas } = clientsOf(account.url);
  await serviceQuotas.send(
    new RequestServiceQuotaIncreaseCommand({
      ServiceCode: 'bedrock',
      QuotaCode: quotaCode,
      DesiredValue: desiredValue,
    }),
  );
  account.clock.set(new Date(NOW));
}

test('says that nothing was asked for', async () => {
  expect(await runCli('requests')).toMatchObject({
    out: 'us-east-1, account 111122223333: no increase was requested\n',
    error: '',
    exitCode: 0,
  });
});

test('shows each with its age, and whether it was granted by the applied value', async () => {
  await ask(TPM, 6_000_000);
  await ask(RPM, 20_000);
  account.quotas.set(RPM, 20_000);
  const { out, exitCode } = await runCli('requests');
  expect(exitCode).toBe(0);
  expect(linesOf(out)).toEqual([
    'us-east-1, account 111122223333: 2 increase requests',
    '',
    'SINCE           AGE  OUTCOME  QUOTA           ASKED     NOW',
    expect.stringMatching(/^2026-10-14 +0 days +granted +L-4A6BFAB1 +20,000 +20,000$/),
    '  CASE_CLOSED, case case-request-2: Cross-region model inference requests per minute for Anthropic',
    '  Claude Sonnet 4.5 V1',
    expect.stringMatching(/^2026-10-04 +10 days +open +L-F4DDD3EB +6,000,000 +0$/),
    '  CASE_OPENED, case case-request-1: Cross-region model inference tokens per minute for Anthropic',
    '  Claude Sonnet 4.5 V1',
    '',
    'Whether a request was granted is judged by the applied value: AWS closes it either way.',
  ]);
  const document = JSON.parse((await runCli('requests --json')).out);
  expect(document.requests[1]).toEqual({
    id: 'request-1',
    quotaCode: TPM,
    quotaName: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
    desiredValue: 6_000_000,
    status: 'CASE_OPENED',
    caseId: 'case-request-1',
    createdAt: '2026-10-04T09:00:00Z',
    outcome: 'open',
    appliedValue: 0,
  });
  expect((await runCli('requests --language pt-BR')).out).toContain('2 pedidos de aumento');
});

test('a history that cannot be read is exit 3, and no table that looks empty', async () => {
  account.faults.add({
    service: 'servicequotas',
    operation: 'ListRequestedServiceQuotaChangeHistory',
    kind: 'accessDenied',
    times: 9,
  });
  const { out, error, exitCode } = await runCli('requests');
  expect({ out, exitCode }).toEqual({ out: '', exitCode: 3 });
  expect(error).toContain('servicequotas:ListRequestedServiceQuotaChangeHistory');
});
