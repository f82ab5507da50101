import { Command, CommanderError } from 'commander';
import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import { isLanguage, LANGUAGES } from '../../lib/language/language';
import { CliError, EXIT } from '../terminal/cli-error';
import type { PlayDemo } from '../terminal/command';
import { complain, PROGRAM, showStack } from '../terminal/complain';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { addCommands } from './add-commands';
import { spellCallError } from './call-complaint';
import { findLanguage, LANGUAGE_VARIABLE, languageOfSurroundings } from './find-language';
import { runLocally, type StartLocal } from './run-locally';

/** Commands that live outside the command line and are handed in by the program's entry. */
export interface OutsideCommands {
  /** Plays the demo. @returns the exit code. */
  readonly demo?: PlayDemo;
  /** Starts the account of --local. */
  readonly startLocal?: StartLocal;
}

/** The command line, ready to run. */
export interface Program {
  /** Runs it with arguments (without the program's name); never throws. @returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

/** The program with the command that the arguments call, whose help has its options; the program alone where there is none. */
function nameCalled(root: Command, args: readonly string[]): string {
  const names = root.commands.map((command) => command.name());
  const called = args.find((arg) => names.includes(arg));
  return called === undefined ? PROGRAM : `${PROGRAM} ${called}`;
}

/** Says what ended the program. @returns the exit code. */
function complainOfEnd(error: unknown, { words, called }: { words: CommandWords; called: string }, io: CliIo): number {
  const { call, unexpected } = words.complaints;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine;
    if (error.code !== 'commander.help') complain(io, call.see(spellCallError(error, words), called));
    return EXIT.wrongCall;
  }
  if (error instanceof CliError) {
    complain(io, error.message);
    return error.exitCode;
  }
  complain(io, unexpected(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
  return EXIT.unreadable;
}

/** What is wrong with the language that the surroundings name; `null`: nothing. */
function badLanguage(env: CliIo['env'], { complaints }: CommandWords): string | null {
  const named = env[LANGUAGE_VARIABLE] ?? '';
  return named === '' || isLanguage(named) ? null : complaints.language(LANGUAGE_VARIABLE, named, LANGUAGES.join(', '));
}

/** Builds the command line over an {@link CliIo}. It speaks the language that the arguments of a run ask for. */
export function createProgram(io: CliIo, commands: OutsideCommands = {}): Program {
  return {
    async run(args) {
      const words = commandWordsOf(findLanguage(args, io.env));
      let exitCode: number = EXIT.fine;
      io.onOutputError?.((error) => {
        complain(io, words.complaints.outputLost(error.message));
        return EXIT.unreadable;
      });
      const bad = badLanguage(io.env, words);
      if (bad !== null) {
        complain(io, bad);
        return EXIT.wrongCall;
      }
      const root = new Command(PROGRAM)
        .configureOutput({
          writeOut: (text) => io.writeOut(text),
          writeErr: (text) => io.writeError(text),
          outputError: () => undefined,
        })
        .exitOverride();
      addCommands(root, {
        ...(commands.demo ? { demo: commands.demo } : {}),
        words,
        language: languageOfSurroundings(io.env),
        run: async (call) => {
          const runCall = (own: CliIo) => call(own, (otherArgs, otherIo) => createProgram(otherIo).run(otherArgs));
          const isLocal = root.opts<GlobalOptions>().local === true;
          exitCode = await (isLocal
            ? runLocally(runCall, { startLocal: commands.startLocal, words, io })
            : runCall(io));
        },
      });
      try {
        await root.parseAsync(args, { from: 'user' });
        return exitCode;
      } catch (error) {
        const code = complainOfEnd(error, { words, called: nameCalled(root, args) }, io);
        const isBug = !(error instanceof CommanderError);
        if (isBug && root.opts<GlobalOptions>().verbose) showStack(io, error);
        return code;
      }
    },
  };
}
