import { type Command, Option } from 'commander';
import { type CommandSurroundings, toLookback } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { type CheckOptions, runCheck } from './run';

/** `check` with its options. */
export function addCheck(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, options } = words.help;
  root
    .command('check')
    .description(commands.check)
    .option('--at <time>', options.evaluateAt, createParsers(words).parseTime)
    .addOption(toLookback(words))
    .addOption(
      new Option('--fail-on <severity>', options.failOn).choices(['warning', 'critical', 'never']).default('critical'),
    )
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .option('--rules <file>', options.rules)
    .option('--html <file>', options.html)
    .option('--replay <file>', options.replay)
    .option('--quotas <file>', options.quotas)
    .option('--defaults <file>', options.defaults)
    .option('--profiles <file>', options.profiles)
    .option('--models <file>', options.models)
    .action((_, self: Command) => run((io) => runCheck(self.optsWithGlobals<CheckOptions>(), io)));
}
