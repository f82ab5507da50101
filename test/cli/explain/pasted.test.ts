import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { NOW, replaceEnvironment, runCli } from '../captured-io';

const DAY = 'Too many tokens per day, please wait before trying again.';
const BASE = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

let busy: LocalAccount;
/** An account as AWS restricts it: all but four of the inference quotas of the project's list are 0. */
let restricted: LocalAccount;
beforeAll(async () => {
  [busy, restricted] = await Promise.all([startBusyAccount(), startLocalAccount({ now: new Date(NOW) })]);
});
afterAll(() => Promise.all([busy.close(), restricted.close()]));
beforeEach(() => replaceEnvironment(busy.environment));
afterEach(() => {
  busy.faults.clear();
  busy.unauthorizedModels.clear();
});

async function explain(args: readonly string[], texts: Readonly<Record<string, string>> = {}) {
  const { out, error, exitCode } = await runCli(['explain', ...args, '--json'], { texts });
  return { error, exitCode, document: out === '' ? null : JSON.parse(out) };
}

describe('a text from standard input', () => {
  test('is explained as one that is given', async () => {
    const given = await explain([DAY, '--model', PROFILE]);
    expect(await explain(['-', '--model', PROFILE], { '-': DAY })).toEqual(given);
    expect(given.document.quotaCode).toBe(TPM);
  });

  test('that is empty is a wrong call', async () => {
    expect(await explain(['-'], { '-': ' \n' })).toMatchObject({ exitCode: 2, document: null });
  });
});

describe('the Region of a text', () => {
  const TEXT = `{"awsRegion":"eu-west-1","errorCode":"ThrottlingException","errorMessage":"${DAY}"}`;

  test('is the one that is read, and that is said', async () => {
    const { document } = await explain([TEXT]);
    expect(document.region).toBe('eu-west-1');
    expect(document.cause.evidence).toContain(
      'the Region is eu-west-1, because the text says so; --region overrides it',
    );
  });

  test('gives way to --region', async () => {
    const { document } = await explain([TEXT, '--region', 'us-west-2']);
    expect(document.region).toBe('us-west-2');
    expect(document.cause.evidence.join()).not.toContain('for the text says so');
  });
});

test('a text of another account says whose numbers are shown', async () => {
  const arn = `arn:aws:bedrock:us-east-1:000000000000:inference-profile/${PROFILE}`;
  const { document } = await explain([`${arn}: Too many tokens`]);
  expect(document.cause.evidence.at(-1)).toMatch(
    /text is from account 000000000000, the numbers are from 111122223333/,
  );
});

describe('an account that AWS has restricted', () => {
  beforeEach(() => replaceEnvironment(restricted.environment));

  test('is the answer to "per day" without a model, and nobody is asked for one', async () => {
    const { document, exitCode } = await explain([DAY]);
    expect(document.cause).toMatchObject({ kind: 'zeroQuota', confidence: 'high' });
    expect(document.cause.evidence[0]).toMatch(/^374 of the account's 378 inference quotas are 0/);
    expect(JSON.stringify(document.remedies)).not.toContain('--model');
    expect(exitCode).toBe(1);
  });

  test('is told beside "Operation not allowed", with what AWS says of the model', async () => {
    restricted.unauthorizedModels.add(BASE);
    const { document } = await explain(['ValidationException: Operation not allowed', '--model', PROFILE]);
    expect(document).toMatchObject({ error: { kind: 'accountRestricted' }, quotaCode: null, candidates: [] });
    expect(document.cause.evidence.join('\n')).toContain(
      `AWS says of ${BASE} in this account: authorizationStatus NOT_AUTHORIZED, agreementAvailability NOT_AVAILABLE, entitlementAvailability AVAILABLE, regionAvailability AVAILABLE`,
    );
    expect(document.cause.evidence.join('\n')).toContain("374 of the account's 378 inference quotas are 0");
  });
});

test('one whose quotas are not nearly all 0 is not called restricted', async () => {
  const open = await startLocalAccount({ now: new Date(NOW) });
  for (const row of restricted.quotas.rows()) open.quotas.set(row.quotaCode, 1_000_000);
  replaceEnvironment(open.environment);
  const { document } = await explain([DAY]);
  await open.close();
  expect(document.cause.kind).not.toBe('zeroQuota');
});

test('AWS that cannot be asked of the access is told, and the rest is answered', async () => {
  busy.faults.add({ service: 'bedrock', operation: 'GetFoundationModelAvailability', kind: 'accessDenied', times: 9 });
  const text = 'AccessDeniedException: Model access is denied due to INVALID_PAYMENT_INSTRUMENT';
  const { document } = await explain([text, '--model', PROFILE]);
  expect(document.cause.evidence.join('\n')).toMatch(
    /could not be asked: bedrock:GetFoundationModelAvailability failed .*; allow the action bedrock:GetFoundationModelAvailability/,
  );
  expect(document.remedies.at(-1).title).toContain('payment method');
});

test.each([
  ['ThrottlingException: Too many concurrent requests', 'concurrency', 'fewer calls at the same time'],
  ['ModelTimeoutException', 'modelTimeout', 'shorter answer'],
  [
    'An error occurred (ThrottlingException) when calling the Retrieve operation: Your request rate is too high.',
    'otherApi',
    'quotas, those of Agents',
  ],
])('%s: %s shows no quota and asks for no model', async (text, kind, advice) => {
  const { document, exitCode } = await explain([text]);
  expect(document).toMatchObject({ error: { kind }, cause: { kind: 'unknown' }, quotaCode: null, candidates: [] });
  expect(JSON.stringify(document.remedies)).toContain(advice);
  expect(JSON.stringify(document)).not.toContain('--model');
  expect(exitCode).toBe(0);
});
