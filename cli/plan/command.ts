import type { Command } from 'commander';
import type { CommandSurroundings } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { type PlanOptions, runPlan } from './run';

/** `plan` with its options. */
export function addPlan(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  const { parseCount, parseTokens } = createParsers(words);
  root
    .command('plan')
    .description(commands.plan)
    .argument('<model>', args.plannedModel)
    .requiredOption('--requests-per-minute <number>', options.requestsPerMinute, parseCount)
    .requiredOption('--input-tokens <number>', options.inputTokens, parseTokens)
    .requiredOption('--output-tokens <number>', options.outputTokens, parseTokens)
    .option('--max-tokens <number>', options.maxTokens, parseCount)
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((model: string, _, self: Command) => run((io) => runPlan(model, self.optsWithGlobals<PlanOptions>(), io)));
}
