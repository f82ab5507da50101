import type { LocalAccount } from '../../../local/account/local-account';
import { NOW, replaceEnvironment, runCli } from '../captured-io';
import { NOVA, type RecordedMinute, SONNET, SONNET_TPM, startDaysAccount } from '../days-account';

let account: LocalAccount;
let recorded: readonly RecordedMinute[];
beforeAll(async () => {
  ({ account, recorded } = await startDaysAccount());
});
beforeEach(() => {
  replaceEnvironment(account.environment);
  account.faults.clear();
});
afterAll(() => account.close());

const ticket = (args: string) => runCli(`ticket ${args}`);

function byMinute(pick: (one: RecordedMinute) => number): number[] {
  const sums = new Map<number, number>();
  for (const one of recorded) {
    if (one.modelId !== NOVA) sums.set(one.minute, (sums.get(one.minute) ?? 0) + pick(one));
  }
  return [...sums.values()].sort((a, b) => a - b);
}

function median(sorted: readonly number[]): number {
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return Math.round(((low + high) / 2) * 100) / 100;
}

const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);
const spell = (value: number) => Math.round(value).toLocaleString('en-US');

test('fills the case with the numbers that were recorded', async () => {
  const { out, exitCode } = await ticket(`${SONNET_TPM} --json`);
  const [quota] = JSON.parse(out).quotas;
  const tokens = byMinute((one) => one.quotaTokens);
  const calls = total(byMinute((one) => one.throttles));
  const requests = total(byMinute((one) => one.requests));
  expect(exitCode).toBe(0);
  expect(quota).toMatchObject({
    quotaCode: SONNET_TPM,
    appliedValue: 200_000,
    defaultValue: 5_000_000,
    desiredValue: 5_000_001,
    steadyTokensPerMinute: median(tokens),
    peakTokensPerMinute: tokens.at(-1),
    steadyRequestsPerMinute: 8,
    peakRequestsPerMinute: 8,
    largeRequestShare: expect.any(Number),
  });
  expect(quota.throttles).toMatchObject({ calls, share: calls / (calls + requests) });
  expect(quota.inputTokensPerRequest.average).toBeCloseTo(total(byMinute((one) => one.input)) / requests, 6);
  const throttled = recorded.filter((one) => one.modelId !== NOVA && one.throttles > 0).map(({ minute }) => minute);
  expect(Date.parse(quota.throttles.firstAt)).toBe(Math.min(...throttled) * 60_000);
  expect(Date.parse(quota.throttles.lastAt)).toBe(Math.max(...throttled) * 60_000);
});

test('is Markdown that says steady, peak, large, throttles and growth with their definitions', async () => {
  const { out, error } = await ticket(SONNET_TPM);
  const tokens = byMinute((one) => one.quotaTokens);
  expect(out).toContain(`# Amazon Bedrock quota increase in us-east-1: ${SONNET_TPM}`);
  expect(out).toContain('Account 111122223333, Region us-east-1');
  expect(out).toContain(
    `median of the ${spell(tokens.length)} minutes with calls): ${spell(median(tokens))} tokens/min`,
  );
  expect(out).toContain(`Peak use: ${spell(tokens.at(-1) ?? 0)} tokens/min`);
  expect(out).toContain(
    'Large requests: 0% of requests, in minutes whose mean input (cached tokens too) is over 10,000',
  );
  expect(out).toContain(`Throttled: ${spell(total(byMinute((one) => one.throttles)))} calls`);
  expect(out).toMatch(/Growth: about [\d,]+ tokens\/min more each week/);
  expect(out).toContain('CloudWatch keeps no single requests');
  expect(out).toContain('[Describe what is built');
  expect(error).toContain('give it with --use-case');
  expect(error).toContain('console.aws.amazon.com/support/home#/case/create');
  expect(error).toContain(`quota-watchdog request ${SONNET_TPM}`);
});

