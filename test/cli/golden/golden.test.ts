import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_COLUMNS, widthOf } from '../../../cli/terminal/plain-text';
import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { replaceEnvironment, runCli } from '../captured-io';
import { type DaysAccount, SONNET, SONNET_TPM, startDaysAccount } from '../days-account';
import { startRefusingAccount } from '../refusing-account';

let busy: LocalAccount;
let days: DaysAccount;
let refusing: LocalAccount;
beforeAll(async () => {
  [busy, days, refusing] = await Promise.all([startBusyAccount(), startDaysAccount(3), startRefusingAccount()]);
  await busy.createTopic('alerts');
});
afterAll(() => Promise.all([busy.close(), days.account.close(), refusing.close()]));

const DENIED = 'Too many tokens, please wait before trying again.';
const SIZES = '--requests-per-minute 600 --input-tokens 1500 --output-tokens 400 --max-tokens 4000';

/** Name of the golden file → the call. Calls that send anything come with `--dry-run`. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  check: ['check'],
  'check-pt-br': ['check', '--language', 'pt-BR'],
  quotas: ['quotas', '--lowered'],
  explain: ['explain', DENIED, '--model', PROFILE],
  'explain-recent': ['explain', '--recent'],
  headroom: ['headroom', PROFILE],
  plan: ['plan', PROFILE, ...SIZES.split(' ')],
  pace: ['pace', PROFILE],
  request: ['request', TPM, 'L-381AD9EE', '--dry-run'],
  requests: ['requests'],
  'test-alert': ['test-alert', '--topic-arn', 'arn:aws:sns:us-east-1:111122223333:alerts'],
  usage: ['usage', SONNET],
  throughput: ['throughput', SONNET, '--price-per-unit-hour', '60', '--tokens-per-minute-per-unit', '10000'],
  ticket: ['ticket', SONNET_TPM],
  doctor: ['doctor'],
  'doctor-pt-br': ['doctor', '--language', 'pt-BR'],
};

/** Commands that look at days have an account of days. */
const OF_DAYS: ReadonlySet<string> = new Set(['usage', 'throughput', 'ticket']);

/** Markdown to be pasted into a form: its paragraphs are lines. */
const UNWRAPPED: ReadonlySet<string> = new Set(['ticket']);

/** Lines that may be wider than a page, for breaking them would break what is copied: a command, one word, JSON. */
const UNBREAKABLE = [/^\s*aws \S/, /^\s*quota-watchdog \S/, /^\s*\S+$/, /^\s*[{[].*[}\]]$/];

const isTooWide = (line: string) => widthOf(line) > PAGE_COLUMNS && !UNBREAKABLE.some((kind) => kind.test(line));

function accountOf(args: readonly string[]): LocalAccount {
  if (args.includes('--recent')) return refusing;
  return OF_DAYS.has(args[0] ?? '') ? days.account : busy;
}

async function print(args: readonly string[]): Promise<string> {
  replaceEnvironment(accountOf(args).environment);
  const { out, exitCode } = await runCli(args);
  expect(exitCode).toBeLessThan(2);
  // They are counted, and the tests run in any order.
  return out.replace(/message-\d+/g, 'message-1');
}

test.each(Object.entries(CALLS))('%s prints what its golden file shows, in 80 columns', async (name, args) => {
  const out = await print(args);
  const path = join(__dirname, `${name}.txt`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, out);
  expect(existsSync(path)).toBe(true);
  expect(out).toBe(readFileSync(path, 'utf8'));
  if (!UNWRAPPED.has(args[0] ?? '')) expect(out.split('\n').filter(isTooWide)).toEqual([]);
});

test.each([
  ['quotas'],
  ['quotas', '--language', 'pt-BR'],
  ['usage', 'all', '--by', 'profile'],
  ['usage', 'all', '--by', 'profile', '--language', 'pt-BR'],
  ['explain', DENIED],
  ['plan', PROFILE, ...SIZES.split(' '), '--region', 'us-west-2'],
  ...Object.values(CALLS)
    .filter(([command = '']) => !UNWRAPPED.has(command))
    .map((args) => [...args, '--language', 'pt-BR']),
])('%j fits in 80 columns too', async (...args: string[]) => {
  const out = await print(args);
  expect(out.split('\n').filter(isTooWide)).toEqual([]);
});

test('there is no golden file without a call', () => {
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.txt'));
  expect(files.sort()).toEqual(
    Object.keys(CALLS)
      .map((name) => `${name}.txt`)
      .sort(),
  );
});
