import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { renderBash } from '../../../cli/completion/bash';
import { toCompletions } from '../../../cli/completion/completions';
import { renderFish } from '../../../cli/completion/fish';
import { renderZsh } from '../../../cli/completion/zsh';
import { linesOf, runCli } from '../captured-io';

async function scriptOf(shell: string): Promise<string> {
  const { out, error, exitCode } = await runCli(`completion ${shell}`);
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
  return out;
}

/** What bash completes at the end of a line. */
function completeInBash(script: string, line: readonly string[]): string[] {
  const words = line.map((word) => `'${word}'`).join(' ');
  const call = `COMP_WORDS=(${words}); COMP_CWORD=${line.length - 1}; _quota_watchdog; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['--norc', '-c', `${script}\n${call}`], { encoding: 'utf8' });
  return out.split('\n').filter((one) => one !== '');
}

test.each([
  [['quota-watchdog', 'che'], ['check']],
  [['quota-watchdog', 'check', '--fail'], ['--fail-on']],
  [
    ['quota-watchdog', 'check', '--fail-on', ''],
    ['warning', 'critical', 'never'],
  ],
  [
    ['quota-watchdog', '--language', ''],
    ['en', 'pt-BR'],
  ],
  [['quota-watchdog', 'usage', '--by', ''], []],
  [['quota-watchdog', '--json', 'ticket', '--op'], ['--open']],
  [['quota-watchdog', 'quotas', '--op'], []],
])('bash completes %j', async (line, expected) => {
  expect(completeInBash(await scriptOf('bash'), line)).toEqual(expected);
});

test('every command and every flag of the program is in each script', async () => {
  const help = await runCli('--help');
  const commands = [...help.out.matchAll(/^ {2}([a-z][a-z-]+)(?: |$)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');
  expect(commands).toContain('doctor');
  for (const shell of ['bash', 'zsh', 'fish']) {
    const script = await scriptOf(shell);
    for (const name of commands) expect(script).toMatch(new RegExp(`[ '|]${name}[ :'|)"]`));
    expect(script).toContain('requests-per-minute');
  }
});

/** Texts that a shell would take for its own. */
function trickyProgram(): Command {
  const root = new Command('tricky');
  root.command('do').description("a user's [own] choice: $(touch never)").option('--in <file>', "it's a 100% \\ file");
  return root;
}

test.each([
  ['bash', renderBash],
  ['zsh', renderZsh],
  ['fish', renderFish],
] as const)('%s takes the script, and runs nothing out of a description', (shell, render) => {
  const script = render(toCompletions(trickyProgram()));
  const file = join(mkdtempSync(join(tmpdir(), 'completion-')), shell);
  writeFileSync(file, script);
  const { error, status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  if (error) console.info(`${shell} is not installed here: its syntax check is left out`);
  expect({ status: error ? 0 : status, stderr: stderr || '' }).toEqual({ status: 0, stderr: '' });
  expect(script.replace(/'(?:[^'\\]|\\.|'\\'')*'/g, '')).not.toContain('$(touch');
});

test('another shell is a wrong call, in one line', async () => {
  const { out, error, exitCode } = await runCli('completion tcsh');
  expect({ out, exitCode, lines: linesOf(error).length }).toEqual({ out: '', exitCode: 2, lines: 1 });
  expect(error).toContain('bash');
});
