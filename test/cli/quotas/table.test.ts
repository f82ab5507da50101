import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';

let account: LocalAccount;
beforeAll(async () => {
  account = await startLocalAccount({ now: new Date(NOW) });
});
afterAll(() => account.close());
beforeEach(() => replaceEnvironment(account.environment));

describe('quotas as a table', () => {
  test('has a summary on top and every code', async () => {
    const { out, exitCode } = await runCli('quotas');
    expect(exitCode).toBe(0);
    expect(linesOf(out).slice(0, 3).join(' ')).toContain(
      'us-east-1, account 111122223333: 378 inference quotas of 1,162; 374 at zero, 0 below the AWS default, 17 unmapped. 20 more for custom model deployments and concurrent requests.',
    );
    expect(out.match(/\bL-[0-9A-F]{8}\b/g)).toHaveLength(398);
    expect(Math.max(...linesOf(out).map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out).not.toContain('\u001B');
  });

  test.each([
    ['a terminal', 'quotas --unmapped', {}, true, true],
    ['NO_COLOR', 'quotas --unmapped', { NO_COLOR: '1' }, true, false],
    ['--no-color', 'quotas --unmapped --no-color', { FORCE_COLOR: '1' }, true, false],
    ['FORCE_COLOR in a pipe', 'quotas --unmapped', { FORCE_COLOR: '1' }, false, true],
  ])('colours with %s', async (_, args, variables, isTerminal, isColoured) => {
    Object.assign(process.env, variables);
    const { out } = await runCli(args, { isTerminal });
    expect(out.includes('\u001B[')).toBe(isColoured);
  });

  test('progress goes to standard error, and to a terminal only', async () => {
    const { error, out } = await runCli('quotas --json', { isTerminal: true });
    expect(error).toContain('reading quotas of us-east-1 … 1,162\n');
    expect(JSON.parse(out).counts.total).toBe(1162);
  });
});
