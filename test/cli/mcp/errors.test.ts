import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount } from '../busy-account';
import { replaceEnvironment, runCli } from '../captured-io';
import { type ConnectedClient, connectClient, textsOf } from './mcp-client';

let busy: LocalAccount;
let connected: ConnectedClient;
beforeEach(async () => {
  busy = await startBusyAccount();
  replaceEnvironment(busy.environment);
  connected = await connectClient();
});
afterEach(async () => {
  await connected.client.close();
  await busy.close();
});

/** What a call without an answer says. */
async function errorOf(name: string, values: Record<string, unknown>): Promise<string> {
  const result = await connected.call(name, values);
  expect(result).toMatchObject({ isError: true, content: [expect.anything()] });
  expect(result.structuredContent).toBeUndefined();
  return textsOf(result).join('\n');
}

test.each([
  ['quotas', { region: ['moon'] }, ['quotas', '--region', 'moon']],
  ['check', { lookback: '2d' }, ['check', '--lookback', '2d']],
  ['check', { at: 'yesterday' }, ['check', '--at', 'yesterday']],
  ['explain', { text: ' ' }, ['explain', ' ']],
  ['headroom', { model: 'nobody' }, ['headroom', 'nobody']],
  [
    'headroom',
    { model: PROFILE, regions: ['us-east-1', 'moon'] },
    ['headroom', PROFILE, '--regions', 'us-east-1,moon'],
  ],
  ['usage', { model: PROFILE, days: 0.5 }, ['usage', PROFILE, '--days', '0.5']],
  ['usage', { model: PROFILE, days: -3 }, ['usage', PROFILE, '--days=-3']],
  ['usage', { model: PROFILE, by: 'caller' }, ['usage', PROFILE, '--by', 'caller']],
  ['pace', {}, ['pace']],
] as const)('%s %j is refused in the words of the command line', async (name, values, args) => {
  const { error, exitCode } = await runCli(args);
  expect(exitCode).toBe(2);
  expect(`${await errorOf(name, values)}\n`).toBe(error);
});

test('values that look like flags are values', async () => {
  expect(await errorOf('headroom', { model: '--html=/tmp/page.html' })).toContain('no model to look for: --html=');
  expect(await errorOf('usage', { model: PROFILE, by: '--yes' })).toContain("argument '--yes' is invalid");
  expect(await errorOf('check', { lookback: '3h --html=page.html' })).toContain('is invalid');
  expect(connected.touched).toEqual([]);
});

test('a tool reads no file and no standard input', async () => {
  expect(await errorOf('explain', { text: '-' })).toContain('reads neither standard input nor files');
  expect(connected.touched).toEqual([]);
});

test.each([
  ['explain', {}, /text/],
  ['check', { html: 'page.html' }, /html|additional/],
  ['plan', { model: PROFILE, requestsPerMinute: 'many', inputTokens: 1, outputTokens: 1 }, /requestsPerMinute/],
])('%s %j does not fit the schema', async (name, values, complaint) => {
  expect(await errorOf(name, values)).toMatch(complaint);
});

test('access denied names the action', async () => {
  busy.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', times: 9 });
  expect(await errorOf('quotas', {})).toMatch(/us-east-1: servicequotas:ListServiceQuotas/);
});

test('a Region that cannot be read is a note beside the document of the other', async () => {
  busy.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', times: 1 });
  const result = await connected.call('quotas', { region: ['us-east-1', 'us-west-2'], zero: true });
  const [, ...notes] = textsOf(result);
  expect(result.structuredContent).toMatchObject({ regions: [expect.anything()] });
  expect(notes).toEqual([expect.stringContaining('servicequotas:ListServiceQuotas')]);
});

test('without credentials, says where to get them', async () => {
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...rest } = busy.environment;
  replaceEnvironment(rest);
  const { error, exitCode } = await runCli('quotas');
  expect(exitCode).toBe(3);
  expect(`${await errorOf('quotas', {})}\n`).toBe(error);
});

test('complains in the language of the server', async () => {
  const own = await connectClient({ language: 'pt-BR' });
  expect(textsOf(await own.call('explain', { text: '-' }))).toEqual([
    expect.stringContaining('não lê a entrada padrão'),
  ]);
  await own.client.close();
});
