import { createQuotaBook } from '../../../../local/quotas/book';
import { MetricsStore } from '../../../../local/traffic/metrics-store';
import { Traffic } from '../../../../local/traffic/traffic';
import { onlyResource, synthesise } from '../fixtures';

const AT = Date.UTC(2026, 9, 14, 12);

/** Metrics of Bedrock that the local account does not count: they are known to the graphs from AWS's documentation only. */
const NOT_PLAYED = ['InvocationClientErrors', 'InvocationServerErrors', 'TimeToFirstToken'];

/** A store after one served and one refused call of two models, in both dimension sets in which Bedrock counts a call. */
function playTraffic(): MetricsStore {
  const store = new MetricsStore();
  const row = { quotaName: 'tokens', defaultValue: null, adjustable: true };
  const traffic = new Traffic({
    book: createQuotaBook([{ ...row, quotaCode: 'L-00000001', appliedValue: 1_000 }]),
    store,
    visibility: () => 0,
    findPool: (modelId) => ({
      baseModelId: modelId,
      modelIds: [modelId],
      tokensPerMinute: 'L-00000001',
      requestsPerMinute: null,
      daily: [],
    }),
    rateOf: () => 1,
  });
  for (const modelId of ['one', 'two']) {
    traffic.call({ modelId, at: AT, input: 10, output: 4, maxTokens: 100, seconds: 1 });
    traffic.call({ modelId, at: AT, input: 10, output: 4, maxTokens: 100_000, seconds: 1 });
  }
  return store;
}

interface Search {
  readonly namespace: string;
  readonly dimensions: readonly string[];
  readonly name: string;
}

/** Reads the searches of the dashboard back from its body. */
function readSearches(): Search[] {
  const { DashboardBody } = onlyResource(synthesise().template, 'AWS::CloudWatch::Dashboard').Properties;
  const text = JSON.stringify(DashboardBody).replaceAll('\\', '');
  return [...text.matchAll(/SEARCH\('\{([^}]*)\} MetricName="(\w+)"'/g)].map(([, schema = '', name = '']) => {
    const [namespace = '', ...dimensions] = schema.split(',');
    return { namespace, dimensions, name };
  });
}

/** What CloudWatch finds: metrics of that namespace with exactly these dimensions, whatever their values. */
function findIn(store: MetricsStore, { namespace, dimensions, name }: Search): string[] {
  return store
    .all()
    .filter((one) => one.namespace === namespace && one.name === name)
    .filter((one) => Object.keys(one.dimensions).sort().join() === [...dimensions].sort().join())
    .map((one) => Object.values(one.dimensions).join());
}

test('each search finds every model once: not the sets by service tier, in which the same calls stand again', () => {
  const store = playTraffic();
  const searches = readSearches();
  expect(searches.length).toBe(7);
  for (const search of searches.filter(({ name }) => !NOT_PLAYED.includes(name))) {
    expect([search.name, findIn(store, search).sort()]).toEqual([search.name, ['one', 'two']]);
  }
});
