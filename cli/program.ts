import { Command, CommanderError, Option } from 'commander';
import { STACK_NAME } from '../lib/contract';
import { LANGUAGES } from '../lib/core/language/language';
import { CliError, EXIT } from './cli-error';
import { complain, PROGRAM, showStack } from './complaints';
import { collectRegion, type GlobalOptions, parseLookback, parseTime } from './options';
import type { CliIo } from './process-io';
import { type CheckOptions, runCheck } from './run-check';
import { type ExplainOptions, runExplain } from './run-explain';
import { type QuotasOptions, runQuotas } from './run-quotas';
import { runTestAlert, type TestAlertOptions } from './run-test-alert';
import { readVersion } from './version';

/** Commands that live outside the command line and are handed in by the program's entry. */
export interface OutsideCommands {
  /** Plays the demo. @returns the exit code. */
  readonly demo?: () => Promise<number>;
}

/** The command line, ready to run. */
export interface Program {
  readonly command: Command;
  /** Runs it with arguments (without the program's name); never throws. @returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

const DEFAULT_LOOKBACK = '3h';

const DEMO_ADVICE = 'the demo runs in a clone of the project only; run npm ci && npm run demo there';

const OVERRIDES = [
  '--overrides <file>',
  'JSON of your own mapping: {"L-…":["base.model-id"]}; docs/mapping.md',
] as const;

const BURNDOWN = [
  '--burndown <file>',
  'JSON of your own burndown rates: {"base.model-id":15}; where CloudWatch has no estimate',
] as const;

const EXIT_CODES =
  'Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 wrong call, 3 AWS could not be read.';

function addGlobalOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--region <region>', 'AWS Region; may be repeated')
        .argParser(collectRegion)
        .default([], 'AWS_REGION, or the Region of the profile'),
    )
    .option('--profile <name>', 'AWS profile (default: AWS_PROFILE)')
    .option('--json', 'print one JSON document and nothing else')
    .option('--no-color', 'print without colours')
    .addOption(new Option('--language <language>', 'language of the texts').choices(LANGUAGES).default('en'))
    .option('--verbose', 'show the stack of errors');
}

function addCommands(command: Command, io: CliIo, commands: OutsideCommands, finish: (code: number) => void): void {
  command
    .command('quotas')
    .description('every inference quota: models, applied value, AWS default, adjustable')
    .option('--zero', 'only quotas that are 0')
    .option('--lowered', 'only quotas below the AWS default')
    .option('--unmapped', 'only quotas without a certain base model, and why')
    .option(...OVERRIDES)
    .action(async (_, self: Command) => finish(await runQuotas(self.optsWithGlobals<QuotasOptions>(), io)));
  command
    .command('check')
    .description('one evaluation: use, time to exhaustion, throttles with their cause, what to do')
    .option('--at <time>', 'evaluate at this ISO time; CloudWatch keeps minutes for 15 days (default: now)', parseTime)
    .addOption(
      new Option('--lookback <duration>', 'how far back, 1m to 24h: 90m, 3h, 1d')
        .argParser(parseLookback)
        .default(parseLookback(DEFAULT_LOOKBACK), DEFAULT_LOOKBACK),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['warning', 'critical', 'never'])
        .default('critical'),
    )
    .option(...OVERRIDES)
    .option(...BURNDOWN)
    .option('--rules <file>', 'JSON of alert rules: thresholds count, what is muted is marked; docs/alert-rules.md')
    .option('--html <file>', 'also write a page with tables and graphs')
    .option('--replay <file>', 'evaluate the minutes of a file (- is standard input) instead of AWS; docs/replay.md')
    .option('--quotas <file>', 'with --replay: a saved list-service-quotas; gives account and Region')
    .option('--defaults <file>', 'with --replay: a saved list-aws-default-service-quotas (default: unknown)')
    .option('--profiles <file>', 'with --replay: a saved list-inference-profiles')
    .option('--models <file>', 'with --replay: a saved list-foundation-models')
    .action(async (_, self: Command) => finish(await runCheck(self.optsWithGlobals<CheckOptions>(), io)));
  command
    .command('explain')
    .description('what an error of Bedrock means here: which limit, the evidence, what to do; exit 1 for an own quota')
    .argument('<text>', 'the error message in quotes, as AWS sent it')
    .option('--model <id>', 'model id, profile id or ARN that was called (default: the one in the text)')
    .option('--at <time>', 'explain the state at this ISO time (default: now)', parseTime)
    .addOption(
      new Option('--lookback <duration>', 'how far back, 1m to 24h: 90m, 3h, 1d')
        .argParser(parseLookback)
        .default(parseLookback(DEFAULT_LOOKBACK), DEFAULT_LOOKBACK),
    )
    .option(...OVERRIDES)
    .option(...BURNDOWN)
    .action(async (text: string, _, self: Command) =>
      finish(await runExplain(text, self.optsWithGlobals<ExplainOptions>(), io)),
    );
  command
    .command('test-alert')
    .description(
      'send a marked example through the alert topic, and the chat topic if there is one, of a deployed watchdog',
    )
    .option('--stack <name>', 'stack whose outputs name the topics', STACK_NAME)
    .option('--topic-arn <arn>', 'this topic instead of those of a stack')
    .addOption(
      new Option('--severity <severity>', 'severity of the example, for filter policies')
        .choices(['warning', 'critical'])
        .default('critical'),
    )
    .option('--dry-run', 'print the message and send nothing')
    .action(async (_, self: Command) => finish(await runTestAlert(self.optsWithGlobals<TestAlertOptions>(), io)));
  command
    .command('demo')
    .description('play a simulated day on a local account; in a clone: npm ci && npm run demo')
    .action(async () => {
      if (!commands.demo) throw new CliError(EXIT.wrongCall, DEMO_ADVICE);
      finish(await commands.demo());
    });
}

function codeOf(error: unknown, io: CliIo): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine;
    if (error.code !== 'commander.help') {
      complain(io, `${error.message.replace(/^error: |\.$/g, '')}; see ${PROGRAM} --help`);
    }
    return EXIT.wrongCall;
  }
  if (error instanceof CliError) {
    complain(io, error.message);
    return error.exitCode;
  }
  complain(
    io,
    `unexpected ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}; --verbose shows more`,
  );
  return EXIT.unreadable;
}

/** Builds the command line over an {@link CliIo}. */
export function createProgram(io: CliIo, commands: OutsideCommands = {}): Program {
  let exitCode: number = EXIT.fine;
  const command = addGlobalOptions(new Command(PROGRAM))
    .description('Says which Amazon Bedrock quota is near, zero or throttling, why, until when, and what to do.')
    .version(readVersion())
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', `\n${EXIT_CODES}`)
    .configureOutput({
      writeOut: (text) => io.writeOut(text),
      writeErr: (text) => io.writeError(text),
      outputError: () => undefined,
    })
    .exitOverride();
  addCommands(command, io, commands, (code) => {
    exitCode = code;
  });
  return {
    command,
    async run(args) {
      try {
        await command.parseAsync(args, { from: 'user' });
        return exitCode;
      } catch (error) {
        const code = codeOf(error, io);
        const isBug = !(error instanceof CommanderError);
        if (isBug && command.opts<GlobalOptions>().verbose) showStack(io, error);
        return code;
      }
    },
  };
}
