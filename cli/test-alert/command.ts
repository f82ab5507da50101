import { type Command, Option } from 'commander';
import { STACK_NAME } from '../../lib/contract';
import type { CommandSurroundings } from '../terminal/command';
import { runTestAlert, type TestAlertOptions } from './run';

/** `test-alert` with its options. */
export function addTestAlert(root: Command, { words, run }: CommandSurroundings): void {
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
