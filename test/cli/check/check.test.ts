import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';

let busy: LocalAccount;
let quiet: LocalAccount;
beforeAll(async () => {
  [busy, quiet] = await Promise.all([startBusyAccount(), startLocalAccount({ now: new Date(NOW) })]);
});
afterAll(() => Promise.all([busy.close(), quiet.close()]));
beforeEach(() => replaceEnvironment(busy.environment));
afterEach(() => busy.faults.clear());

const FINDING_KEYS = [
  'appliedValue',
  'cause',
  'dimension',
  'exhaustionAt',
  'headroom',
  'id',
  'kind',
  'modelIds',
  'quotaCode',
  'remedies',
  'scope',
  'severity',
  'usage',
  'utilizationPercent',
];

describe('check --json', () => {
  test('is one document with exactly the fields of the interface', async () => {
    const { out, error, exitCode } = await runCli('check --json');
    expect({ exitCode, error }).toEqual({ exitCode: 1, error: '' });
    const document = JSON.parse(out);
    expect(Object.keys(document).sort()).toEqual([
      'accountId',
      'coverage',
      'evaluatedAt',
      'findings',
      'region',
      'schemaVersion',
    ]);
    expect(document).toMatchObject({
      schemaVersion: 1,
      accountId: '111122223333',
      region: 'us-east-1',
      evaluatedAt: NOW,
    });
    for (const { effectiveLimit, usageNow, ...finding } of document.findings) {
      expect(Object.keys(finding).sort()).toEqual(FINDING_KEYS);
      expect(usageNow === undefined).toBe(!['utilization', 'dailyPool'].includes(finding.kind));
      // Only where the use is divided by another value than the applied one.
      expect(effectiveLimit).not.toBe(finding.appliedValue);
    }
    expect(document.coverage).toEqual({
      activeModelIds: ['<img src=x>.model', PROFILE],
      mappedModelIds: [PROFILE],
      unmappedModelIds: ['<img src=x>.model'],
      errors: [],
    });
    expect(document.findings).toContainEqual(
      expect.objectContaining({
        id: `utilization/${TPM}`,
        severity: 'critical',
        utilizationPercent: 97.0412,
        headroom: 29_588,
        usage: expect.objectContaining({ value: 970_412, at: '2026-10-14T14:29:00Z', provenance: 'native' }),
        // The calls ended at 14:29, so the newest minute that must have shown has none.
        usageNow: { value: 0, unit: 'tokens', at: '2026-10-14T14:30:00Z', provenance: 'native', utilizationPercent: 0 },
      }),
    );
  });

  test('--at sets the clock and --lookback how far is looked', async () => {
    const before = JSON.parse((await runCli('check --json --at 2026-10-14T11:28:30-03:00 --lookback 5m')).out);
    expect(before.evaluatedAt).toBe('2026-10-14T14:28:00Z');
    const finding = before.findings.find(({ id }: { id: string }) => id === `utilization/${TPM}`);
    expect(finding).toMatchObject({ severity: 'ok', utilizationPercent: 50 });
    const empty = JSON.parse((await runCli('check --json --lookback 3m')).out);
    expect(empty.coverage.activeModelIds).toEqual([]);
  });

  test('the same clock gives the same document', async () => {
    const [one, other] = [await runCli(`check --json --at ${NOW}`), await runCli(`check --json --at ${NOW}`)];
    expect(one.out).toBe(other.out);
  });

  test('several Regions are one document', async () => {
    const { out } = await runCli('check --json --region us-east-1 --region us-west-2');
    expect(JSON.parse(out).regions.map(({ region }: { region: string }) => region)).toEqual(['us-east-1', 'us-west-2']);
  });
});

describe('exit code', () => {
  test.each([
    ['busy', 'check', 1],
    ['busy', 'check --fail-on never', 0],
    ['quiet', 'check', 0],
    ['quiet', 'check --fail-on critical', 0],
    ['quiet', 'check --fail-on warning', 1],
  ] as const)('of a %s account: %s → %d', async (which, args, code) => {
    replaceEnvironment((which === 'busy' ? busy : quiet).environment);
    expect((await runCli(args)).exitCode).toBe(code);
  });
});

describe('check for people', () => {
  test('has the worst first, with what to do under it', async () => {
    const { out } = await runCli('check');
    const lines = linesOf(out);
    const head = lines.findIndex((line) => line.startsWith('SEVERITY'));
    expect(lines[head]).toMatch(/^SEVERITY +SUBJECT +NOW +PEAK +OF$/);
    expect(lines[head + 1]).toMatch(
      /^critical +Claude Sonnet 4\.5 V1, cross-Region TPM +······ +0% +97% 14:29 +1,000,000$/,
    );
    expect(lines[head + 2]).toMatch(/^utilization +0 +970,412( +full .*)?$/);
    expect(out).toContain('request-service-quota-increase');
    expect(out).toMatch(/Coverage: traffic of 2 model ids, 1 of them without a known quota; everything\s+was\s+read\./);
    expect(out).not.toContain('\u001B');
  });

  test('--html writes a page in which names cannot inject markup', async () => {
    const { files, exitCode } = await runCli('check --html page.html');
    expect(exitCode).toBe(1);
    const page = files.get('page.html') ?? '';
    expect(page).toContain(`data-finding="utilization/${TPM}"`);
    expect(page).toContain('class="chart"');
    expect(page).toContain('&lt;img src=x&gt;.model');
    expect(page).not.toContain('<img');
  });

  test('a page that cannot be written is a wrong call', async () => {
    const writeFile = () => {
      throw new Error('EACCES: permission denied');
    };
    const { exitCode, error } = await runCli('check --html /page.html', { writeFile });
    expect(exitCode).toBe(2);
    expect(linesOf(error)).toEqual([expect.stringContaining('EACCES')]);
  });
});
