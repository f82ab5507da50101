import type { RunProgram } from '../terminal/command';
import { PROGRAM } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import { type CommandAnswer, callCommand, type McpOptions } from './call-command';
import type { InputKind, Tool, ToolInput, ToolValues } from './tool';
import { INSTRUCTIONS, TOOLS } from './tools';

/** What the tools of a server are over. */
export interface ServerContext {
  readonly options: McpOptions;
  readonly io: CliIo;
  readonly runProgram: RunProgram;
  /** Of this program. */
  readonly version: string;
}

/** The official SDK. It takes 100 to 200 ms to load (2026-11), so no other command does. */
const loadSdk = () => import('@modelcontextprotocol/server');

const LIST = { type: 'array', items: { type: 'string' } } as const;
const TYPES = {
  text: { type: 'string' },
  number: { type: 'number' },
  switch: { type: 'boolean' },
  repeated: LIST,
  joined: LIST,
} as const satisfies Readonly<Record<InputKind, object>>;

function toProperty({ name, kind, description }: ToolInput) {
  return [name, { ...TYPES[kind], description }] as const;
}

/** JSON Schema of what a tool takes: names and types; the rules of the values are the command line's. */
function toInputSchema({ inputs }: Tool) {
  return {
    type: 'object' as const,
    properties: Object.fromEntries(inputs.map(toProperty)),
    required: inputs.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** The document as it is and as text, the notes after it; without a document the notes are the error. */
function toResult({ document, notes }: CommandAnswer) {
  const told = notes.map((text) => ({ type: 'text' as const, text }));
  if (document === null) return { content: told, isError: true };
  return { content: [{ type: 'text' as const, text: JSON.stringify(document) }, ...told], structuredContent: document };
}

/** Prepares servers of the Model Context Protocol: each call of the function gives one with every tool. */
export async function prepareServer(context: ServerContext) {
  const { McpServer, fromJsonSchema } = await loadSdk();
  return () => {
    const server = new McpServer({ name: PROGRAM, version: context.version }, { instructions: INSTRUCTIONS });
    for (const tool of TOOLS) {
      const { name, title, description } = tool;
      const config = {
        title,
        description,
        inputSchema: fromJsonSchema<ToolValues>(toInputSchema(tool)),
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
      };
      server.registerTool(name, config, async (values) => toResult(await callCommand(tool, values, context)));
    }
    return server;
  };
}
