import { parseListing } from '../../lib/core/quotas/listing-pages';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';

/** A saved reply of the AWS CLI that a replay takes. */
export interface ListingKind {
  readonly option: string;
  /** Key of the rows. */
  readonly key: string;
  /** Command that saves it. */
  readonly command: string;
}

/** The file of an option, and the language in which it is complained of. */
export interface ReplayPath {
  readonly path: string;
  readonly words: CommandWords;
}

/** Reads a file, or standard input for `-`. @throws CliError when it cannot be read. */
export async function readFile({ path, words, option }: ReplayPath & { option: string }, io: CliIo): Promise<string> {
  try {
    return await io.readText(path);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.wrongCall, words.replay.file.unreadable(`${option} ${path}`, why), { cause });
  }
}

/** Reads the rows of a saved listing; `[]` when it has none. @throws CliError when it is no such listing. */
export async function readListing(file: ReplayPath & { kind: ListingKind }, io: CliIo): Promise<unknown[]> {
  const { option, key, command } = file.kind;
  const { notJson, noList } = file.words.replay.file;
  const text = await readFile({ ...file, option }, io);
  const place = `${option} ${file.path}`;
  let rows: unknown[] | null;
  try {
    rows = parseListing(text, key);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.wrongCall, notJson(place, why, command), { cause });
  }
  if (rows === null) throw new CliError(EXIT.wrongCall, noList(place, key, command));
  return rows;
}
