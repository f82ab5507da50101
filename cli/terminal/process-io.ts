import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { setTimeout } from 'node:timers/promises';
import { createProcessTerminal, type LiveTerminal } from './terminal';

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
  /** Text of a file, or of standard input for `-`. @throws Error when it cannot be read or is no text. */
  readText(path: string): Promise<string>;
  /** Asks on standard error and reads a line; `null`: nobody is there to answer. */
  ask(question: string): Promise<string | null>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits for so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** For what stays on screen. */
  readonly terminal: LiveTerminal;
}

/** Text of UTF-8, or of UTF-16 with its mark: PowerShell writes that. @throws TypeError when the bytes are neither. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = first === 0xff && second === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function askAtTerminal(question: string): Promise<string | null> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
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
    readText: async (path) => decodeText(path === '-' ? await readStandardInput() : await readFile(path)),
    ask: askAtTerminal,
    now: Date.now,
    wait: (milliseconds) => setTimeout(milliseconds),
    terminal: createProcessTerminal(),
  };
}
