import { type Command, Option } from 'commander';
import { STACK_NAME } from '../../lib/contract';
import type { CommandWords } from '../../lib/language/command-words';
import type { GlobalOptions } from '../terminal/options';

/** Options of a command that can read all targets of a deployed watchdog. */
export interface FleetOptions {
  /** Every account and Region that the watchdog of the stack watches. */
  readonly all?: boolean;
  /** Words that the account's id or name, or the Region, must have. @default - any */
  readonly only?: string;
  /** Name of the watchdog's stack. @default - the stock one */
  readonly stack?: string;
}

/** What all commands need of a call that is for all targets. */
export type FleetCall = FleetOptions & Pick<GlobalOptions, 'region' | 'profile' | 'language' | 'verbose'>;

/** Adds `--all` and `--only`. */
export function addTargetOptions(command: Command, { help: { options } }: CommandWords): Command {
  return command
    .option('--all', options.all)
    .addOption(new Option('--only <words>', options.only).implies({ all: true }));
}

/** Adds `--all`, `--only` and `--stack`. */
export function addFleetOptions(command: Command, words: CommandWords): Command {
  return addTargetOptions(command, words).option('--stack <name>', words.help.options.watchdogStack, STACK_NAME);
}
