import type { LocalAccount } from '../../../local/account/local-account';
import { startBusyAccount } from '../busy-account';
import { linesOf, NO_TERMINAL, replaceEnvironment, runCli } from '../captured-io';

let account: LocalAccount;
beforeAll(async () => {
  account = await startBusyAccount();
});
afterAll(() => account.close());
beforeEach(() => replaceEnvironment(account.environment));
afterEach(() => account.faults.clear());

test('check --brief has one line a finding, worst first', async () => {
  const { out, exitCode } = await runCli('check --brief');
  const { findings } = JSON.parse((await runCli('check --brief --json')).out);
  const [, , header, ...rows] = linesOf(out);
  expect(exitCode).toBe(1);
  expect(header).toMatch(/^SEVERITY +KIND +SUBJECT +PEAK$/);
  expect(rows.map((row) => row.split(' ')[0])).toEqual(findings.map(({ severity }: { severity: string }) => severity));
  expect(rows[0]).toMatch(/^critical +utilization +Claude Sonnet 4\.5 V1, cross-Region TPM +97% 14:29$/);
});

test('a subject is cut rather than broken by a narrow terminal', async () => {
  const terminal = { ...NO_TERMINAL, size: () => ({ columns: 60, rows: 100 }) };
  const io = { terminal, isTerminal: { out: true, error: false } };
  const { out } = await runCli('check --brief --no-color', { io });
  expect(out).toContain('…');
  for (const line of linesOf(out)) expect(line.length).toBeLessThanOrEqual(60);
});

describe('a failure', () => {
  const TERMINAL = { isTerminal: { out: true, error: true } };
  const failing = () =>
    account.faults.add({ service: 'bedrock', operation: 'ListFoundationModels', kind: 'accessDenied' });

  test('is told once in a terminal: in the table', async () => {
    failing();
    const { out, error } = await runCli('check --no-color', { io: TERMINAL });
    expect(out).toContain('bedrock:ListFoundationModels');
    expect(error).not.toContain('bedrock:ListFoundationModels');
  });

  test.each([
    ['standard output is a file', 'check', { out: false, error: true }],
    ['standard error is a file', 'check', { out: true, error: false }],
    ['the output is JSON', 'check --json', { out: true, error: true }],
    ['the table does not tell it', 'headroom us.anthropic.claude-sonnet-4-5-20250929-v1:0', { out: true, error: true }],
  ])('is told on standard error where %s', async (_, args, isTerminal) => {
    failing();
    const { error } = await runCli(`${args} --no-color`, { io: { isTerminal } });
    expect(error).toContain('bedrock:ListFoundationModels');
  });
});
