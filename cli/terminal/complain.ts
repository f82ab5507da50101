import { toOneLine, toPlain } from './plain-text';
import type { CliIo } from './process-io';

/** Name before every line on standard error. */
export const PROGRAM = 'quota-watchdog';

/** Writes one line to standard error. */
export function complain(io: CliIo, text: string): void {
  io.writeError(`${PROGRAM}: ${toOneLine(text)}\n`);
}

/** Writes the stack of an error and of what caused it. */
export function showStack(io: CliIo, error: unknown): void {
  if (!(error instanceof Error)) return;
  io.writeError(`${(error.stack ?? error.message).split('\n').map(toPlain).join('\n')}\n`);
  if (error.cause !== undefined) showStack(io, error.cause);
}
