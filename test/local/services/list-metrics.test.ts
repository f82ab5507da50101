import { ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { NOON, NOON_MINUTE, sonnetMetric, startNoonAccount } from '../noon-account';

const start = closedAfterEach(startNoonAccount);

it('lists recently active series alone when asked, and none older than two weeks', async () => {
  const { url, record, clock } = await start({ pageSizes: { metrics: 1 } });
  const put = (ModelId: string, minutesAgo: number) =>
    record(sonnetMetric('Invocations', { ModelId }), { minute: NOON_MINUTE - minutesAgo, sum: 1 });
  put('now', 5);
  put('morning', 300);
  put('old', 15 * 1440);
  clock.set(NOON);
  const { cloudWatch } = clientsOf(url);
  const list = async (recent: boolean) => {
    const ids: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await cloudWatch.send(
        new ListMetricsCommand({
          Namespace: 'AWS/Bedrock',
          NextToken: token,
          ...(recent ? { RecentlyActive: 'PT3H' as const } : {}),
        }),
      );
      ids.push(...(page.Metrics ?? []).map((metric) => metric.Dimensions?.[0]?.Value));
      token = page.NextToken;
    } while (token);
    return ids;
  };
  expect(await list(true)).toEqual(['now']);
  expect(await list(false)).toEqual(['now', 'morning']);
});

it('lists by name, by a dimension and by its value', async () => {
  const { url, record } = await start();
  const { cloudWatch } = clientsOf(url);
  for (const dimensions of [{ ModelId: 'a' }, { ModelId: 'b' }, { Project: 'a' }]) {
    record({ namespace: 'Own', name: 'Metric', dimensions }, { minute: NOON_MINUTE - 1, sum: 1 });
  }
  const list = async (input: object) => {
    const { Metrics } = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Own', ...input }));
    return Metrics?.map((metric) => `${metric.Dimensions?.[0]?.Name}=${metric.Dimensions?.[0]?.Value}`);
  };
  expect(await list({ Dimensions: [{ Name: 'ModelId' }] })).toEqual(['ModelId=a', 'ModelId=b']);
  expect(await list({ Dimensions: [{ Name: 'ModelId', Value: 'b' }] })).toEqual(['ModelId=b']);
  expect(await list({ MetricName: 'Other' })).toEqual([]);
  expect(await list({ Namespace: 'Others' })).toEqual([]);
});
