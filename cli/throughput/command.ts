import { type Command, Option } from 'commander';
import { TERM_MONTHS } from '../../lib/core/answers/throughput';
import { toDays } from '../region/days';
import type { CommandSurroundings } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { type ThroughputOptions, toPriceParser } from './options';
import { runThroughput } from './run';

const DEFAULT_DAYS = 14;

/** `throughput` with its options. */
export function addThroughput(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  const { parseCount, parseTime } = createParsers(words);
  const { price, tokenPrice } = words.throughput.complaints;
  const parseTokenPrice = toPriceParser(tokenPrice, true);
  root
    .command('throughput')
    .description(commands.throughput)
    .argument('<model>', args.plannedModel)
    .requiredOption('--price-per-unit-hour <dollars>', options.pricePerUnitHour, toPriceParser(price, false))
    .option('--tokens-per-minute-per-unit <number>', options.tokensPerUnit, parseCount)
    .addOption(new Option('--term <term>', options.term).choices(Object.keys(TERM_MONTHS)).default('none'))
    .option('--input-price <dollars>', options.inputPrice, parseTokenPrice)
    .option('--output-price <dollars>', options.outputPrice, parseTokenPrice)
    .option('--reserved-price-per-1k-tpm-month <dollars>', options.reservedPrice, toPriceParser(price, false))
    .addOption(toDays(words, DEFAULT_DAYS))
    .option('--at <time>', options.evaluateAt, parseTime)
    .option('--overrides <file>', options.overrides)
    .action((model: string, _, self: Command) =>
      run((io) => runThroughput(model, self.optsWithGlobals<ThroughputOptions>(), io)),
    );
}
