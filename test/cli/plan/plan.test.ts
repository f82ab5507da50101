import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

let busy: LocalAccount;
beforeAll(async () => {
  busy = await startBusyAccount();
});
afterAll(() => busy.close());
beforeEach(() => replaceEnvironment(busy.environment));
afterEach(() => busy.faults.clear());

const SIZES = '--input-tokens 1500 --output-tokens 400';

test('prints a workload against the quotas of the account, and what to do when it does not fit', async () => {
  const { out, error, exitCode } = await runCli(`plan ${PROFILE} --requests-per-minute 600 ${SIZES} --max-tokens 4000`);
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 1 });
  expect(linesOf(out)).toEqual([
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0, us-east-1: 600 requests per minute of 1,500 input and',
    '400 output tokens, max_tokens 4,000',
    '  settles at 2,100,000 tokens/min (input + output × 5)',
    '  reserves up to 3,300,000 tokens/min, if all calls of a minute run at once',
    'the workload does not fit',
    '',
    'SCOPE                BINDS FIRST        APPLIED  CARRIES  QUOTA',
    'cross-Region         TPM              1,000,000      181  L-F4DDD3EB',
    'global cross-Region  TPD          1,000,000,000      198  L-BC182137',
    'CARRIES: requests per minute that never wait, even if all of a minute are reserved at once',
    '',
    'with max_tokens 800, twice the size of the answers, the same quota carries 285 requests/min',
    '',
    'ask for 5,500,000 of L-F4DDD3EB:',
    '  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5500000 --region us-east-1',
  ]);
});

test('is one JSON document of the fixed fields', async () => {
  const { out, exitCode } = await runCli(`plan ${PROFILE} --requests-per-minute 10 ${SIZES} --json`);
  const document = JSON.parse(out);
  expect(exitCode).toBe(0);
  expect(Object.keys(document)).toEqual([
    'schemaVersion',
    'model',
    'workload',
    'burndownRate',
    'settledTokensPerMinute',
    'reservedTokensPerMinute',
    'binding',
    'scopes',
    'ask',
  ]);
  expect(document).toMatchObject({ reservedTokensPerMinute: 655_000, binding: { quotaCode: TPM }, ask: null });
});

test('speaks Portuguese', async () => {
  const { out } = await runCli(`plan ${PROFILE} --requests-per-minute 10 ${SIZES} --max-tokens 800 --language pt-BR`);
  expect(out).toContain('a carga cabe');
});

test.each([
  [
    'plan nobody --requests-per-minute 1 --input-tokens 1 --output-tokens 1',
    /no model to plan for: nobody is not a known model/,
  ],
  [`plan ${PROFILE} --requests-per-minute 1,000 ${SIZES}`, /'1,000' is invalid. Give a whole number above 0/],
  [`plan ${PROFILE} --requests-per-minute 0 ${SIZES}`, /Give a whole number above 0/],
  [`plan ${PROFILE} --requests-per-minute 1 --input-tokens -1 --output-tokens 1`, /argument missing|0 or more/],
  [`plan ${PROFILE} ${SIZES}`, /required option '--requests-per-minute <number>' not specified/],
  [`plan --requests-per-minute 1 ${SIZES}`, /missing required argument 'model'/],
])('%s is a wrong call, in one line', async (call, complaint) => {
  const { out, error, exitCode } = await runCli(call);
  expect({ out, exitCode, lines: linesOf(error).length }).toEqual({ out: '', exitCode: 2, lines: 1 });
  expect(error).toMatch(complaint);
});

test('quotas that cannot be read are exit 3', async () => {
  busy.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', times: 9 });
  const { exitCode, error } = await runCli(`plan ${PROFILE} --requests-per-minute 1 ${SIZES}`);
  expect(exitCode).toBe(3);
  expect(error).toContain('servicequotas:ListServiceQuotas');
});
