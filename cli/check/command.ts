import { type Command, InvalidArgumentError, Option } from 'commander';
import { addFleetOptions } from '../fleet/options';
import { type CommandSurroundings, toLookback } from '../terminal/command';
import { createParsers } from '../terminal/options';
import type { CheckOptions } from './options';
import { runCheck } from './run';

/** Seconds between two readings: points come a minute at a time, so more often than every 5 s shows nothing. */
const [FEWEST_SECONDS, MOST_SECONDS] = [5, 3600];

function toWatchSeconds({ watch }: CommandSurroundings['words']): (text: string) => number {
  return (text) => {
    const seconds = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (!(seconds >= FEWEST_SECONDS && seconds <= MOST_SECONDS))
      throw new InvalidArgumentError(watch.complaints.seconds);
    return seconds;
  };
}

/** `check` with its options. */
export function addCheck(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, options } = words.help;
  addFleetOptions(root.command('check'), words)
    .description(commands.check)
    .option('--at <time>', options.evaluateAt, createParsers(words).parseTime)
    .addOption(toLookback(words))
    .addOption(
      new Option('--fail-on <severity>', options.failOn).choices(['warning', 'critical', 'never']).default('critical'),
    )
    .addOption(
      new Option('--watch [seconds]', options.watch).conflicts('all').preset('60').argParser(toWatchSeconds(words)),
    )
    .option('--brief', options.brief)
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .option('--rules <file>', options.rules)
    .option('--html <file>', options.html)
    .addOption(new Option('--replay <file>', options.replay).conflicts('all'))
    .option('--quotas <file>', options.quotas)
    .option('--defaults <file>', options.defaults)
    .option('--profiles <file>', options.profiles)
    .option('--models <file>', options.models)
    .action((_, self: Command) => run((io) => runCheck(self.optsWithGlobals<CheckOptions>(), io)));
}
