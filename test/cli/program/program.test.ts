import { linesOf, replaceEnvironment, runCli } from '../captured-io';

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

beforeEach(() => replaceEnvironment({ AWS_REGION: 'us-east-1', ...CREDENTIALS }));

describe('a wrong call is exit 2 with one line and no output', () => {
  test.each([
    ['quotas --foo', "unknown option '--foo'"],
    ['qoutas', "unknown command 'qoutas'"],
    ['requests extra', 'too many arguments'],
    ['check --at yesterday', 'such as 2026-10-14T14:32:00Z'],
    ['check --at 2026-10-14T14:32:00', 'with its zone'],
    ['check --at 2026-13-41T14:32:00Z', 'ISO time'],
    ['check --lookback 3x', '1m to 24h'],
    ['check --lookback 0m', '1m to 24h'],
    ['check --lookback 25h', '1m to 24h'],
    ['check --fail-on maybe', 'Allowed choices are warning, critical, never'],
    ['quotas --region nowhere', 'such as us-east-1'],
    ['quotas --region', 'argument missing'],
    ['quotas --language fr', 'Allowed choices are en, pt-BR'],
    ['check --html page.html --region us-east-1 --region us-west-2', 'run it once for each Region'],
    ['demo', 'npx quota-watchdog demo'],
  ])('%s', async (args, words) => {
    const { exitCode, out, error } = await runCli(args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(linesOf(error)).toEqual([expect.stringMatching(/^quota-watchdog: /)]);
    expect(error).toContain(words);
  });

  test('no Region anywhere', async () => {
    replaceEnvironment(CREDENTIALS);
    const { exitCode, error } = await runCli('quotas');
    expect(exitCode).toBe(2);
    expect(linesOf(error)).toEqual([expect.stringMatching(/no AWS Region.*add --region us-east-1$/)]);
  });

  test('a Region of the surroundings that is none', async () => {
    replaceEnvironment({ ...CREDENTIALS, AWS_DEFAULT_REGION: 'us east' });
    const { exitCode, error } = await runCli('quotas');
    expect(exitCode).toBe(2);
    expect(error).toContain('"us east" is not a Region name');
  });

  test('no command: the help, on standard error', async () => {
    const { exitCode, out, error } = await runCli('');
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(error).toContain('Usage: quota-watchdog');
  });
});

describe('without credentials', () => {
  test('exit 3, with one line that says what to do', async () => {
    replaceEnvironment({ AWS_REGION: 'us-east-1' });
    const { exitCode, out, error } = await runCli('check --json');
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(linesOf(error)).toEqual([
      expect.stringMatching(/no AWS credentials: .*; run aws configure or aws sso login, or set AWS_PROFILE$/),
    ]);
  });

  test('names the profile that has none, and shows the stack only with --verbose', async () => {
    replaceEnvironment({ AWS_REGION: 'us-east-1' });
    const brief = await runCli('quotas --profile nobody');
    expect(brief.exitCode).toBe(3);
    expect(linesOf(brief.error)).toEqual([expect.stringContaining('for the profile "nobody"')]);
    const verbose = await runCli('quotas --verbose');
    expect(verbose.error).toContain('    at ');
  });
});

describe('help and demo', () => {
  test('help lists every command and the exit codes', async () => {
    const { exitCode, out, error } = await runCli('--help');
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    for (const word of ['quotas', 'check', 'test-alert', 'demo', '--region', 'Exit codes']) expect(out).toContain(word);
  });

  test('help of a command has the global flags too', async () => {
    const { out } = await runCli('check --help');
    for (const word of ['--lookback', '(default: 3h)', '--region', '--json']) expect(out).toContain(word);
  });

  test('the version is that of the package', async () => {
    expect((await runCli('--version')).out).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('a demo that is handed in is run, and gives the exit code', async () => {
    const { exitCode, error } = await runCli('demo', { commands: { demo: async () => 7 } });
    expect({ exitCode, error }).toEqual({ exitCode: 7, error: '' });
  });

  test('pt-BR is accepted', async () => {
    const { exitCode, error } = await runCli('demo --language pt-BR', { commands: { demo: async () => 0 } });
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
  });

  test('an error nobody thought of is one line', async () => {
    const demo = async () => {
      throw new TypeError('surprise\nin two lines');
    };
    const { exitCode, error } = await runCli('demo', { commands: { demo } });
    expect(exitCode).toBe(3);
    expect(linesOf(error)).toEqual([
      'quota-watchdog: unexpected TypeError: surprise in two lines; --verbose shows more',
    ]);
  });
});
