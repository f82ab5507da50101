import { type Command, Option } from 'commander';
import { STACK_NAME } from '../../lib/contract';
import type { CommandWords } from '../../lib/language/command-words';
import { LANGUAGES } from '../../lib/language/language';
import { type CheckOptions, runCheck } from '../check/run';
import { type ExplainOptions, runExplain } from '../explain/run';
import { BEDROCK_REGIONS } from '../headroom/bedrock-regions';
import { type HeadroomOptions, runHeadroom } from '../headroom/run';
import { type PaceOptions, runPace } from '../pace/run';
import { type PlanOptions, runPlan } from '../plan/run';
import { type QuotasOptions, runQuotas } from '../quotas/run';
import { type RequestOptions, runRequest } from '../request/run';
import { runRequests } from '../requests/run';
import { CliError, EXIT } from '../terminal/cli-error';
import { createParsers, type GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { runTestAlert, type TestAlertOptions } from '../test-alert/run';
import { EXAMPLES } from './examples';
import { speakHelp } from './help-words';
import { readVersion } from './version';

/** How the commands speak, and what is done with the one that is called. */
export interface CommandSurroundings {
  /** Of help, and of what is wrong with a call. */
  readonly words: CommandWords;
  /** Runs the command that was called; it resolves to the exit code. */
  readonly run: (call: (io: CliIo) => Promise<number>) => Promise<void>;
  /** Plays the demo. @default - it is not here @returns the exit code */
  readonly demo?: () => Promise<number>;
}

const DEFAULT_LOOKBACK = '3h';

function addGlobalOptions(root: Command, words: CommandWords): Command {
  const { options } = words.help;
  return root
    .addOption(
      new Option('--region <region>', options.region)
        .argParser(createParsers(words).collectRegion)
        .default([], options.regionDefault),
    )
    .option('--profile <name>', options.profile)
    .option('--json', options.json)
    .option('--no-color', options.noColor)
    .addOption(new Option('--language <language>', options.language).choices(LANGUAGES).default('en'))
    .option('--verbose', options.verbose);
}

function toLookback(words: CommandWords): Option {
  const { parseLookback } = createParsers(words);
  return new Option('--lookback <duration>', words.help.options.lookback)
    .argParser(parseLookback)
    .default(parseLookback(DEFAULT_LOOKBACK), DEFAULT_LOOKBACK);
}

function addQuotas(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, options } = words.help;
  root
    .command('quotas')
    .description(commands.quotas)
    .option('--zero', options.zero)
    .option('--lowered', options.lowered)
    .option('--unmapped', options.unmapped)
    .option('--overrides <file>', options.overrides)
    .action((_, self: Command) => run((io) => runQuotas(self.optsWithGlobals<QuotasOptions>(), io)));
}

function addCheck(root: Command, { words, run }: CommandSurroundings): void {
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

function addExplain(root: Command, { words, run }: CommandSurroundings): void {
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

function addHeadroom(root: Command, { words, run }: CommandSurroundings): void {
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

function addPlan(root: Command, { words, run }: CommandSurroundings): void {
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

function addPace(root: Command, { words, run }: CommandSurroundings): void {
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

function addRequest(root: Command, { words, run }: CommandSurroundings): void {
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

function addRequests(root: Command, { words, run }: CommandSurroundings): void {
  root
    .command('requests')
    .description(words.help.commands.requests)
    .action((_, self: Command) => run((io) => runRequests(self.optsWithGlobals<GlobalOptions>(), io)));
}

function addTestAlert(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, options } = words.help;
  root
    .command('test-alert')
    .description(commands.testAlert)
    .option('--stack <name>', options.stack, STACK_NAME)
    .option('--topic-arn <arn>', options.topicArn)
    .addOption(
      new Option('--severity <severity>', options.severity).choices(['warning', 'critical']).default('critical'),
    )
    .option('--dry-run', options.dryRun)
    .action((_, self: Command) => run((io) => runTestAlert(self.optsWithGlobals<TestAlertOptions>(), io)));
}

function addDemo(root: Command, { words, run, demo }: CommandSurroundings): void {
  const play = async () => {
    if (!demo) throw new CliError(EXIT.wrongCall, words.complaints.demo);
    return demo();
  };
  root
    .command('demo')
    .description(words.help.commands.demo)
    .action(() => run(play));
}

/** Gives the program's own command its flags, its help and all commands. What they inherit must be set before. */
export function addCommands(root: Command, surroundings: CommandSurroundings): Command {
  const { words } = surroundings;
  const { help } = words;
  addGlobalOptions(root, words).description(help.program).version(readVersion(), '-V, --version', help.version);
  speakHelp(root, words).addHelpText('after', `\n${help.exitCodes}`);
  const adders = [
    addQuotas,
    addCheck,
    addExplain,
    addHeadroom,
    addPlan,
    addPace,
    addRequest,
    addRequests,
    addTestAlert,
    addDemo,
  ];
  for (const add of adders) add(root, surroundings);
  for (const command of root.commands) {
    const calls = (EXAMPLES[command.name()] ?? []).map((call) => `  ${root.name()} ${call}`);
    command.addHelpText('after', `\n${help.examples}\n${calls.join('\n')}`);
  }
  return root;
}
