import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import type { Language } from '../../lib/language/language';
import { CliError, EXIT } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';

function toWrongCall(message: string, cause: unknown): CliError {
  return new CliError(EXIT.wrongCall, message, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The file of an option, and how it is complained of. */
export interface SettingsPath {
  readonly path: string | undefined;
  readonly language: Language;
}

/** How a text is complained of. */
export interface SettingsTelling {
  /** What complaints begin with: option and file. */
  readonly place: string;
  readonly words: CommandWords;
}

/** An option that names a file of JSON, and how its text is read. */
export interface SettingsFile<T> extends SettingsPath {
  readonly option: string;
  readonly parse: (text: string, telling: SettingsTelling) => T;
  /** What holds without the option. */
  readonly none: T;
}

/** The settings in the file of an option. @throws CliError when the file does not hold them. */
export async function readSettingsFile<T>(
  { option, path, language, parse, none }: SettingsFile<T>,
  io: CliIo,
): Promise<T> {
  if (path === undefined) return none;
  const words = commandWordsOf(language);
  const place = `${option} ${path}`;
  let text: string;
  try {
    text = await io.readText(path);
  } catch (error) {
    throw toWrongCall(words.settings.unreadable(place, messageOf(error)), error);
  }
  try {
    return parse(text, { place, words });
  } catch (error) {
    // JSON that is nested too deep ends in an error of the language, which names no file.
    const isNested = error instanceof RangeError;
    throw toWrongCall(isNested ? words.settings.unreadable(place, messageOf(error)) : messageOf(error), error);
  }
}
