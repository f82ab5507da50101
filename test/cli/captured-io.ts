import { readFile } from 'node:fs/promises';
import { createProgram, type OutsideCommands } from '../../cli/program/program';
import type { CliIo } from '../../cli/terminal/process-io';
import type { LiveTerminal } from '../../cli/terminal/terminal';

/** What a run of the command line did. */
export interface CapturedRun {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>;
}

/** Surroundings of a run that differ from a plain pipe at 14:33 on 2026-10-14. */
export interface RunOptions {
  readonly isTerminal?: boolean;
  readonly commands?: OutsideCommands;
  readonly writeFile?: CliIo['writeFile'];
  /** What is answered to a question. @default - nobody is there */
  readonly answer?: string;
  /** Parts of the surroundings themselves, such as those of a fake terminal. */
  readonly io?: Partial<CliIo>;
  /** Path → text of files that can be read, `-` among them; other paths are files of this machine. */
  readonly texts?: Readonly<Record<string, string>>;
}

const NEVER = () => () => undefined;

/** A terminal in which nothing ever happens. */
export const NO_TERMINAL: LiveTerminal = {
  size: () => ({ columns: 80, rows: 24 }),
  onResize: NEVER,
  onKey: NEVER,
  onInterrupt: NEVER,
  startTimer: NEVER,
};

/** The moment the tests are run at. */
export const NOW = '2026-10-14T14:33:00Z';

/** Runs the command line in this process (a text is split at its spaces), over `process.env`, and keeps what it writes. */
export async function runCli(args: string | readonly string[], options: RunOptions = {}): Promise<CapturedRun> {
  let out = '';
  let error = '';
  const files = new Map<string, string>();
  const isTerminal = options.isTerminal ?? false;
  const io: CliIo = {
    env: process.env,
    isTerminal: { out: isTerminal, error: isTerminal },
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    writeFile: options.writeFile ?? ((path, text) => void files.set(path, text)),
    readText: async (path) => options.texts?.[path] ?? readFile(path, 'utf8'),
    ask: async (question) => {
      error += question;
      return options.answer ?? null;
    },
    now: () => Date.parse(NOW),
    wait: async () => undefined,
    terminal: NO_TERMINAL,
    ...options.io,
  };
  const words = typeof args === 'string' ? args.split(' ').filter((arg) => arg !== '') : args;
  const exitCode = await createProgram(io, options.commands).run(words);
  return { exitCode, out, error, files };
}

/** Lines of what was written, the last line break aside. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

const AWS_VARIABLE = /^(?:AWS_|NO_COLOR$|FORCE_COLOR$|HOME$)/;

/** Replaces every variable the SDK or the style looks at; other files of this machine are out of reach. */
export function replaceEnvironment(variables: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (AWS_VARIABLE.test(name)) delete process.env[name];
  Object.assign(process.env, {
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/nonexistent/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
    HOME: '/nonexistent',
    ...variables,
  });
}
