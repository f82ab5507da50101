import type { Command } from 'commander';
import { type CommandSurroundings, toLookback } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { type ExplainOptions, runExplain } from './run';

/** `explain` with its options. */
export function addExplain(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  root
    .command('explain')
    .description(commands.explain)
    .argument('<text>', args.text)
    .option('--model <id>', options.model)
    .option('--at <time>', options.explainAt, createParsers(words).parseTime)
    .addOption(toLookback(words))
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((text: string, _, self: Command) =>
      run((io) => runExplain(text, self.optsWithGlobals<ExplainOptions>(), io)),
    );
}
