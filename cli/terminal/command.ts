import { type Command, Option } from 'commander';
import type { CommandWords } from '../../lib/language/command-words';
import type { Language } from '../../lib/language/language';
import { createParsers } from './options';
import type { CliIo } from './process-io';

/** Runs the command line with other arguments over other surroundings; never throws. @returns the exit code. */
export type RunProgram = (args: readonly string[], io: CliIo) => Promise<number>;

/** What may be asked of the demo. */
export interface DemoOptions {
  readonly language: Language;
  /** Keep the page up until the process is ended. */
  readonly serve?: boolean;
  /** A reply of `aws service-quotas list-service-quotas` to take the quotas from. @default - the project's table */
  readonly quotas?: string;
}

/** Plays the demo. @returns the exit code */
export type PlayDemo = (options: DemoOptions) => Promise<number>;

/** How the commands speak, and what is done with the one that is called. */
export interface CommandSurroundings {
  /** Of help, and of what is wrong with a call. */
  readonly words: CommandWords;
  /** That of the surroundings, which holds where a call names none. */
  readonly language: Language;
  /** Runs the command that was called; it resolves to the exit code. */
  readonly run: (call: (io: CliIo, runProgram: RunProgram) => Promise<number>) => Promise<void>;
  /** Plays the demo. @default - it is not here @returns the exit code */
  readonly demo?: PlayDemo;
}

const DEFAULT_LOOKBACK = '3h';

/** How far back a command looks. */
export function toLookback(words: CommandWords): Option {
  const { parseLookback } = createParsers(words);
  return new Option('--lookback <duration>', words.help.options.lookback)
    .argParser(parseLookback)
    .default(parseLookback(DEFAULT_LOOKBACK), DEFAULT_LOOKBACK);
}

/** Adds a command to the program. */
export type AddCommand = (root: Command, surroundings: CommandSurroundings) => void;
