import { RequestServiceQuotaIncreaseCommand } from '@aws-sdk/client-service-quotas';
import type { LocalAccount } from '../../../local/account/local-account';
import { clientsOf } from '../../local/clients';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

const ERROR = 'ThrottlingException: Too many tokens, please wait before trying again.';
const COMMAND = `--quota-code ${TPM} --desired-value`;
const HISTORY = 'ListRequestedServiceQuotaChangeHistory';
/** What the command line is asked, and what it says of the request; `check` breaks lines. */
const CALLS = [
  ['check', /increase to 5,000,001 is open since 2026-10-14, case case-request-1/],
  ['check --json', /increase to 5,000,001 is open since 2026-10-14, case case-request-1/],
  ['check --language pt-BR', /um pedido de aumento para 5\.000\.001 em aberto desde 2026-10-14/],
] as const;

let asked: LocalAccount;
let busy: LocalAccount;
beforeAll(async () => {
  [asked, busy] = await Promise.all([startBusyAccount(), startBusyAccount()]);
  await clientsOf(asked.url).serviceQuotas.send(
    new RequestServiceQuotaIncreaseCommand({ ServiceCode: 'bedrock', QuotaCode: TPM, DesiredValue: 5_000_001 }),
  );
});
afterAll(() => Promise.all([asked.close(), busy.close()]));
afterEach(() => asked.faults.clear());

const onOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe.each(CALLS)('%s', (call, said) => {
  it('names an open request and proposes no second one', async () => {
    replaceEnvironment(asked.environment);
    const { out, error, exitCode } = await runCli(call);
    expect({ error, exitCode }).toEqual({ error: '', exitCode: 1 });
    expect(onOneLine(out)).toMatch(said);
    expect(out).not.toContain(COMMAND);
  });

  it('proposes the command where none is open', async () => {
    replaceEnvironment(busy.environment);
    const { out } = await runCli(call);
    expect(onOneLine(out)).not.toMatch(said);
    expect(out).toContain(COMMAND);
  });

  it('without the permission says so, does not fail, and claims nothing', async () => {
    replaceEnvironment(asked.environment);
    asked.faults.add({ service: 'servicequotas', operation: HISTORY, kind: 'accessDenied' });
    const { out, error, exitCode } = await runCli(call);
    expect(exitCode).toBe(1);
    expect(linesOf(error)).toEqual([expect.stringContaining(`servicequotas:${HISTORY}`)]);
    expect(onOneLine(out)).not.toMatch(said);
    expect(out).toContain(COMMAND);
  });
});

it.each([[''], ['--json']])('explain %s names it too', async (flag) => {
  replaceEnvironment(asked.environment);
  const { out, exitCode } = await runCli(['explain', ERROR, '--model', PROFILE, ...flag.split(' ').filter(Boolean)]);
  expect(exitCode).toBe(1);
  expect(onOneLine(out)).toMatch(CALLS[0][1]);
  expect(out).not.toContain(COMMAND);
});

it('quotas proposes nothing and needs no permission for their list', async () => {
  replaceEnvironment(asked.environment);
  asked.faults.add({ service: 'servicequotas', operation: HISTORY, kind: 'accessDenied' });
  const { error, exitCode } = await runCli('quotas');
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
});
