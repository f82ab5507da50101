import { readActiveSeries } from '../../aws/cloudwatch';
import { readUsage } from '../../aws/metric-points';
import type { LocalAccountOptions } from '../../local/account/account-options';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { clientsOf } from '../local/clients';

const NOON = new Date('2026-10-14T12:00:00Z');
const MINUTE = NOON.getTime() / 60_000;
const OPUS = 'anthropic.claude-opus-4-8';
const RANGE = { from: MINUTE - 60, until: MINUTE + 10 };

let account: LocalAccount | undefined;

/** An account whose values show at once, ten minutes after noon. */
async function start(options: Partial<LocalAccountOptions> = {}) {
  account = await startLocalAccount({ now: NOON, quotas: [], visibility: () => 0, ...options });
  account.clock.set(new Date('2026-10-14T12:10:00Z'));
  return { account, cloudWatch: clientsOf(account.url).cloudWatch };
}

afterEach(async () => {
  await account?.close();
  account = undefined;
});

/** Spends on both endpoints in the minute of noon; the mantle in two projects. */
function spendBoth({ traffic, record }: LocalAccount): void {
  traffic.spendMantle({ model: OPUS, at: NOON.getTime(), inferences: 2, input: 300, output: 40 });
  traffic.spendMantle({
    model: OPUS,
    project: 'checkout',
    at: NOON.getTime(),
    input: 500,
    output: 60,
    clientErrors: 3,
  });
  for (const [name, sum] of [
    ['Invocations', 7],
    ['InputTokenCount', 11],
  ] as const)
    record({ namespace: 'AWS/Bedrock', name, dimensions: { ModelId: OPUS } }, { minute: MINUTE, sum });
}

/** The model ids' own series of both endpoints, by endpoint and model id: column → value of the minute of noon. */
async function readNoon({ account: { url } }: { account: LocalAccount }) {
  const { cloudWatch } = clientsOf(url);
  const listed = await readActiveSeries(cloudWatch, false);
  const requests = listed.value.map((series) => ({ ...series, ...RANGE }));
  const read = await readUsage(cloudWatch, requests, new Map());
  expect([...listed.blindSpots, ...read.blindSpots]).toEqual([]);
  const own = read.value.filter(({ set }) => set === undefined);
  return own.map(({ endpoint, modelId, columns }) => ({
    endpoint,
    modelId,
    ...Object.fromEntries(Object.entries(columns).map(([kind, points]) => [kind, points?.get(MINUTE) ?? null])),
  }));
}

const BOTH = [
  { endpoint: 'runtime', modelId: OPUS, invocations: 7, input: 11 },
  { endpoint: 'mantle', modelId: OPUS, invocations: 3, clientErrors: 3, input: 800, output: 100 },
];

const MANTLE_METRICS = ['InferenceClientErrors', 'Inferences', 'TotalInputTokens', 'TotalOutputTokens'];

describe('which series are active', () => {
  it('of the four dimension levels of the mantle endpoint, the project alone is none: the account has all of them', async () => {
    const { account, cloudWatch } = await start({ pageSizes: { metrics: 1 } });
    spendBoth(account);
    const { value, blindSpots } = await readActiveSeries(cloudWatch, false);
    expect(blindSpots).toEqual([]);
    expect(value).toEqual([
      { endpoint: 'runtime', modelId: OPUS, metricNames: ['InputTokenCount', 'Invocations'] },
      { endpoint: 'mantle', modelId: '', set: '', metricNames: MANTLE_METRICS },
      { endpoint: 'mantle', modelId: OPUS, metricNames: MANTLE_METRICS },
      { endpoint: 'mantle', modelId: OPUS, set: 'Project=checkout', metricNames: MANTLE_METRICS },
      {
        endpoint: 'mantle',
        modelId: OPUS,
        set: 'Project=default',
        metricNames: ['Inferences', 'TotalInputTokens', 'TotalOutputTokens'],
      },
    ]);
  });

  it('calls of models by agents are a series of the model id, by operation', async () => {
    const { account, cloudWatch } = await start();
    const count = (dimensions: Record<string, string>) =>
      account.record(
        { namespace: 'AWS/Bedrock/Agents', name: 'ModelInvocationCount', dimensions },
        { minute: MINUTE, sum: 4 },
      );
    count({ Operation: 'InvokeAgent', ModelId: OPUS });
    count({ Operation: 'InvokeAgent' });
    count({
      Operation: 'InvokeAgent',
      ModelId: OPUS,
      AgentAliasArn: 'arn:aws:bedrock:us-east-1:111122223333:agent-alias/a/b',
    });
    const { value } = await readActiveSeries(cloudWatch, false);
    expect(value).toEqual([
      { endpoint: 'runtime', modelId: OPUS, set: 'Operation=InvokeAgent', metricNames: ['ModelInvocationCount'] },
    ]);
    const requests = value.map((series) => ({ ...series, ...RANGE }));
    const read = await readUsage(cloudWatch, requests, new Map());
    expect(read.value[0]?.columns.invocations?.get(MINUTE)).toBe(4);
  });

  it('a listing that fails hides nothing of the other endpoint', async () => {
    const { account, cloudWatch } = await start();
    spendBoth(account);
    account.faults.add({ service: 'cloudwatch', operation: 'ListMetrics', kind: 'accessDenied', times: 1 });
    const { value, blindSpots } = await readActiveSeries(cloudWatch, true);
    expect(value.map(({ endpoint }) => endpoint)).toEqual(['mantle', 'mantle', 'mantle', 'mantle']);
    expect(blindSpots).toMatchObject([{ source: 'cloudwatch:ListMetrics' }]);
  });

  it('two listings that fail alike are told once', async () => {
    const { account, cloudWatch } = await start();
    account.faults.add({ service: 'cloudwatch', operation: 'ListMetrics', kind: 'accessDenied' });
    expect((await readActiveSeries(cloudWatch, true)).blindSpots).toHaveLength(1);
  });
});

