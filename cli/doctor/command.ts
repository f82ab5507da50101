import type { Command } from 'commander';
import { STACK_NAME } from '../../lib/contract';
import { addTargetOptions } from '../fleet/options';
import type { CommandSurroundings } from '../terminal/command';
import type { DoctorOptions } from './options';
import { runDoctor } from './run';

/** `doctor` with its options. */
export function addDoctor(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, options } = words.help;
  addTargetOptions(root.command('doctor'), words)
    .description(commands.doctor)
    .option('--stack <name>', options.watchdogStack, STACK_NAME)
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((_, self: Command) => run((io) => runDoctor(self.optsWithGlobals<DoctorOptions>(), io)));
}
