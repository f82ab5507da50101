import { commandWordsOf } from '../../lib/language/command-words';
import type { RunProgram } from '../terminal/command';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import type { SettingsOption, Tool, ToolInput, ToolValues } from './tool';

/** Options of `mcp`: what holds for every tool. */
export type McpOptions = Pick<GlobalOptions, 'region' | 'profile' | 'language'> &
  Readonly<Partial<Record<SettingsOption, string>>>;

/** What the command of a tool answered. */
export interface CommandAnswer {
  /** Its JSON document; `null`: there is none, and the notes say why. */
  readonly document: Readonly<Record<string, unknown>> | null;
  /** What it said on standard error, a line each. */
  readonly notes: readonly string[];
}

/** Words of a call for one value. A value stays inside its word, so that none can become a flag of its own. */
function toFlags({ flag, kind }: ToolInput, value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  if (kind === 'switch') return value === true ? [`${flag}`] : [];
  if (kind === 'joined') return [`${flag}=${values.join(',')}`];
  return values.map((one) => `${flag}=${one}`);
}

/** The call that a tool stands for: defaults of the server, flags, and after `--` the argument. */
export function toCall({ name, inputs, settings }: Tool, values: ToolValues, options: McpOptions): string[] {
  const given = inputs.filter((input) => values[input.name] !== undefined);
  const flags = given.filter(({ flag }) => flag !== null);
  const isRegionGiven = Array.isArray(values.region) && values.region.length > 0;
  const files = settings.flatMap((setting) => (options[setting] ? [`--${setting}=${options[setting]}`] : []));
  const args = given.filter(({ flag }) => flag === null).map((input) => String(values[input.name]));
  return [
    '--json',
    `--language=${options.language}`,
    ...(options.profile === undefined ? [] : [`--profile=${options.profile}`]),
    ...(isRegionGiven ? [] : options.region.map((region) => `--region=${region}`)),
    name,
    ...files,
    ...flags.flatMap((input) => toFlags(input, values[input.name])),
    ...(args.length === 0 ? [] : ['--', ...args]),
  ];
}

/**
 * How a tool reads files: those that the server was started with and no other, whatever a model asks for. Standard input is
 * none of them: it carries the protocol.
 */
export function guardFiles(options: McpOptions, io: CliIo): Pick<CliIo, 'readText' | 'writeFile'> {
  const files = [options.overrides, options.burndown, options.rules];
  const refuse = () => new Error(commandWordsOf(options.language).mcp.noFiles);
  return {
    writeFile: () => {
      throw refuse();
    },
    readText: async (path) => {
      if (path === '-' || !files.includes(path)) throw refuse();
      return io.readText(path);
    },
  };
}

/** Surroundings of a call: what is written is kept, and nobody is there to ask. */
function captureIo(io: CliIo, options: McpOptions, captured: { out: string; error: string }): CliIo {
  return {
    ...guardFiles(options, io),
    env: io.env,
    isTerminal: { out: false, error: false },
    terminal: io.terminal,
    writeOut: (text) => {
      captured.out += text;
    },
    writeError: (text) => {
      captured.error += text;
    },
    ask: async () => null,
    now: io.now,
    wait: io.wait,
  };
}

/** Runs the command of a tool with the values a model sent. Never throws. */
export async function callCommand(
  tool: Tool,
  values: ToolValues,
  { options, io, runProgram }: { readonly options: McpOptions; readonly io: CliIo; readonly runProgram: RunProgram },
): Promise<CommandAnswer> {
  const captured = { out: '', error: '' };
  const exitCode = await runProgram(toCall(tool, values, options), captureIo(io, options, captured));
  const notes = captured.error.split('\n').filter((line) => line !== '');
  if (captured.out !== '') return { document: JSON.parse(captured.out), notes };
  const { noAnswer } = commandWordsOf(options.language).mcp;
  return { document: null, notes: notes.length > 0 ? notes : [noAnswer(String(exitCode))] };
}
