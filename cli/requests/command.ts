import type { Command } from 'commander';
import type { CommandSurroundings } from '../terminal/command';
import type { GlobalOptions } from '../terminal/options';
import { runRequests } from './run';

/** `requests` with its options. */
export function addRequests(root: Command, { words, run }: CommandSurroundings): void {
  root
    .command('requests')
    .description(words.help.commands.requests)
    .action((_, self: Command) => run((io) => runRequests(self.optsWithGlobals<GlobalOptions>(), io)));
}
