import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';
import { type ConnectedClient, connectClient, textsOf } from './mcp-client';

const TOO_MANY = 'ThrottlingException: Too many tokens, please wait before trying again.';
const WORKLOAD = { requestsPerMinute: 200, inputTokens: 1500, outputTokens: 400, maxTokens: 1000 };

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

/** A call of a tool, and the call of the command line that it stands for. */
const CALLS: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
  ['quotas', { zero: true }, ['quotas', '--zero']],
  ['quotas', { zero: false, lowered: true, unmapped: true }, ['quotas', '--lowered', '--unmapped']],
  [
    'check',
    { lookback: '1d', at: '2026-10-14T14:30:00Z' },
    ['check', '--lookback', '1d', '--at', '2026-10-14T14:30:00Z'],
  ],
  ['explain', { text: TOO_MANY, model: PROFILE }, ['explain', TOO_MANY, '--model', PROFILE]],
  ['explain', { recent: '1h', model: PROFILE }, ['explain', '--recent', '1h', '--model', PROFILE]],
  [
    'headroom',
    { model: PROFILE, regions: ['us-east-1', 'us-west-2'] },
    ['headroom', PROFILE, '--regions', 'us-east-1,us-west-2'],
  ],
  ['usage', { model: PROFILE, days: 2, by: 'profile' }, ['usage', PROFILE, '--days', '2', '--by', 'profile']],
  [
    'plan',
    { model: PROFILE, ...WORKLOAD },
    ['plan', PROFILE, '--requests-per-minute=200', '--input-tokens=1500', '--output-tokens=400', '--max-tokens=1000'],
  ],
  ['pace', { model: PROFILE, tokensPerRequest: 500 }, ['pace', PROFILE, '--tokens-per-request', '500']],
  ['pace', { tokensPerDay: 100_000 }, ['pace', '--tokens-per-day', '100000']],
  ['requests', {}, ['requests']],
  [
    'quotas',
    { region: ['us-west-2', 'eu-west-1'], zero: true },
    ['quotas', '--zero', '--region=us-west-2', '--region=eu-west-1'],
  ],
];

test.each(CALLS)('%s %j gives the document of its command, as data and as text', async (name, values, args) => {
  const result = await connected.call(name, values);
  const { out, error } = await runCli([...args, '--json']);
  expect(result.isError).toBeFalsy();
  expect(result.structuredContent).toEqual(JSON.parse(out));
  const [text = '', ...notes] = textsOf(result);
  expect(JSON.parse(text)).toEqual(JSON.parse(out));
  expect(notes).toEqual(linesOf(error));
  expect(connected.touched).toEqual([]);
});

test('the tools are those that read, and say units, Regions and cost', async () => {
  const { tools } = await connected.client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'check',
    'explain',
    'headroom',
    'pace',
    'plan',
    'quotas',
    'requests',
    'usage',
  ]);
  for (const { annotations, description, inputSchema } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: true });
    expect(description).toMatch(/Cost: |\$0\.01 per 1,000 metrics/);
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    for (const property of Object.values(inputSchema.properties ?? {})) {
      expect(property).toMatchObject({ description: expect.stringMatching(/\.$/) });
    }
    expect(Object.keys(inputSchema.properties ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(html|out|yes|overrides|burndown|rules|replay|profile)$/)]),
    );
  }
  expect(connected.client.getInstructions()).toMatch(/throttled.*call explain with the error text.*then check/);
  expect(connected.client.getServerVersion()).toMatchObject({ name: 'quota-watchdog', version: '1.2.3' });
});

test('two calls at once do not mix', async () => {
  const [check, plan, pace] = await Promise.all([
    connected.call('check', {}),
    connected.call('plan', { model: PROFILE, ...WORKLOAD }),
    connected.call('pace', { tokensPerDay: 1_440 }),
  ]);
  expect(check.structuredContent).toMatchObject({ findings: expect.arrayContaining([expect.anything()]) });
  expect(plan.structuredContent).toMatchObject({ model: PROFILE, workload: WORKLOAD });
  expect(pace.structuredContent).toMatchObject({ tokensPerMinute: 1 });
});

test('Regions of the server hold until a call names its own', async () => {
  const west = await connectClient({ region: ['us-west-2'] });
  expect((await west.call('quotas', { zero: true })).structuredContent).toMatchObject({ region: 'us-west-2' });
  expect((await west.call('quotas', { zero: true, region: [] })).structuredContent).toMatchObject({
    region: 'us-west-2',
  });
  const own = await west.call('quotas', { zero: true, region: ['eu-west-1'] });
  expect(own.structuredContent).toMatchObject({ region: 'eu-west-1' });
  await west.client.close();
});

test('files of the server hold for its tools', async () => {
  const texts = { 'map.json': JSON.stringify({ [TPM]: ['amazon.nova-lite-v1:0'] }) };
  const own = await connectClient({ overrides: 'map.json' }, texts);
  const { structuredContent } = await own.call('quotas', {});
  expect(structuredContent).toMatchObject({
    quotas: expect.arrayContaining([
      expect.objectContaining({ quotaCode: TPM, modelIds: ['amazon.nova-lite-v1:0'], mapping: 'override' }),
    ]),
  });
  expect(own.touched).toEqual([]);
  await own.client.close();
});
