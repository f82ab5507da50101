import type { Command } from 'commander';
import { addFleetOptions } from '../fleet/options';
import type { CommandSurroundings } from '../terminal/command';
import type { QuotasOptions } from './options';
import { runQuotas } from './run';

/** `quotas` with its options. */
export function addQuotas(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, options } = words.help;
  addFleetOptions(root.command('quotas'), words)
    .description(commands.quotas)
    .argument('[text...]', words.help.arguments.quotasText)
    .option('--zero', options.zero)
    .option('--lowered', options.lowered)
    .option('--unmapped', options.unmapped)
    .option('--overrides <file>', options.overrides)
    .action((text: readonly string[], _, self: Command) =>
      run((io) => runQuotas({ ...self.optsWithGlobals<QuotasOptions>(), text: text.join(' ') }, io)),
    );
}
