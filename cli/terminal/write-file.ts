import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from './cli-error';
import type { CliIo } from './process-io';

/** Writes a file that was asked for. @throws CliError when it cannot be written. */
export function writeTextFile(path: string, text: string, { complaints }: CommandWords, io: CliIo): void {
  try {
    io.writeFile(path, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.wrongCall, complaints.check.unwritten(why), { cause });
  }
}
