import { writeFileSync } from 'node:fs';

/** All the command line touches of its process; tests bring one that captures. */
export interface CliIo {
  /** The SDK reads `process.env`, so anything else here is not seen by it. */
  readonly env: Record<string, string | undefined>;
  /** Whether standard output and standard error are terminals. */
  readonly isTerminal: { readonly out: boolean; readonly error: boolean };
  writeOut(text: string): void;
  writeError(text: string): void;
  /** @throws Error when the file cannot be written. */
  writeFile(path: string, text: string): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The process itself. A reader that closes the pipe early (`| head`) ends the program quietly. */
export function createProcessIo(): CliIo {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    env: process.env,
    isTerminal: { out: process.stdout.isTTY === true, error: process.stderr.isTTY === true },
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    writeFile: (path, text) => writeFileSync(path, text),
    now: Date.now,
  };
}
