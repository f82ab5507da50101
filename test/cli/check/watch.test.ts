import { SEQUENCES } from '../../../cli/terminal/screen';
import { toMinute } from '../../../lib/core/vocabulary/time';
import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';
import { createFakeTerminal, type FakeTerminal } from '../fake-terminal';

let busy: LocalAccount;
beforeEach(async () => {
  busy = await startBusyAccount();
  replaceEnvironment(busy.environment);
});
afterEach(() => busy.close());

const callsOf = (operation: string) => busy.calls.get(operation) ?? 0;

/** Starts to watch, and waits for the first picture. */
async function watch(terminal: FakeTerminal, args = '') {
  const run = runCli(`check --watch ${args}`, { io: terminal.io });
  await Promise.race([terminal.waiting(), run]);
  const leave = async () => {
    terminal.press('q');
    return run;
  };
  return { run, leave };
}

/** Traffic of some minute after {@link NOW}, and the account's clock three minutes later, when it shows. */
function spend(minutesLater: number, sum: number): void {
  const minute = toMinute(NOW) + minutesLater;
  for (const [name, value] of Object.entries({ Invocations: 40, EstimatedTPMQuotaUsage: sum })) {
    busy.record({ namespace: 'AWS/Bedrock', name, dimensions: { ModelId: PROFILE } }, { minute, sum: value });
  }
  busy.clock.set(new Date((minute + 3) * 60_000));
}

const rowOf = (lines: readonly string[]) => lines.find((line) => line.startsWith('critical ')) ?? '';

describe('in a terminal', () => {
  it('shows the evaluation on a screen of its own, reads again, and gives the terminal back', async () => {
    const terminal = createFakeTerminal({ rows: 60 });
    const { leave } = await watch(terminal, '30');
    expect(terminal.waitsFor()).toBe(30);
    expect(terminal.screen()[0]).toContain('us-east-1, account 111122223333, 2026-10-14 14:33 UTC');
    expect(rowOf(terminal.screen())).toMatch(/······ +0% +97% 14:29 +1,000,000$/);
    expect(terminal.screen().at(-1)).toBe('Read again every 30 seconds; q quits.');
    spend(1, 600_000);
    await terminal.ring(4);
    expect(terminal.screen()[0]).toContain('14:37 UTC');
    expect(rowOf(terminal.screen())).toMatch(/███▌·· +60% +97% 14:29 +1,000,000$/);
    expect((await leave()).exitCode).toBe(1);
    expect(terminal.written().startsWith(SEQUENCES.enter)).toBe(true);
    const { wrapOn, showCursor, leave: end } = SEQUENCES;
    expect(terminal.written().endsWith(`${wrapOn}${showCursor}${end}`)).toBe(true);
    expect(terminal.screen()).toEqual([]);
  });

  it('reads what is new of the usage every time, the quotas every five minutes', async () => {
    const terminal = createFakeTerminal();
    const { leave } = await watch(terminal);
    expect(terminal.waitsFor()).toBe(60);
    const listed = callsOf('servicequotas:ListServiceQuotas');
    expect(listed).toBeGreaterThan(0);
    await terminal.ring(4);
    expect(callsOf('servicequotas:ListServiceQuotas')).toBe(listed);
    await terminal.ring(1);
    expect(callsOf('servicequotas:ListServiceQuotas')).toBe(2 * listed);
    expect(callsOf('cloudwatch:GetMetricStatistics') + callsOf('cloudwatch:GetMetricData')).toBeGreaterThan(2);
    await leave();
  });

  it('shows the same numbers as a check of that moment', async () => {
    const terminal = createFakeTerminal({ rows: 80 });
    const { leave } = await watch(terminal);
    spend(1, 990_000);
    spend(2, 400_000);
    await terminal.ring(5);
    const table = terminal.screen().filter((line) => line.includes('%'));
    await leave();
    const io = { isTerminal: { out: true, error: false } };
    const { out } = await runCli('check --at 2026-10-14T14:38:00Z --no-color', { io });
    const expected = linesOf(out).filter((line) => line.includes('%'));
    expect(table).toEqual(expected);
    expect(rowOf(table)).toMatch(/ 99% 14:34 /);
  });

  it('keeps the last picture when a reading fails, and says how old it is and why; then goes on', async () => {
    const terminal = createFakeTerminal({ rows: 60 });
    const { leave } = await watch(terminal);
    const before = rowOf(terminal.screen());
    busy.faults.add({ service: 'cloudwatch', operation: 'ListMetrics', kind: 'accessDenied', times: 9 });
    await terminal.ring(2);
    expect(rowOf(terminal.screen())).toBe(before);
    const told = terminal.screen().join(' ').replace(/\s+/g, ' ');
    expect(told).toContain('not read again, this is of 14:33 UTC, 2 minutes ago: cloudwatch:ListMetrics');
    busy.faults.clear();
    await terminal.ring(1);
    expect(terminal.screen().join(' ')).not.toContain('not read again');
    expect((await leave()).exitCode).toBe(1);
  });

  it('cuts what does not fit, the worst first, and is drawn anew when the size changes', async () => {
    const terminal = createFakeTerminal({ rows: 12 });
    const { leave } = await watch(terminal);
    expect(terminal.screen()).toHaveLength(12);
    expect(rowOf(terminal.screen())).toContain('Claude Sonnet 4.5 V1,');
    expect(terminal.screen().find((line) => line.startsWith('…'))).toMatch(/^… [45] more$/);
    const drawn = terminal.written().length;
    terminal.resize(70);
    expect(terminal.written().length).toBeGreaterThan(drawn);
    expect(terminal.screen().join('\n')).not.toMatch(/^… /m);
    terminal.resize(3);
    expect(terminal.screen()).toHaveLength(3);
    await leave();
    terminal.resize(50);
    expect(terminal.screen()).toEqual([]);
  });

  test.each([
    ['q', (terminal: FakeTerminal) => terminal.press('q')],
    ['Ctrl-C', (terminal: FakeTerminal) => terminal.press('\u0003')],
    ['a signal', (terminal: FakeTerminal) => terminal.interrupt()],
  ])('%s leaves; an arrow key does not', async (_, end) => {
    const terminal = createFakeTerminal();
    const { run } = await watch(terminal, '--fail-on never');
    terminal.press('\u001B[q');
    await terminal.ring();
    end(terminal);
    expect((await run).exitCode).toBe(0);
  });

  it('shows every Region, and speaks Portuguese', async () => {
    const terminal = createFakeTerminal({ rows: 40 });
    const { leave } = await watch(terminal, '--region us-east-1 --region us-west-2 --language pt-BR');
    expect(terminal.screen().filter((line) => /^us-(east-1|west-2), conta/.test(line))).toHaveLength(2);
    expect(terminal.screen().at(-1)).toBe('Lido de novo a cada 60 segundos; q sai.');
    await leave();
  });
});

