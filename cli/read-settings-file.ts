import { CliError, EXIT } from './cli-error';
import type { CliIo } from './process-io';

function toWrongCall(message: string, cause: unknown): CliError {
  return new CliError(EXIT.wrongCall, message, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An option that names a file of JSON, and how its text is read. `place` begins the complaints of `parse`. */
export interface SettingsFile<T> {
  readonly option: string;
  readonly path: string | undefined;
  readonly parse: (text: string, place: string) => T;
  /** What holds without the option. */
  readonly none: T;
}

/** The settings in the file of an option. @throws CliError when the file does not hold them. */
export async function readSettingsFile<T>({ option, path, parse, none }: SettingsFile<T>, io: CliIo): Promise<T> {
  if (path === undefined) return none;
  let text: string;
  try {
    text = await io.readText(path);
  } catch (error) {
    throw toWrongCall(`${option} ${path} cannot be read (${messageOf(error)}); name a file of JSON`, error);
  }
  try {
    return parse(text, `${option} ${path}`);
  } catch (error) {
    throw toWrongCall(messageOf(error), error);
  }
}
