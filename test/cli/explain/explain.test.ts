import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';

const DAY =
  'An error occurred (ThrottlingException) when calling the InvokeModel operation (reached max retries: 4): Too many tokens per day, please wait before trying again.';
const ZERO = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

let busy: LocalAccount;
let quiet: LocalAccount;
beforeAll(async () => {
  [busy, quiet] = await Promise.all([startBusyAccount(), startLocalAccount({ now: new Date(NOW) })]);
  for (const account of [busy, quiet]) {
    for (const row of account.quotas.rows()) {
      if (row.quotaName.includes('Claude Haiku 4.5')) account.quotas.set(row.quotaCode, 0);
    }
  }
});
afterAll(() => Promise.all([busy.close(), quiet.close()]));
beforeEach(() => replaceEnvironment(busy.environment));
afterEach(() => busy.faults.clear());

describe('explain --json', () => {
  test('is one document with exactly the fields of the interface', async () => {
    const { out, error, exitCode } = await runCli(['explain', DAY, '--model', PROFILE, '--json']);
    expect({ exitCode, error }).toEqual({ exitCode: 1, error: '' });
    const document = JSON.parse(out);
    expect(Object.keys(document)).toEqual([
      'schemaVersion',
      'accountId',
      'region',
      'evaluatedAt',
      'error',
      'modelId',
      'scope',
      'cause',
      'quotaCode',
      'dimension',
      'usage',
      'appliedValue',
      'defaultValue',
      'utilizationPercent',
      'remedies',
      'candidates',
    ]);
    expect(document).toMatchObject({
      schemaVersion: 1,
      accountId: '111122223333',
      region: 'us-east-1',
      evaluatedAt: NOW,
      error: { kind: 'tokensPerDay', text: DAY, meaning: expect.any(String) },
      modelId: PROFILE,
      scope: 'crossRegion',
      cause: { kind: 'tokensPerMinute', confidence: 'medium' },
      quotaCode: TPM,
      dimension: 'tokensPerMinute',
      usage: { value: 970_412, provenance: 'native' },
      appliedValue: 1_000_000,
      defaultValue: 5_000_000,
      utilizationPercent: 97.0412,
    });
    expect(document.candidates.map(({ dimension }: { dimension: string }) => dimension)).toEqual([
      'tokensPerMinute',
      'tokensPerDay',
    ]);
  });

  test('several Regions are one document', async () => {
    const args = ['explain', DAY, '--json', '--region', 'us-east-1', '--region', 'us-west-2'];
    const document = JSON.parse((await runCli(args)).out);
    expect(document.regions.map(({ region }: { region: string }) => region)).toEqual(['us-east-1', 'us-west-2']);
  });

  test('--at and --lookback choose the minutes', async () => {
    const args = ['explain', DAY, '--model', PROFILE, '--json', '--at', '2026-10-14T14:28:00Z', '--lookback', '5m'];
    const document = JSON.parse((await runCli(args)).out);
    expect(document).toMatchObject({ evaluatedAt: '2026-10-14T14:28:00Z', cause: { kind: 'unknown' } });
  });
});

describe('exit code', () => {
  test.each([
    ['busy', DAY, PROFILE, 1],
    ['quiet', DAY, ZERO, 1],
    ['quiet', 'ServiceUnavailableException', ZERO, 0],
    ['quiet', "AccessDeniedException: You don't have access to the model", ZERO, 0],
    ['quiet', 'Kaboom', ZERO, 0],
    ['quiet', DAY, 'nobody', 0],
  ] as const)('of a %s account: %s of %s → %d', async (which, text, model, code) => {
    replaceEnvironment((which === 'busy' ? busy : quiet).environment);
    expect((await runCli(['explain', text, '--model', model])).exitCode).toBe(code);
  });

  test.each([
    [['explain'], 'missing required argument'],
    [['explain', ''], 'the error text is empty'],
    [['explain', ' \n '], 'the error text is empty'],
    [['explain', DAY, '--model', ' '], '--model is empty'],
    [['explain', 'Too', 'many', 'tokens'], 'too many arguments'],
  ])('of a wrong call %j is 2, with one line', async (args, words) => {
    const { exitCode, out, error } = await runCli(args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(linesOf(error)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['servicequotas', 'ListServiceQuotas', 'the quotas could not be read in full'],
    ['cloudwatch', 'ListMetrics', 'its use could not be read'],
  ])('%s:%s refused is 3, and no evidence is made of it', async (service, operation, words) => {
    busy.faults.add({ service, operation, kind: 'accessDenied' });
    const { out, error, exitCode } = await runCli(['explain', 'Too many tokens', '--model', PROFILE, '--json']);
    expect(exitCode).toBe(3);
    expect(JSON.parse(out).cause.evidence[0]).toContain(words);
    expect(error).toContain(`${service}:${operation}`);
  });
});

describe('explain for people', () => {
  test('says what it means, what binds here, the numbers and what to do', async () => {
    const { out } = await runCli(['explain', DAY, '--model', PROFILE]);
    const lines = linesOf(out);
    expect(lines[0]).toBe('us-east-1, account 111122223333, 2026-10-14 14:33 UTC');
    expect(lines).toContainEqual(expect.stringMatching(/^means {5}A daily quota of tokens is used up/));
    expect(lines).toContainEqual(`model     ${PROFILE}, cross-Region`);
    expect(lines).toContain(`here      tokens per minute, ${TPM} (medium confidence)`);
    expect(lines).toContainEqual(expect.stringMatching(/^L-F4DDD3EB +97% +970,412 +1,000,000 +5,000,000 +14:29$/));
    expect(out).toContain('What to do\n1 Ask AWS to restore the default');
    expect(out).not.toContain('\u001B');
  });

  test('reaches a zero quota, with the way out', async () => {
    replaceEnvironment(quiet.environment);
    const { out } = await runCli(['explain', DAY, '--model', ZERO]);
    expect(out).toMatch(/here {6}a quota of 0, L-\w+ \(high confidence\)/);
    expect(out).toContain('request-service-quota-increase');
  });

  test('what stands in the text or in --model steers no terminal and enters no command', async () => {
    const { out } = await runCli(['explain', 'AccessDenied \u001B[2J $(reboot)', '--model', 'x;$(reboot)\u001B[2J']);
    expect(out).not.toContain('\u001B');
    expect(out.slice(out.indexOf('What to do'))).not.toContain('reboot');
  });

  test('in pt-BR, and the document stays English', async () => {
    const args = ['explain', DAY, '--model', PROFILE];
    const { out, error } = await runCli([...args, '--language', 'pt-BR']);
    expect(error).toBe('');
    expect(linesOf(out)).toContain(`aqui      tokens por minuto, ${TPM} (confiança média)`);
    expect(out).toContain('evidência o texto fala em tokens por dia');
    expect(out).toContain('O que fazer\n1 Peça a volta ao valor padrão');
    expect(out).toContain('Enquanto isso, chame');
    expect((await runCli([...args, '--json', '--language', 'pt-BR'])).out).toBe(
      (await runCli([...args, '--json'])).out,
    );
  });

  test('a pasted log is cut', async () => {
    const { out } = await runCli(['explain', `Too many tokens ${'at line '.repeat(500)}`, '--model', PROFILE]);
    expect(linesOf(out).length).toBeLessThan(30);
    expect(out).toContain('…');
  });
});
