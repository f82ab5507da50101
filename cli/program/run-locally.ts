import { toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';

/** A stand-in for an AWS account on loopback. */
export interface LocalSurroundings {
  /** Variables by which the SDK talks to it and to no other. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly close: () => Promise<void>;
}

/** Starts it. */
export type StartLocal = () => Promise<LocalSurroundings>;

const AWS_VARIABLE = /^AWS_/;

/** A module of development that an installed package is without. */
function isMissingModule(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}

async function start(startLocal: StartLocal | undefined, { complaints }: CommandWords): Promise<LocalSurroundings> {
  if (!startLocal) throw new CliError(EXIT.wrongCall, complaints.local.cloneOnly);
  try {
    return await startLocal();
  } catch (cause) {
    if (!isMissingModule(cause)) throw cause;
    throw new CliError(EXIT.wrongCall, complaints.local.cloneOnly, { cause });
  }
}

/**
 * Runs a call against the local account: no variable of AWS is left that could lead elsewhere, and the clock is the account's.
 * @throws CliError 2 where there is none.
 */
export async function runLocally(
  call: (io: CliIo) => Promise<number>,
  {
    startLocal,
    words,
    io,
  }: { readonly startLocal: StartLocal | undefined; readonly words: CommandWords; readonly io: CliIo },
): Promise<number> {
  const local = await start(startLocal, words);
  const before = Object.entries(io.env).filter(([name]) => AWS_VARIABLE.test(name));
  const clear = () => {
    for (const name of Object.keys(io.env)) if (AWS_VARIABLE.test(name)) delete io.env[name];
  };
  try {
    clear();
    Object.assign(io.env, local.environment);
    complain(io, words.complaints.local.started(toSpokenTime(toMinute(local.now()), 0)));
    // Nothing on loopback is to be spared.
    return await call({ ...io, now: local.now, wait: async () => undefined });
  } finally {
    clear();
    Object.assign(io.env, Object.fromEntries(before));
    await local.close();
  }
}
