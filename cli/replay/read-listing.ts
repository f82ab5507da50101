import { parseListing } from '../../lib/core/listing-pages';
import { CliError, EXIT } from '../cli-error';
import type { CliIo } from '../process-io';

/** A saved reply of the AWS CLI that a replay takes. */
export interface ListingKind {
  readonly option: string;
  /** Key of the rows. */
  readonly key: string;
  /** Command that saves it. */
  readonly command: string;
}

/** Reads a file, or standard input for `-`. @throws CliError when it cannot be read. */
export async function readFile(path: string, option: string, io: CliIo): Promise<string> {
  try {
    return await io.readText(path);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `${option} ${path} cannot be read (${why}); name a file of UTF-8 text, or - for standard input`;
    throw new CliError(EXIT.wrongCall, message, { cause });
  }
}

/** Reads the rows of a saved listing; `[]` when it has none. @throws CliError when it is no such listing. */
export async function readListing(path: string, kind: ListingKind, io: CliIo): Promise<unknown[]> {
  const text = await readFile(path, kind.option, io);
  const advice = `save the JSON output of: ${kind.command}`;
  let rows: unknown[] | null;
  try {
    rows = parseListing(text, kind.key);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.wrongCall, `${kind.option} ${path} is no JSON (${why}); ${advice}`, { cause });
  }
  if (rows === null) throw new CliError(EXIT.wrongCall, `${kind.option} ${path} has no "${kind.key}" list; ${advice}`);
  return rows;
}
