import { type Command, Option } from 'commander';
import { LANGUAGES } from '../../lib/language/language';
import { addCheck } from '../check/command';
import { addCompletion } from '../completion/command';
import { addDoctor } from '../doctor/command';
import { addExplain } from '../explain/command';
import { addHeadroom } from '../headroom/command';
import { addMcp } from '../mcp/command';
import { addPace } from '../pace/command';
import { addPlan } from '../plan/command';
import { addQuotas } from '../quotas/command';
import { addRequest } from '../request/command';
import { addRequests } from '../requests/command';
import { CliError, EXIT } from '../terminal/cli-error';
import type { AddCommand, CommandSurroundings, DemoOptions } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { addTestAlert } from '../test-alert/command';
import { addThroughput } from '../throughput/command';
import { addTicket } from '../ticket/command';
import { addUsage } from '../usage/command';
import { EXAMPLES } from './examples';
import { speakHelp } from './help-words';
import { readVersion } from './version';

function addGlobalOptions(root: Command, { words, language }: CommandSurroundings): Command {
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
    .addOption(new Option('--language <language>', options.language).choices(LANGUAGES).default(language))
    .option('--local', options.local)
    .option('--verbose', options.verbose);
}

function addDemo(root: Command, { words, run, demo }: CommandSurroundings): void {
  const play = (options: DemoOptions) => async () => {
    if (!demo) throw new CliError(EXIT.wrongCall, words.complaints.demo);
    return demo(options);
  };
  root
    .command('demo')
    .description(words.help.commands.demo)
    .option('--serve', words.help.options.serve)
    .option('--quotas <file>', words.help.options.demoQuotas)
    .action((_, self: Command) => run(play(self.optsWithGlobals<DemoOptions>())));
}

/** Gives the program's own command its flags, its help and all commands. What they inherit must be set before. */
export function addCommands(root: Command, surroundings: CommandSurroundings): Command {
  const { words } = surroundings;
  const { help } = words;
  addGlobalOptions(root, surroundings).description(help.program).version(readVersion(), '-V, --version', help.version);
  speakHelp(root, words).addHelpText('after', `\n${help.exitCodes}\n${help.variables}`);
  const adders: readonly AddCommand[] = [
    addQuotas,
    addCheck,
    addDoctor,
    addExplain,
    addHeadroom,
    addPlan,
    addPace,
    addRequest,
    addRequests,
    addTicket,
    addUsage,
    addThroughput,
    addTestAlert,
    addMcp,
    addCompletion,
    addDemo,
  ];
  for (const add of adders) add(root, surroundings);
  for (const command of root.commands) {
    const calls = (EXAMPLES[command.name()] ?? []).map((call) => `  ${root.name()} ${call}`);
    command.addHelpText('after', `\n${help.examples}\n${calls.join('\n')}`);
  }
  return root;
}
