import type { Command } from 'commander';
import { type CommandSurroundings, toLookback } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { BEDROCK_REGIONS } from './bedrock-regions';
import { type HeadroomOptions, runHeadroom } from './run';

/** `headroom` with its options. */
export function addHeadroom(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  const { parseRegions, parseTime } = createParsers(words);
  root
    .command('headroom')
    .description(commands.headroom)
    .argument('<model>', args.plannedModel)
    .option('--regions <names>', options.regions, parseRegions(BEDROCK_REGIONS))
    .option('--at <time>', options.evaluateAt, parseTime)
    .addOption(toLookback(words))
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((model: string, _, self: Command) =>
      run((io) => runHeadroom(model, self.optsWithGlobals<HeadroomOptions>(), io)),
    );
}
