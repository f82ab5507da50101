import { type Consumer, createConsumer } from './consumer';

const PROGRAM = 'node_modules/.bin/quota-watchdog';

let consumer: Consumer;

beforeAll(() => {
  consumer = createConsumer([]);
});

afterAll(() => consumer.remove());

/** What a client of the Model Context Protocol says first, and asks. */
const CONVERSATION = [
  {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
  { jsonrpc: '2.0', id: 2, method: 'tools/list', params: {} },
];

test('installed alone it brings no CDK and no client of AWS', () => {
  expect(consumer.installed()).toEqual(['bedrock-quota-watchdog', 'cockatiel']);
});

test('says its version and its help, in both languages', () => {
  const { version } = JSON.parse(consumer.read('node_modules/bedrock-quota-watchdog/package.json'));
  expect(consumer.run(PROGRAM, ['--version'])).toEqual({ status: 0, out: `${version}\n`, error: '' });
  expect(consumer.run('npx', ['--no-install', 'quota-watchdog', '--help']).out).toContain('headroom');
  expect(consumer.run(PROGRAM, ['--help', '--language', 'pt-BR']).out).toContain('Opções');
});

test.each([
  ['check', '--local', '--json'],
  ['quotas', '--local', '--json'],
  ['doctor', '--local', '--json'],
  ['explain', 'Too many tokens per day', '--local', '--json'],
  ['explain', '--recent', '--local', '--json'],
  ['headroom', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', '--local', '--json'],
  ['requests', '--local', '--json'],
])('%s %s %s: asks the local account by the clients of AWS that are bundled', (...args) => {
  const { status, out } = consumer.run(PROGRAM, [...args, '--region', 'us-east-1']);
  // Something is critical in the local account.
  expect([0, 1]).toContain(status);
  expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1 });
});

test('says who was asked and does not answer, and no line of code', () => {
  const environment = {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'y',
    AWS_MAX_ATTEMPTS: '1',
  };
  const { status, out, error } = consumer.run(PROGRAM, ['check', '--region', 'us-east-1'], { environment });
  expect(status).toBe(3);
  expect(out).toContain('servicequotas:ListServiceQuotas failed (Error: connect ECONNREFUSED');
  expect(`${out}${error}`).not.toContain('node_modules');
});

test('mcp: serves its tools', () => {
  const input = CONVERSATION.map((message) => `${JSON.stringify(message)}\n`).join('');
  const { status, out } = consumer.run(PROGRAM, ['mcp', '--region', 'us-east-1'], { input });
  expect(status).toBe(0);
  const [hello, list] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(hello.result.serverInfo.name).toBe('quota-watchdog');
  expect(list.result.tools.map(({ name }: { name: string }) => name)).toContain('check');
});

test('loads the client of the protocol, the demo and the local account only when they are asked for', () => {
  const folder = 'node_modules/bedrock-quota-watchdog/dist/bin';
  const loaded = new Map<string, string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    const text = consumer.read(`${folder}/${file}`);
    loaded.set(file, text);
    // What is loaded later is in parentheses: import("./…").
    for (const [, other] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.mjs)"/g)) load(other ?? '');
  };
  load('quota-watchdog.mjs');
  const all = [...loaded.values()].join('\n');
  expect(all).toContain('ListServiceQuotas');
  for (const telling of ['notifications/initialized', 'quota-list.tsv', 'demo-stack', 'dynalite'])
    expect(all).not.toContain(telling);
});
