import type { Command } from 'commander';
import type { CommandSurroundings } from '../terminal/command';
import type { McpOptions } from './call-command';
import { runMcp } from './run';

/** `mcp` with its options. */
export function addMcp(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, options } = words.help;
  root
    .command('mcp')
    .description(commands.mcp)
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .option('--rules <file>', options.rules)
    .action((_, self: Command) =>
      run((io, runProgram) =>
        runMcp({ options: self.optsWithGlobals<McpOptions>(), io, runProgram, version: root.version() ?? '' }),
      ),
    );
}
