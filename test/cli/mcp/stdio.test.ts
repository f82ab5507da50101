import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type CallToolResult, Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { ROOT } from '../../lib/cdk/fixtures';
import { linesOf, NOW, runCli } from '../captured-io';

/** The program as `npm run cli` starts it. */
const ARGS = ['--import', 'tsx', join(ROOT, 'bin', 'quota-watchdog.ts')];

let account: LocalAccount;
beforeAll(async () => {
  account = await startLocalAccount({ now: new Date(NOW) });
});
afterAll(() => account.close());

test('serves the SDK client over the streams of a process', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...ARGS, 'mcp', '--region', 'us-west-2'],
    env: { ...account.environment, PATH: process.env.PATH ?? '' },
    cwd: ROOT,
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain('explain');
  const result = (await client.callTool({ name: 'quotas', arguments: { zero: true } })) as CallToolResult;
  expect(result.structuredContent).toMatchObject({ region: 'us-west-2', counts: { inference: 378 } });
  await client.close();
});

test('ends with 0 where its input ends; standard output has the protocol alone', async () => {
  const child = spawn(process.execPath, [...ARGS, 'mcp'], {
    cwd: ROOT,
    env: { ...process.env, ...account.environment },
  });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
    // The one answer is here.
    child.stdin.end();
  });
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
  const [exitCode] = await once(child, 'close');
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
  expect(linesOf(out).map((line) => JSON.parse(line))).toMatchObject([
    { jsonrpc: '2.0', id: 1, result: { serverInfo: { name: 'quota-watchdog' } } },
  ]);
});

test.each([
  ['mcp --overrides /nonexistent/map.json', '--overrides /nonexistent/map.json cannot be read'],
  ['mcp --rules -', 'reads neither standard input'],
  ['mcp now', 'too many arguments'],
])('%s is a wrong call, in one line, before anything is served', async (args, complaint) => {
  const { out, error, exitCode } = await runCli(args);
  expect({ out, exitCode, lines: linesOf(error).length }).toEqual({ out: '', exitCode: 2, lines: 1 });
  expect(error).toContain(complaint);
});
