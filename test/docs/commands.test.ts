import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { addCommands } from '../../cli/program/add-commands';
import { EN_COMMANDS } from '../../lib/language/command-words';
import { ROOT } from '../lib/cdk/fixtures';

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(join(ROOT, folder), { encoding: 'utf8', recursive: true }).filter((name) =>
    name.endsWith(ending),
  );
  return names.map((name) => join(folder, name));
}

/** Where people read of commands: the documents, and what messages and tables say. */
const DOCUMENTS = [
  'README.md',
  ...filesIn('docs', '.md'),
  ...filesIn('lib/core', '.ts'),
  ...filesIn('lib/language', '.ts'),
];

/** What follows the program's name in code: the command, and its flags up to the end of the code. */
const CALL = /(?:npx quota-watchdog|npm run --silent cli --|[`']quota-watchdog) ([a-z-]+)([^`'\n|]*)/g;

const calls = DOCUMENTS.flatMap((document) =>
  [...readFileSync(join(ROOT, document), 'utf8').matchAll(CALL)].map(([text, name = '', rest = '']) => ({
    document,
    text,
    name,
    flags: rest.match(/--[a-z][a-z-]*/g) ?? [],
  })),
);

const command = addCommands(new Command(), { words: EN_COMMANDS, language: 'en', run: async () => undefined });
const flagsOf = (one: typeof command) => one.options.map(({ long }) => long);

it('documents and messages name commands at all', () => {
  const named = new Set(calls.map(({ document }) => document));
  for (const document of ['README.md', 'docs/runbook.md', 'lib/core/findings/unmapped-usage.ts'])
    expect(named).toContain(document);
});

it.each(calls)('$document: $text', ({ name, flags }) => {
  const known = command.commands.find((one) => one.name() === name);
  expect(command.commands.map((one) => one.name())).toContain(name);
  for (const flag of flags) expect([...(known ? flagsOf(known) : []), ...flagsOf(command), '--help']).toContain(flag);
});
