import type { AlertRulesInput } from '../../../lib/core/rules/rules';
import type { LocalAccount } from '../../../local/account/local-account';
import { startBusyAccount, TPM } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

let busy: LocalAccount;
beforeAll(async () => {
  busy = await startBusyAccount();
});
afterAll(() => busy.close());
beforeEach(() => replaceEnvironment(busy.environment));

const run = (args: string, rules: AlertRulesInput | string) =>
  runCli(`check --rules rules.json ${args}`, {
    texts: { 'rules.json': typeof rules === 'string' ? rules : JSON.stringify(rules) },
  });

const LOAD_TEST = {
  match: { quotaCode: TPM, kind: 'utilization' as const },
  reason: 'a load test',
  until: '2026-12-01T09:00-03:00',
};
/** Only the mute of the busy quota. */
const ONE: AlertRulesInput = { mutes: [LOAD_TEST] };

describe('check --rules', () => {
  test('marks what is muted in the table, instead of what to do about it', async () => {
    const lines = linesOf((await run('--no-color', ONE)).out);
    const row = lines.findIndex((line) => line.includes('critical') && line.includes('97%'));
    expect(lines[row + 2]?.trim()).toBe('muted until 2026-12-01 12:00 UTC: a load test');
    expect(lines[row + 3]).not.toMatch(/^ {10}/);
    expect(lines.slice(0, 2).join(' ')).toMatch(/1 critical.*; 1 +muted\./);
  });

  test('hides nothing in JSON, and names what is muted', async () => {
    const [with_, without] = await Promise.all([run('--json', ONE), runCli('check --json')]);
    const { muted, ...document } = JSON.parse(with_.out);
    expect(document).toEqual(JSON.parse(without.out));
    expect(muted).toEqual([{ id: `utilization/${TPM}`, reason: 'a load test', until: '2026-12-01T09:00-03:00' }]);
  });

  test.each<[string, AlertRulesInput, string, number]>([
    ['muted findings do not count', ONE, 'critical', 0],
    ['without the mute they do', {}, 'critical', 1],
    ['others still count', ONE, 'warning', 1],
    [
      'a mute that has ended does not count',
      { mutes: [{ ...LOAD_TEST, until: '2026-10-14T14:33:00Z' }] },
      'critical',
      1,
    ],
    [
      'a looser threshold counts',
      { thresholds: [{ match: { quotaCode: TPM }, warningPercent: 98, criticalPercent: 99 }] },
      'critical',
      0,
    ],
  ])('for the exit code %s', async (_, rules, failOn, exitCode) => {
    const mutedZero = { match: { kind: 'zeroQuota' as const }, reason: 'known' };
    const all = { ...rules, mutes: [...(rules.mutes ?? []), mutedZero] };
    expect((await run(`--fail-on ${failOn}`, all)).exitCode).toBe(exitCode);
  });

  test.each([
    ['{', 'not JSON'],
    ['{"mutes":[{"match":{"quotaCode":"L-F4DDD3EB"}}],"quiet":[]}', 'mutes[0].reason'],
  ])('a file that holds %s is a wrong call, told in one line', async (text, words) => {
    const { exitCode, out, error } = await run('', text);
    expect([exitCode, out, linesOf(error).length]).toEqual([2, '', 1]);
    expect(error).toContain(`--rules rules.json: `);
    expect(error).toContain(words);
  });

  test('a file that is not there is a wrong call', async () => {
    const { exitCode, error } = await runCli('check --rules /nonexistent/rules.json');
    expect(exitCode).toBe(2);
    expect(error).toContain('--rules /nonexistent/rules.json cannot be read');
  });
});
