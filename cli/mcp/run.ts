import { once } from 'node:events';
import { commandWordsOf } from '../../lib/language/command-words';
import { readBurndownFile } from '../settings/read-burndown';
import { readOverridesFile } from '../settings/read-overrides';
import { readRulesFile } from '../settings/read-rules';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import { guardFiles, type McpOptions } from './call-command';
import { prepareServer, type ServerContext } from './server';

/** Complains of files that cannot be used now, not at the first call. @throws CliError */
async function tryFiles(options: McpOptions, io: CliIo): Promise<void> {
  const { overrides, burndown, rules, language } = options;
  await readOverridesFile({ path: overrides, language }, io);
  await readBurndownFile({ path: burndown, language }, io);
  await readRulesFile({ path: rules, language }, io);
}

/** `mcp`: serves the tools on the standard streams of the process until its input ends. @throws CliError */
export async function runMcp(context: ServerContext): Promise<ExitCode> {
  const { options, io } = context;
  await tryFiles(options, { ...io, ...guardFiles(options, io) });
  if (io.isTerminal.out) complain(io, commandWordsOf(options.language).mcp.waiting);
  const createServer = await prepareServer(context);
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
  const ended = Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close')]);
  const handle = serveStdio(createServer, { onerror: ({ message }) => complain(io, message) });
  await ended;
  await handle.close();
  return EXIT.fine;
}
