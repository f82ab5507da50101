import { Command } from 'commander';
import { addCommands } from '../../../cli/program/add-commands';
import { EXAMPLES } from '../../../cli/program/examples';
import { EN_COMMANDS } from '../../../lib/language/command-words';
import { runCli } from '../captured-io';

/** The words of a call as a POSIX shell passes them on, as far as the examples need it. */
function wordsOf(call: string): string[] {
  const [command = ''] = call.split(' < ');
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

function build() {
  let called = 0;
  const root = addCommands(new Command('quota-watchdog').exitOverride(), {
    words: EN_COMMANDS,
    language: 'en',
    run: async () => {
      called++;
    },
  });
  return { root, calls: () => called };
}

test('every command has examples', () => {
  expect(
    build()
      .root.commands.map((command) => command.name())
      .sort(),
  ).toEqual(Object.keys(EXAMPLES).sort());
});

test.each(Object.values(EXAMPLES).flat())('%s is a call that parses', async (call) => {
  const { root, calls } = build();
  await root.parseAsync(wordsOf(call), { from: 'user' });
  expect(calls()).toBe(1);
});

test.each([
  ['en', 'Examples:'],
  ['pt-BR', 'Exemplos:'],
])('the help of a command ends with them, in %s', async (language, title) => {
  const { out } = await runCli(`plan --help --language=${language}`);
  expect(out).toContain(`\n${title}\n  quota-watchdog plan us.anthropic`);
});
