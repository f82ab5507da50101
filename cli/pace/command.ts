import type { Command } from 'commander';
import { type CommandSurroundings, toLookback } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { type PaceOptions, runPace } from './run';

/** `pace` with its options. */
export function addPace(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  const { parseCount, parseTime } = createParsers(words);
  root
    .command('pace')
    .description(commands.pace)
    .argument('[model]', args.pacedModel)
    .option('--tokens-per-day <number>', options.tokensPerDay, parseCount)
    .option('--tokens-per-request <number>', options.tokensPerRequest, parseCount)
    .option('--at <time>', options.evaluateAt, parseTime)
    .addOption(toLookback(words))
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((model: string | undefined, _, self: Command) =>
      run((io) => runPace(model, self.optsWithGlobals<PaceOptions>(), io)),
    );
}
