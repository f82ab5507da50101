import { type Command, InvalidArgumentError } from 'commander';
import { toDays } from '../region/days';
import type { CommandSurroundings } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { parseUsageKey, type UsageOptions } from './options';
import { runUsage } from './run';

const DEFAULT_DAYS = 14;

/** `usage` with its options. */
export function addUsage(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  const parseKey = (text: string) => {
    const key = parseUsageKey(text);
    if (!key) throw new InvalidArgumentError(words.usage.complaints.by);
    return key;
  };
  root
    .command('usage')
    .description(commands.usage)
    .argument('<model>', args.usedModel)
    .addOption(toDays(words, DEFAULT_DAYS))
    .option('--by <key>', options.by, parseKey)
    .option('--yes', options.usageYes)
    .option('--html <file>', options.html)
    .option('--at <time>', options.evaluateAt, createParsers(words).parseTime)
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((model: string, _, self: Command) =>
      run((io) => runUsage(model, self.optsWithGlobals<UsageOptions>(), io)),
    );
}
