import { type Command, Option } from 'commander';
import { type CommandSurroundings, toLookback } from '../terminal/command';
import { createParsers } from '../terminal/options';
import type { ExplainOptions } from './options';
import { runExplain } from './run';

/** How far back `--recent` looks by itself. */
const DEFAULT_RECENT = '30m';

/** `explain` with its options. */
export function addExplain(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  const { parseLookback, parseTime } = createParsers(words);
  root
    .command('explain')
    .description(commands.explain)
    .argument('[text]', args.text)
    .option('--model <id>', options.model)
    .addOption(new Option('--recent [duration]', options.recent).argParser(parseLookback).preset(DEFAULT_RECENT))
    .option('--at <time>', options.explainAt, parseTime)
    .addOption(toLookback(words))
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((text: string | undefined, _, self: Command) => {
      const given = self.optsWithGlobals<ExplainOptions>();
      if (text === undefined && given.recent === undefined) {
        self.error("error: missing required argument 'text'", { code: 'commander.missingArgument' });
      }
      return run((io) => runExplain(text ?? null, given, io));
    });
}