test('a first reading that fails ends it: exit 3, the terminal given back, one line that names the call', async () => {
  busy.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', times: 9 });
  const terminal = createFakeTerminal();
  const { run } = await watch(terminal);
  const { exitCode, error } = await run;
  expect({ exitCode, lines: linesOf(error).length }).toEqual({ exitCode: 3, lines: 1 });
  expect(error).toContain('us-east-1: not read: servicequotas:ListServiceQuotas');
  expect(terminal.screen()).toEqual([]);
});

test('elsewhere than in a terminal: one line a reading, and what has changed', async () => {
  const terminal = createFakeTerminal({ isTerminal: false });
  const { leave } = await watch(terminal);
  const first = terminal.written();
  expect(first).not.toContain('\u001B');
  expect(linesOf(first)[0]).toMatch(/^us-east-1, account 111122223333, 2026-10-14 14:33 UTC: 1 critical, .* ok\.$/);
  expect(first).toMatch(/\n {2}new {2}critical utilization: Claude Sonnet 4\.5 V1/);
  await terminal.ring();
  expect(linesOf(terminal.written().slice(first.length))).toEqual([
    expect.stringMatching(/^us-east-1, account 111122223333, 2026-10-14 14:34 UTC: /),
  ]);
  const quiet = terminal.written().length;
  busy.quotas.set(TPM, 6_000_000);
  await terminal.ring(5);
  expect(terminal.written().slice(quiet)).toMatch(/\n {2}now {2}ok utilization: Claude Sonnet 4\.5 V1/);
  expect(terminal.written().slice(quiet)).toMatch(/\n {2}over {2}warning lowered: /);
  expect((await leave()).exitCode).toBe(0);
});

test('what an hour costs is told once, where it is over a cent', async () => {
  for (let model = 0; model < 60; model++) {
    const dimensions = { ModelId: `us.example.model-${model}` };
    const minute = toMinute(NOW) - 5;
    busy.record({ namespace: 'AWS/Bedrock', name: 'Invocations', dimensions }, { minute, sum: 1 });
  }
  const terminal = createFakeTerminal({ isTerminal: false });
  const { leave } = await watch(terminal);
  await terminal.ring();
  const { error } = await leave();
  expect(linesOf(error)).toEqual([
    expect.stringMatching(/an hour of watching asks CloudWatch for about [\d,]+ metrics, US\$ 0\.\d\d$/),
  ]);
});

test.each([
  ['--watch 4', 'Give whole seconds, 5 to 3600'],
  ['--watch 3601', 'Give whole seconds, 5 to 3600'],
  ['--watch soon', 'Give whole seconds, 5 to 3600'],
  ['--watch --json', 'does not go with --json'],
  ['--watch --html page.html', 'does not go with --html'],
  ['--watch --at 2026-10-14T14:33:00Z', 'does not go with --at'],
  ['--watch --replay incident.jsonl --quotas quotas.json', 'does not go with --replay'],
])('check %s is a wrong call, in one line', async (args, complaint) => {
  const { exitCode, out, error } = await runCli(`check ${args}`);
  expect({ exitCode, out, lines: linesOf(error).length }).toEqual({ exitCode: 2, out: '', lines: 1 });
  expect(error).toContain(complaint);
});