describe('the points of a series', () => {
  it('one id on both endpoints is two readings, one metric a call', async () => {
    const { account } = await start();
    spendBoth(account);
    expect(await readNoon({ account })).toEqual(BOTH);
    // Two of the runtime; of the mantle four of the model, four of the account, four and three of the projects.
    expect(account.calls.get('cloudwatch:GetMetricStatistics')).toBe(17);
  });

  it('and in one batch of both namespaces', async () => {
    const { account } = await start();
    spendBoth(account);
    const dimensions = (index: number) => ({ ModelId: `amazon.model-${index}` });
    for (let index = 0; index < 40; index++) {
      account.record(
        { namespace: 'AWS/Bedrock', name: 'Invocations', dimensions: dimensions(index) },
        { minute: MINUTE, sum: 1 },
      );
    }
    const readings = await readNoon({ account });
    expect(readings.filter(({ modelId }) => modelId === OPUS)).toEqual(BOTH);
    expect(account.calls.get('cloudwatch:GetMetricData')).toBe(1);
    expect(account.calls.get('cloudwatch:MetricsRequested')).toBe(57);
  });

  it('never sums the dimension sets of one call: the service tiers are the same calls again', async () => {
    const { account } = await start();
    for (const [tier, sum] of [
      [undefined, 100],
      ['default', 70],
      ['priority', 30],
    ] as const) {
      const dimensions = { ModelId: OPUS, ...(tier ? { ServiceTier: tier, ResolvedServiceTier: tier } : {}) };
      for (const name of ['Invocations', 'EstimatedTPMQuotaUsage'])
        account.record({ namespace: 'AWS/Bedrock', name, dimensions }, { minute: MINUTE, sum });
    }
    expect(await readNoon({ account })).toEqual([
      { endpoint: 'runtime', modelId: OPUS, invocations: 100, estimatedTpm: 100 },
    ]);
  });

  it.each([
    ['both, alike', { CacheReadInputTokenCount: 50, CacheReadInputTokens: 50 }, { cacheRead: 50 }],
    ['both, one late', { CacheWriteInputTokenCount: 20, CacheWriteInputTokens: 90 }, { cacheWrite: 90 }],
    ['the long one', { CacheReadInputTokenCount: 50, CacheWriteInputTokenCount: 9 }, { cacheRead: 50, cacheWrite: 9 }],
    ['the short one', { CacheReadInputTokens: 50, CacheWriteInputTokens: 9 }, { cacheRead: 50, cacheWrite: 9 }],
  ])('counts the cache once, whatever its metrics are called: %s', async (_, sums, expected) => {
    const { account } = await start();
    for (const [name, sum] of Object.entries(sums))
      account.record({ namespace: 'AWS/Bedrock', name, dimensions: { ModelId: OPUS } }, { minute: MINUTE, sum });
    expect(await readNoon({ account })).toEqual([{ endpoint: 'runtime', modelId: OPUS, ...expected }]);
  });
});
