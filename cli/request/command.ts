import type { Command } from 'commander';
import { type CommandSurroundings, toLookback } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { type RequestOptions, runRequest } from './run';

/** `request` with its options. */
export function addRequest(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  root
    .command('request')
    .description(commands.request)
    .argument('<code...>', args.codes)
    .option('--value <number>', options.value, createParsers(words).parseCount)
    .option('--yes', options.yes)
    .option('--dry-run', options.requestDryRun)
    .addOption(toLookback(words))
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((codes: string[], _, self: Command) =>
      run((io) => runRequest(codes, self.optsWithGlobals<RequestOptions>(), io)),
    );
}
