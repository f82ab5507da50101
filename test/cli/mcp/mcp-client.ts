import { type CallToolResult, Client, InMemoryTransport } from '@modelcontextprotocol/client';
import type { McpOptions } from '../../../cli/mcp/call-command';
import { prepareServer } from '../../../cli/mcp/server';
import { createProgram } from '../../../cli/program/program';
import type { CliIo } from '../../../cli/terminal/process-io';
import { NO_TERMINAL, NOW } from '../captured-io';

/** A client of a server in this process, and the files its tools tried to touch. */
export interface ConnectedClient {
  readonly client: Client;
  readonly touched: readonly string[];
  call(name: string, values: Record<string, unknown>): Promise<CallToolResult>;
}

/** Text of every block of a result. */
export function textsOf({ content }: CallToolResult): string[] {
  return content.map((block) => (block.type === 'text' ? block.text : block.type));
}

/** Connects the SDK's own client to a server whose clock is {@link NOW}. @param texts path → text of the files there are. */
export async function connectClient(
  options: Partial<McpOptions> = {},
  texts: Readonly<Record<string, string>> = {},
): Promise<ConnectedClient> {
  const touched: string[] = [];
  const refuse = (what: string) => {
    touched.push(what);
    throw new Error(`${what} is out of reach`);
  };
  const io: CliIo = {
    env: process.env,
    isTerminal: { out: true, error: true },
    terminal: NO_TERMINAL,
    writeOut: () => refuse('standard output'),
    writeError: () => refuse('standard error'),
    writeFile: (path) => refuse(path),
    readText: async (path) => texts[path] ?? refuse(path),
    ask: async (question) => refuse(question),
    now: () => Date.parse(NOW),
    wait: async () => undefined,
  };
  const createServer = await prepareServer({
    options: { region: [], language: 'en', ...options },
    io,
    runProgram: (args, other) => createProgram(other).run(args),
    version: '1.2.3',
  });
  const [mine, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1.0.0' });
  await Promise.all([createServer().connect(theirs), client.connect(mine)]);
  return {
    client,
    touched,
    call: async (name, values) => (await client.callTool({ name, arguments: values })) as CallToolResult,
  };
}
