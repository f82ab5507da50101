import { pageInProcess } from '../../../cli/terminal/page-in-process';
import { findPager } from '../../../cli/terminal/pager';
import type { CliIo } from '../../../cli/terminal/process-io';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { NO_TERMINAL, NOW, replaceEnvironment, runCli } from '../captured-io';

const ON = { out: true, error: false };

test.each([
  ['what the AWS CLI takes', ON, {}, 'less'],
  ['on Windows', ON, { OS: 'Windows_NT' }, 'more'],
  ['the own variable before that of the AWS CLI', ON, { QUOTA_WATCHDOG_PAGER: 'most', AWS_PAGER: 'less -S' }, 'most'],
  ['that of the AWS CLI', ON, { AWS_PAGER: 'less -S', PAGER: 'more' }, 'less -S'],
  ['that of the system', ON, { PAGER: 'more' }, 'more'],
  ['an empty one is none', ON, { QUOTA_WATCHDOG_PAGER: '', AWS_PAGER: 'less' }, null],
  ['an empty one of the AWS CLI is none', ON, { AWS_PAGER: ' ', PAGER: 'less' }, null],
  ['in a pipe none', { out: false, error: true }, { AWS_PAGER: 'less' }, null],
  ['in a dumb terminal none', ON, { TERM: 'dumb', AWS_PAGER: 'less' }, null],
])('the pager: %s', (_, isTerminal, env, pager) => {
  expect(findPager({ isTerminal, env })).toBe(pager);
});

test.each([
  ['true', true],
  ['no-such-pager-anywhere', false],
])('%s starts: %j', (pager, isStarted) => {
  expect(pageInProcess('a text\n'.repeat(10_000), pager)).toBe(isStarted);
});

describe('a long list', () => {
  let account: LocalAccount;
  beforeAll(async () => {
    account = await startLocalAccount({ now: new Date(NOW) });
  });
  afterAll(() => account.close());

  async function run(args: string, { rows, starts = true }: { rows: number; starts?: boolean }) {
    replaceEnvironment({ ...account.environment, AWS_PAGER: 'a pager' });
    const paged: string[][] = [];
    const page: CliIo['page'] = (...call) => {
      paged.push(call);
      return starts;
    };
    const terminal = { ...NO_TERMINAL, size: () => ({ columns: 80, rows }) };
    const { out } = await runCli(`${args} --no-color`, { io: { page, terminal, isTerminal: ON } });
    return { out, paged };
  }

  test.each(['quotas sonnet', 'quotas --json'])('%s is paged, and not written beside', async (args) => {
    const { out, paged } = await run(args, { rows: 24 });
    expect(out).toBe('');
    expect(paged).toEqual([[expect.stringContaining('L-F4DDD3EB'), 'a pager']]);
  });

  test('that fits on the screen is written', async () => {
    const { out, paged } = await run('quotas sonnet', { rows: 2000 });
    expect(paged).toEqual([]);
    expect(out).toContain('L-F4DDD3EB');
  });

  test('is written where the pager does not start', async () => {
    expect((await run('quotas sonnet', { rows: 24, starts: false })).out).toContain('L-F4DDD3EB');
  });
});
