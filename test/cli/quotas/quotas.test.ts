import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';

let account: LocalAccount;
beforeAll(async () => {
  account = await startLocalAccount({ now: new Date(NOW) });
});
afterAll(() => account.close());
beforeEach(() => replaceEnvironment(account.environment));
afterEach(() => account.faults.clear());

const DOCUMENT_KEYS = ['accountId', 'counts', 'quotas', 'readAt', 'region', 'schemaVersion'];
const QUOTA_KEYS = [
  'adjustable',
  'appliedValue',
  'defaultValue',
  'dimension',
  'endpoint',
  'mapping',
  'modelIds',
  'modelLabel',
  'quotaCode',
  'quotaName',
  'scope',
  'variant',
];
const COUNTS = { total: 1162, inference: 378, zero: 374, belowDefault: 0, unmapped: 17, other: 20 };

describe('quotas --json', () => {
  test('is one document with the whole list and no other field', async () => {
    const { exitCode, out, error } = await runCli('quotas --json');
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    const document = JSON.parse(out);
    expect(Object.keys(document).sort()).toEqual(DOCUMENT_KEYS);
    expect(document).toMatchObject({ schemaVersion: 1, accountId: '111122223333', region: 'us-east-1', readAt: NOW });
    expect(document.counts).toEqual(COUNTS);
    expect(document.quotas).toHaveLength(398);
    for (const quota of document.quotas) expect(Object.keys(quota).sort()).toEqual(QUOTA_KEYS);
    expect(new Set(document.quotas.map(({ quotaCode }: { quotaCode: string }) => quotaCode)).size).toBe(398);
  });

  test('several Regions are one document, in the order asked for', async () => {
    const { exitCode, out } = await runCli('--region us-west-2 quotas --json --region eu-west-1 --region us-west-2');
    const document = JSON.parse(out);
    expect(exitCode).toBe(0);
    expect(Object.keys(document).sort()).toEqual(['regions', 'schemaVersion']);
    expect(document.regions.map(({ region }: { region: string }) => region)).toEqual(['us-west-2', 'eu-west-1']);
    for (const region of document.regions) expect(region.counts).toEqual(COUNTS);
  });

  test('a Region that cannot be read hides no other', async () => {
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', times: 1 });
    const { exitCode, out, error } = await runCli('quotas --json --region us-west-2 --region eu-west-1');
    expect(exitCode).toBe(3);
    expect(JSON.parse(out).regions).toHaveLength(1);
    expect(linesOf(error)).toHaveLength(1);
    expect(error).toMatch(/^quota-watchdog: (us-west-2|eu-west-1): servicequotas:ListServiceQuotas failed/);
  });

  test('filters choose rows, counts stay those of the list', async () => {
    const unmapped = JSON.parse((await runCli('quotas --json --unmapped')).out);
    expect(unmapped.counts).toEqual(COUNTS);
    expect(unmapped.quotas).toHaveLength(17);
    const zero = JSON.parse((await runCli('quotas --json --zero')).out);
    expect(zero.quotas).toHaveLength(374);
    expect(JSON.parse((await runCli('quotas --json --lowered')).out).quotas).toEqual([]);
    expect(JSON.parse((await runCli('quotas --json --lowered --zero')).out).quotas).toEqual(zero.quotas);
  });
});

describe('quotas that can be read in part only', () => {
  test('without any answer of Bedrock the mapping is whole, and a warning says so', async () => {
    const whole = JSON.parse((await runCli('quotas --json')).out);
    account.faults.add({ service: 'bedrock', kind: 'accessDenied' });
    const { exitCode, out, error } = await runCli('quotas --json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(whole);
    expect(linesOf(error)).toEqual([
      expect.stringMatching(
        /^quota-watchdog: warning: us-east-1: bedrock:ListFoundationModels failed .*allow the action/,
      ),
      expect.stringMatching(/^quota-watchdog: warning: us-east-1: bedrock:ListInferenceProfiles failed/),
    ]);
  });

  test('without the defaults every default is unknown', async () => {
    account.faults.add({ service: 'servicequotas', operation: 'ListAWSDefaultServiceQuotas', kind: 'accessDenied' });
    const { exitCode, out, error } = await runCli('quotas --json');
    expect(exitCode).toBe(0);
    const defaults = JSON.parse(out).quotas.map((quota: { defaultValue: unknown }) => quota.defaultValue);
    expect(new Set(defaults)).toEqual(new Set([null]));
    expect(error).toContain('warning: us-east-1: servicequotas:ListAWSDefaultServiceQuotas failed');
  });

  test('without the quotas there is nothing to print', async () => {
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied' });
    const { exitCode, out, error } = await runCli('quotas --json');
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(linesOf(error)).toEqual([
      expect.stringMatching(
        /ListServiceQuotas failed \(AccessDeniedException.*allow the action servicequotas:ListServiceQuotas$/,
      ),
    ]);
  });

  test('a list that breaks off is printed as far as it came, and is no success', async () => {
    account.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', skip: 2 });
    const { exitCode, out, error } = await runCli('quotas --json');
    expect(exitCode).toBe(3);
    expect(JSON.parse(out).counts.total).toBe(200);
    expect(linesOf(error)).toHaveLength(1);
  });

  test('an endpoint that does not answer is told in one line', async () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
    const { exitCode, out, error } = await runCli('quotas');
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(linesOf(error)).toEqual([expect.stringMatching(/ListServiceQuotas failed .*ECONNREFUSED.*; \S/)]);
  });
});

describe('quotas TEXT', () => {
  const codesOf = async (args: readonly string[]) => {
    const { quotas, counts } = JSON.parse((await runCli(['quotas', '--json', ...args])).out);
    expect(counts).toEqual(COUNTS);
    return quotas as { quotaCode: string; quotaName: string; modelLabel: string; appliedValue: number }[];
  };

  test.each([
    ['a code', ['l-f4ddd3eb']],
    ['words of a name, in any case and order', ['SONNET', 'cross-region', 'tokens', '4.5', 'V1 1M']],
    ['an id of a model', ['anthropic.claude-sonnet-4-5-20250929-v1:0']],
  ])('%s', async (_, words) => {
    const quotas = await codesOf(words);
    expect(quotas.length).toBeGreaterThan(0);
    for (const { quotaName, quotaCode } of quotas)
      expect(`${quotaName} ${quotaCode}`).toMatch(/Sonnet 4\.5|L-F4DDD3EB/);
  });

  test('an id of a profile has the quotas of its model', async () => {
    const ofModel = await codesOf(['anthropic.claude-sonnet-4-5-20250929-v1:0']);
    expect(await codesOf(['us.anthropic.claude-sonnet-4-5-20250929-v1:0'])).toEqual(ofModel);
  });

  test('holds beside a flag', async () => {
    const all = await codesOf(['sonnet']);
    const zeros = await codesOf(['sonnet', '--zero']);
    expect(zeros).toEqual(all.filter(({ appliedValue }) => appliedValue === 0));
  });

  test('that no quota has shows none, and says so', async () => {
    expect((await runCli('quotas no-such-model')).out).toMatch(/Shown: 0\./);
  });
});
