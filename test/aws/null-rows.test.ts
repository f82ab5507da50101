import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { readPages } from '../../aws/aws-error';
import { readFoundationModels, readInferenceProfiles } from '../../aws/bedrock';
import { putOwnMetrics, readActiveSeries } from '../../aws/cloudwatch';
import { readCustomDeployments } from '../../aws/custom-deployments';
import { readMinutePoints } from '../../aws/metric-statistic';
import { readModelLifecycles } from '../../aws/model-lifecycle';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';

/** A client that gives the same reply to each call, and keeps what it was sent. */
function answering<Client>(reply: object, sent: object[] = []): Client {
  return {
    send: async ({ input }: { input: object }) => {
      sent.push(input);
      return reply;
    },
  } as Client;
}

const spell = (blindSpots: readonly Parameters<typeof spellStatement>[0][]) =>
  blindSpots.map((one) => spellStatement(one, EN));

describe('a row that is null hides no other, and is told', () => {
  it('of ListMetrics, and a dimension of one', async () => {
    const good = { MetricName: 'Invocations', Dimensions: [{ Name: 'ModelId', Value: 'a.b' }] };
    const reply = { Metrics: [null, { MetricName: 'Invocations', Dimensions: [null] }, good] };
    const { value, blindSpots } = await readActiveSeries(answering<CloudWatchClient>(reply), true);
    expect(value.map(({ modelId }) => modelId)).toContain('a.b');
    expect(spell(blindSpots)).toEqual(['cloudwatch:ListMetrics gave 1 rows that cannot be read; they are left out']);
  });

  it('of models and profiles', async () => {
    const models = answering<BedrockClient>({ modelSummaries: [null, { modelId: 'a.b' }] });
    expect((await readFoundationModels(models)).value).toHaveLength(1);
    const profiles = answering<BedrockClient>({
      inferenceProfileSummaries: [null, { inferenceProfileId: 'us.a.b', models: [null] }],
    });
    const { value, blindSpots } = await readInferenceProfiles(profiles);
    expect(value).toHaveLength(2);
    expect(spell(blindSpots)).toEqual([expect.stringContaining('gave 1 rows that cannot be read')]);
  });

  it.each([null, {}, { Timestamp: new Date(60_000), Sum: 1e308 }, { Timestamp: new Date(60_000), Sum: -1 }])(
    'of points: %j',
    async (row) => {
      const client = answering<CloudWatchClient>({ Datapoints: [row, { Timestamp: new Date(120_000), Sum: 7 }] });
      const metric = { Namespace: 'n', MetricName: 'm', Dimensions: [] };
      const read = await readMinutePoints(client, metric, { from: 0, until: 9 });
      expect(read).toEqual({ points: new Map([[2, 7]]), junk: 1 });
    },
  );
});

describe('a row whose id cannot be shown is none, and is told', () => {
  const told = [expect.stringContaining('gave 1 rows that cannot be read')];
  const bad = 'a.b\nAccount 000000000000';

  it.each([
    [{ Name: 'ModelId', Value: bad }],
    [
      { Name: 'ModelId', Value: 'a.b' },
      { Name: 'Context\u2028Window', Value: '1m' },
    ],
  ])('of ListMetrics: %j', async (...Dimensions) => {
    const good = { MetricName: 'Invocations', Dimensions: [{ Name: 'ModelId', Value: 'a.c' }] };
    const reply = { Metrics: [{ MetricName: 'Invocations', Dimensions }, good] };
    const { value, blindSpots } = await readActiveSeries(answering<CloudWatchClient>(reply), true);
    expect(new Set(value.map(({ modelId }) => modelId))).toEqual(new Set(['a.c']));
    expect(spell(blindSpots)).toEqual(told);
  });

  it('of models, as they are listed and as they age', async () => {
    const client = answering<BedrockClient>({ modelSummaries: [{ modelId: bad }, { modelId: 'a.c' }] });
    for (const { value, blindSpots } of [await readFoundationModels(client), await readModelLifecycles(client)]) {
      expect(value).toHaveLength(1);
      expect(spell(blindSpots)).toEqual(told);
    }
  });

  it.each([
    { inferenceProfileId: bad },
    { inferenceProfileId: 'us.a.b', inferenceProfileArn: bad },
    { inferenceProfileId: 'us.a.b', models: [{ modelArn: bad }] },
  ])('of profiles: %j', async (row) => {
    const client = answering<BedrockClient>({ inferenceProfileSummaries: [row, { inferenceProfileId: 'us.a.c' }] });
    const { value, blindSpots } = await readInferenceProfiles(client);
    expect(value.map(({ id }) => id)).toEqual(['us.a.c', 'us.a.c']);
    expect(spell(blindSpots)).toEqual(told);
  });

  it('a custom model whose base is none is a model without a base', async () => {
    const client = answering<BedrockClient>({ modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${bad}` });
    // The expression that finds a base ends with the line; what stands in one line and cannot be seen is refused by name.
    const unseen = answering<BedrockClient>({ modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/a\u200bb' });
    expect((await readCustomDeployments(client, ['arn:1'])).value).toEqual({});
    expect((await readCustomDeployments(unseen, ['arn:1'])).value).toEqual({});
  });
});

it('a metric without a value that can be is left out and told; the others go, a thousand a call', async () => {
  const sent: { MetricData: object[] }[] = [];
  const metrics = Array.from({ length: 1_001 }, (_, index) => ({
    name: `m${index}`,
    value: index === 5 ? Number.POSITIVE_INFINITY : index,
    unit: 'Count' as const,
  }));
  const target = { namespace: 'n', dimension: { name: 'd', value: 'v' }, at: 1 };
  const blindSpots = await putOwnMetrics(answering<CloudWatchClient>({}, sent), [...metrics, ...metrics], target);
  expect(spell(blindSpots)).toEqual(['The metrics m5 have impossible values; they are left out']);
  expect(sent.map(({ MetricData }) => MetricData.length)).toEqual([1_000, 1_000]);
});

it('a list that never ends is cut, and what came until then is kept', async () => {
  let page = 0;
  const { value, blindSpots } = await readPages('a:List', async () => ({ items: [page++], next: `t${page}` }));
  expect(value).toHaveLength(200);
  expect(spell(blindSpots)).toEqual([expect.stringContaining('the list has no end after 200 pages')]);
});

it('a page of many rows is taken in whatever its length', async () => {
  const items = Array.from({ length: 300_000 }, (_, index) => index);
  expect((await readPages('a:List', async () => ({ items, next: undefined }))).value).toHaveLength(300_000);
});
