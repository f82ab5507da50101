import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { widthOf } from '../../../../cli/terminal/plain-text';
import type { LocalAccount } from '../../../../local/account/local-account';
import { PROFILE, startBusyAccount } from '../../busy-account';

const run = promisify(execFile);

const ERROR = 'Too_many_tokens';
const SIZES = '--requests-per-minute 600 --input-tokens 1500 --output-tokens 400';

/** Name in the golden file → the call. */
const CALLS: Readonly<Record<string, string>> = {
  check: 'check',
  'check pt-BR': 'check --language pt-BR',
  'check --brief': 'check --brief',
  quotas: 'quotas claude sonnet',
  explain: `explain ${ERROR} --model ${PROFILE}`,
  headroom: `headroom ${PROFILE}`,
  plan: `plan ${PROFILE} ${SIZES}`,
  request: 'request L-F4DDD3EB --dry-run',
  usage: `usage ${PROFILE} --days 2`,
  'doctor pt-BR': 'doctor --language pt-BR',
};

const ESCAPES = /\p{Cc}\[[?\d;]*[A-Za-z]/gu;

let account: LocalAccount;
beforeAll(async () => {
  account = await startBusyAccount();
});
afterAll(() => account.close());

/** What a pseudo-terminal of some columns gets of all calls, each a text; standard error is no part of it. */
async function printIn(columns: number, variables: Readonly<Record<string, string>>): Promise<string[]> {
  const { stdout } = await run(
    'python3',
    [
      join(__dirname, 'in-terminal.py'),
      String(columns),
      ...['sh', '-c', '"$@" 2>/dev/null', 'sh', process.execPath, '--import', 'tsx'],
      join(__dirname, 'print-commands.ts'),
      ...Object.values(CALLS),
    ],
    { env: { PATH: process.env.PATH, TERM: 'xterm', ...account.environment, ...variables }, maxBuffer: 2 ** 24 },
  );
  return stdout.replaceAll('\r\n', '\n').split('\f').slice(0, -1);
}

/** The outputs of all calls, each under its name. */
function spellAll(printed: readonly string[]): string {
  return Object.keys(CALLS)
    .map((name, index) => `==> ${name}\n${printed[index] ?? ''}`)
    .join('\n');
}

describe.each([80, 100, 120])('in a terminal of %d columns', (columns) => {
  test('the commands print what their golden file shows, and no line is broken by the terminal', async () => {
    const printed = await printIn(columns, { NO_COLOR: '1' });
    const all = spellAll(printed);
    const path = join(__dirname, `${columns}-columns.txt`);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, all);
    expect(printed).toHaveLength(Object.keys(CALLS).length);
    expect(all).toBe(readFileSync(path, 'utf8'));
    expect(all.split('\n').filter((line) => widthOf(line) > columns)).toEqual([]);
  }, 120_000);
});

test('colours and bold take no column', async () => {
  const printed = spellAll(await printIn(80, {}));
  expect(printed).toContain('\u001B[31m');
  expect(printed.replace(ESCAPES, '')).toBe(readFileSync(join(__dirname, '80-columns.txt'), 'utf8'));
}, 120_000);
