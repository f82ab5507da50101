import type { LocalAccount } from '../../../local/account/local-account';
import { startBusyAccount, TPM } from '../busy-account';
import { linesOf, type RunOptions, replaceEnvironment, runCli } from '../captured-io';

const DAY = 'L-381AD9EE';

let busy: LocalAccount;
beforeEach(async () => {
  busy = await startBusyAccount();
  replaceEnvironment(busy.environment);
});
afterEach(() => busy.close());

const sentCalls = () => busy.calls.get('servicequotas:RequestServiceQuotaIncrease') ?? 0;

async function request(args: string, options: RunOptions = {}) {
  const { out, error, exitCode } = await runCli(`request ${args}`, options);
  return { out, flat: out.replace(/\s+/g, ' '), error: error.replace(/^reading.*\n/gm, ''), exitCode };
}

test('shows what it asks for and why, asks, sends, and says what comes next', async () => {
  const { out, error, exitCode } = await request(TPM, { answer: 'y' });
  expect(error).toBe('Send 1 request to Service Quotas in us-east-1? [y/N] ');
  expect(linesOf(out)).toEqual([
    'L-F4DDD3EB Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1,',
    '  us-east-1',
    '  applied 1,000,000, AWS default 5,000,000',
    '  used up to 970,412 in the look-back',
    '  asks for 5,000,001: the least AWS accepts, or half as much again',
    '  AWS opens a Support case for it; the applied value shows whether it was granted: quota-watchdog',
    '  requests',
    '',
    'L-F4DDD3EB sent: CASE_OPENED, case case-request-1',
  ]);
  expect({ exitCode, sent: sentCalls() }).toEqual({ exitCode: 0, sent: 1 });
});

test.each([
  ['n', {}, 'nothing was sent'],
  ['', {}, 'nothing was sent'],
])('sends nothing when the answer is "%s"', async (answer, _, last) => {
  const { out, exitCode } = await request(TPM, { answer });
  expect({ last: linesOf(out).at(-1), exitCode, sent: sentCalls() }).toEqual({ last, exitCode: 1, sent: 0 });
});

test('sends nothing where nobody can be asked, and says what to add', async () => {
  const { error, exitCode } = await request(TPM);
  expect({ exitCode, sent: sentCalls() }).toEqual({ exitCode: 2, sent: 0 });
  expect(error).toContain('add --yes to send, or --dry-run');
});

test('--dry-run sends nothing, --yes asks nothing', async () => {
  expect(await request(`${TPM} --dry-run`)).toMatchObject({ exitCode: 0, error: '' });
  expect(sentCalls()).toBe(0);
  expect(await request(`${TPM} --yes --value 6000000`)).toMatchObject({ exitCode: 0, error: '' });
  expect(sentCalls()).toBe(1);
});

test('never asks twice for a quota, nor for what cannot be raised, and sends the rest', async () => {
  await request(`${TPM} --yes`);
  const { out, flat, exitCode } = await request(`${TPM} ${DAY} L-00000000 L-4A6BFAB1 --yes --value 2000000000`);
  expect(flat).toContain('not requested: an increase to 5,000,001 is open since 2026-10-14');
  expect(flat).toContain(`AWS handles both with that request: quota-watchdog request ${TPM}`);
  expect(flat).toContain('L-00000000 is not an inference quota of Bedrock here');
  expect(out).toContain('L-4A6BFAB1 sent: CASE_OPENED');
  expect({ exitCode, sent: sentCalls() }).toEqual({ exitCode: 1, sent: 2 });
});

test.each([
  ['accessDenied', 'refused: allow the action servicequotas:RequestServiceQuotaIncrease (AWS: AccessDenied'],
  ['throttle', 'refused: '],
] as const)('a refusal (%s) is told in our words with those of AWS beside them', async (kind, text) => {
  busy.faults.add({ service: 'servicequotas', operation: 'RequestServiceQuotaIncrease', kind, times: 9 });
  const { out, exitCode } = await request(`${TPM} --yes`);
  expect(exitCode).toBe(1);
  expect(out.replace(/\n {2}/g, ' ')).toContain(text);
});

test('is one JSON document, with what was not asked and why', async () => {
  const { out, exitCode } = await request(`${TPM} ${DAY} --dry-run --json --language pt-BR`);
  const document = JSON.parse(out);
  expect(exitCode).toBe(1);
  expect(document).toMatchObject({ schemaVersion: 1, accountId: '111122223333', region: 'us-east-1' });
  expect(document.requests).toMatchObject([
    { quotaCode: TPM, desiredValue: 5_000_001, basis: 'default', state: 'planned', reason: null },
    { quotaCode: DAY, desiredValue: null, state: 'notAsked', reason: expect.stringContaining('AWS handles both') },
  ]);
});

test('speaks Portuguese, and takes its yes', async () => {
  const { out, error } = await request(`${TPM} --language pt-BR`, { answer: 's' });
  expect(error).toContain('Enviar 1 pedido ao Service Quotas em us-east-1? [s/N]');
  expect(out).toContain('enviado: CASE_OPENED, caso case-request-1');
});

test.each([
  ['tokens', '"tokens" is not a quota code'],
  [`${TPM} --value 0`, 'Give a whole number above 0'],
  [`${TPM} --region us-east-1 --region eu-west-1`, 'run it once for each Region'],
  ['', "missing required argument 'code'"],
])('request %s is a wrong call, in one line', async (args, complaint) => {
  const { out, error, exitCode } = await request(args);
  expect({ out, exitCode, lines: linesOf(error).length, sent: sentCalls() }).toEqual({
    out: '',
    exitCode: 2,
    lines: 1,
    sent: 0,
  });
  expect(error).toContain(complaint);
});

test('sends nothing while the open requests could not be read', async () => {
  busy.faults.add({
    service: 'servicequotas',
    operation: 'ListRequestedServiceQuotaChangeHistory',
    kind: 'accessDenied',
    times: 9,
  });
  const { exitCode, error } = await request(`${TPM} --yes`);
  expect({ exitCode, sent: sentCalls() }).toEqual({ exitCode: 3, sent: 0 });
  expect(error).toContain('ListRequestedServiceQuotaChangeHistory');
});
