import { type ModelOverrides, parseModelOverrides } from '../lib/core/model-overrides';
import { CliError, EXIT } from './cli-error';
import type { CliIo } from './process-io';

function toWrongCall(message: string, cause: unknown): CliError {
  return new CliError(EXIT.wrongCall, message, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The overrides of `--overrides FILE`; none without the option. @throws CliError when the file does not hold them. */
export async function readOverridesFile(path: string | undefined, io: CliIo): Promise<ModelOverrides> {
  if (path === undefined) return {};
  let text: string;
  try {
    text = await io.readText(path);
  } catch (error) {
    throw toWrongCall(`--overrides ${path} cannot be read (${messageOf(error)}); name a file of JSON`, error);
  }
  try {
    return parseModelOverrides(text, `--overrides ${path}`);
  } catch (error) {
    throw toWrongCall(messageOf(error), error);
  }
}
