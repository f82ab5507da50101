import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { ROOT } from '../lib/cdk/fixtures';
import { codeBlocks } from './code-blocks';
import { CLIENT, runClientProgram } from './run-client-program';

const run = promisify(execFile);
const PAGE = readFileSync(join(ROOT, 'docs/client.md'), 'utf8');
/** The page is one program: each of its blocks goes on from those before it. */
const PROGRAM = codeBlocks(PAGE, 'ts').join('\n');

let account: LocalAccount;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'client-page-'));
  account = await startLocalAccount({ now: new Date('2026-10-14T12:00:00Z') });
  for (const code of ['L-7C42E72A', 'L-89F8391A', 'L-45E0AD92']) account.quotas.set(code, 1_000_000);
});
afterAll(async () => {
  await account.close();
  rmSync(folder, { recursive: true });
});

test('the first example runs: the call goes, its events are told, and it is answered', async () => {
  const told = await runClientProgram(codeBlocks(PAGE, 'ts')[0] ?? '', account);
  for (const words of ["type: 'admitted'", "type: 'settled'", 'This is the local account.']) {
    expect(told).toContain(words);
  }
});

test('so does the whole page', async () => {
  expect((await runClientProgram(PROGRAM, account)).trim().split('\n').slice(-2)).toEqual(['end_turn', 'tokensPerDay']);
});

test('its types are right', async () => {
  const file = join(folder, 'page.mts');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(file, `${PROGRAM}\nexport {};\n`);
  const options = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      rootDir: '/',
      types: ['node'],
      paths: { 'bedrock-quota-watchdog/client': [CLIENT] },
    },
    include: [],
    files: [file],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
  const typesOf = run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder], { cwd: ROOT }).catch(
    ({ stdout, message }: { stdout: string; message: string }) => ({ stdout: stdout || message }),
  );
  expect((await typesOf).stdout).toBe('');
});

/** The keys of an interface, as its source has them. */
function keysOf(file: string, name: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const [, body = ''] = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}$`, 'ms').exec(source) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, key = '']) => key);
}

/** The names in the first column of the first table of a section. */
function namesIn(section: string): string[] {
  const [, text = ''] = PAGE.split(`\n## ${section}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(text.split('\n## ')[0] ?? '') ?? [];
  return [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name).filter((name) => name !== 'type');
}

const TABLES = [
  ['Options', 'lib/client/calls/options.ts', 'QuotaOptions'],
  ['Priorities', 'lib/client/calls/options.ts', 'CallOptions'],
  ['Another model or Region', 'lib/client/fallback/create-fallback.ts', 'FallbackOptions'],
] as const;

test.each(TABLES)('the table of "%s" has each option, in the order of the source', (section, file, name) => {
  expect(keysOf(file, name)).not.toEqual([]);
  expect(namesIn(section)).toEqual(keysOf(file, name));
});

/** The words of a union of texts, or the types of events, as their source has them. */
function wordsOf(file: string, pattern: RegExp): string[] {
  return [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].map(([, word = '']) => word);
}

test('the table of events has each', () => {
  const files = ['lib/client/contract/events.ts', 'lib/client/contract/limits-events.ts'];
  expect(namesIn('Events')).toEqual(files.flatMap((file) => wordsOf(file, /readonly type: '(\w+)'/g)));
});

test('the table of refusals has each answer, and null', () => {
  const kinds = wordsOf('lib/client/contract/classify-throttle.ts', /^ {2}\| '(\w+)'/gm);
  expect(namesIn('What refused a call')).toEqual([...kinds, 'null']);
});