test('bundles several quotas, and says of one without calls that there are no figures', async () => {
  const quiet = account.quotas.rows().find(({ quotaName }) => quotaName.includes('Claude Opus 4.1'));
  const { out } = await ticket(`${SONNET_TPM} ${quiet?.quotaCode} --json`);
  const { quotas, body } = JSON.parse(out);
  expect(quotas).toHaveLength(2);
  expect(quotas[1]).toMatchObject({ quotaCode: quiet?.quotaCode, peakTokensPerMinute: null, throttles: null });
  expect(body).toContain('no call was seen in this time, so there are no use figures yet');
});

test('a daily quota without calls begins with a small value', async () => {
  const row = account.quotas
    .rows()
    .find(({ quotaName }) => /max tokens per day/.test(quotaName) && quotaName.includes('Claude Opus 4.1'));
  const before = row?.appliedValue ?? 0;
  account.quotas.set(row?.quotaCode ?? '', 0);
  const { out } = await ticket(`${row?.quotaCode} --json`);
  account.quotas.set(row?.quotaCode ?? '', before);
  expect(JSON.parse(out).quotas).toMatchObject([{ desiredValue: 50_000, basis: 'start', appliedValue: 0 }]);
});

test('of a model, the quotas of the scopes it is called in that are worth asking for, and tells the others', async () => {
  const { out, error } = await ticket(`anthropic.claude-sonnet-4-5-20250929-v1:0 --json`);
  const codes = JSON.parse(out).quotas.map(({ quotaCode }: { quotaCode: string }) => quotaCode);
  expect(codes).toContain(SONNET_TPM);
  expect(error).toMatch(/left out: L-\w+ Global cross-region .*: no call in its scope/);
});

test('--out writes the file and leaves standard output empty; the case is English in Portuguese', async () => {
  const { out, error, files } = await ticket(`${SONNET_TPM} --out case.md --use-case orders --language pt-BR`);
  expect(out).toBe('');
  expect(files.get('case.md')).toContain('## Use case\n\norders');
  expect(error).toContain('o texto do caso está em case.md');
});

test('--value is asked for as it is given', async () => {
  const { out } = await ticket(`${SONNET_TPM} --value 300000 --json`);
  expect(JSON.parse(out).quotas).toMatchObject([{ desiredValue: 300_000, basis: 'given' }]);
});

test.each([
  ['L-00000000', 'not an inference quota'],
  ['no-such-model', 'no model to look for'],
  [`${SONNET_TPM} --value 200000`, 'must be above the applied value'],
  [`${SONNET_TPM} --region us-east-1 --region eu-west-1`, 'run it once for each'],
  ['', 'missing required argument'],
])('ticket %s is a wrong call', async (args, complaint) => {
  const { out, error, exitCode } = await ticket(args);
  expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
  expect(error).toContain(complaint);
});

test('metrics that cannot be read are told with the action to allow', async () => {
  account.faults.add({ service: 'cloudwatch', operation: 'ListMetrics', kind: 'accessDenied' });
  const { out, error, exitCode } = await ticket(SONNET_TPM);
  expect({ out, exitCode }).toEqual({ out: '', exitCode: 3 });
  expect(error).toContain('cloudwatch:ListMetrics');
});

test('looks at fourteen days up to now', async () => {
  const { out } = await ticket(`${SONNET} --json`);
  expect(JSON.parse(out).body).toContain(`to ${NOW.slice(0, 16).replace('T', ' ')} UTC`);
});

test('a request that is open about the same is named', async () => {
  await runCli(`request ${SONNET_TPM} --yes`);
  const { out } = await ticket(`${SONNET_TPM} --json`);
  const { quotas, body } = JSON.parse(out);
  expect(quotas[0].openRequest).toMatchObject({ desiredValue: 5_000_001, caseId: 'case-request-1' });
  expect(body).toContain('A request for 5,000,001 is open already, since 2026-10-14, case case-request-1');
});

test('points that are missing make the figures lower bounds, and the case says so', async () => {
  expect((await ticket(SONNET_TPM)).out).not.toContain('use is at least what is stated');
  account.faults.add({ service: 'cloudwatch', operation: 'GetMetricData', kind: 'accessDenied', times: 1, skip: 1 });
  const { out, error } = await ticket(SONNET_TPM);
  expect(error).toContain('cloudwatch:GetMetricData');
  expect(out).toContain('use is at least what is stated');
});
