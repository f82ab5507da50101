import { GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import {
  NOON,
  RANGE,
  sonnetCall,
  sonnetMetric,
  startNoonAccount,
  startSonnetAccount,
  toQuery,
  US_SONNET,
} from '../noon-account';

const start = closedAfterEach(startNoonAccount);
const startSonnet = closedAfterEach(startSonnetAccount);

it('counts a call at both dimension sets, with the burndown rate in the native estimate', async () => {
  const { url, traffic, clock } = await startSonnet();
  expect(traffic.call(sonnetCall(0))).toBeNull();
  clock.set(new Date('2026-10-14T12:03:00Z'));
  const { cloudWatch } = clientsOf(url);
  const tier = { ModelId: US_SONNET, ServiceTier: 'default', ResolvedServiceTier: 'default' };
  const reply = await cloudWatch.send(
    new GetMetricDataCommand({
      ...RANGE,
      MetricDataQueries: [
        toQuery('a', sonnetMetric('EstimatedTPMQuotaUsage')),
        toQuery('b', sonnetMetric('Invocations', tier)),
        toQuery('c', sonnetMetric('InvocationThrottles')),
      ],
    }),
  );
  expect(reply.MetricDataResults?.map((result) => result.Values)).toEqual([[150], [1], []]);
  expect(reply.MetricDataResults?.[0]?.Timestamps).toEqual([NOON]);
  const listed = await cloudWatch.send(
    new ListMetricsCommand({
      Namespace: 'AWS/Bedrock',
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'ModelId' }],
    }),
  );
  expect(listed.Metrics?.map((metric) => metric.Dimensions?.length).sort()).toEqual([1, 3]);
});

it('shows a minute one to two minutes after it ended, not before', async () => {
  const { url, traffic, clock } = await startSonnet();
  traffic.call(sonnetCall(0));
  const { cloudWatch } = clientsOf(url);
  const count = async (time: string) => {
    clock.set(new Date(time));
    const reply = await cloudWatch.send(
      new GetMetricDataCommand({ ...RANGE, MetricDataQueries: [toQuery('a', sonnetMetric('Invocations'))] }),
    );
    return reply.MetricDataResults?.[0]?.Values?.length;
  };
  expect(await count('2026-10-14T12:01:59Z')).toBe(0);
  expect(await count('2026-10-14T12:03:00Z')).toBe(1);
});

it('shows late points late, some minutes in part first', async () => {
  const visibility = (_: string, minute: number, second: number) => (minute + (second < 30 ? 2 : 17)) * 60_000;
  const { url, traffic, clock } = await start({ visibility });
  for (const second of [1, 2, 40]) {
    traffic.call({ modelId: US_SONNET, at: NOON.getTime() + second * 1000, input: 5, output: 1, seconds: 0 });
  }
  const { cloudWatch } = clientsOf(url);
  const inputAt = async (minutes: number) => {
    clock.set(new Date(NOON.getTime() + minutes * 60_000));
    const reply = await cloudWatch.send(
      new GetMetricDataCommand({
        ...RANGE,
        MetricDataQueries: [toQuery('a', sonnetMetric('InputTokenCount'))],
      }),
    );
    return reply.MetricDataResults?.[0]?.Values;
  };
  expect([await inputAt(1), await inputAt(2), await inputAt(16), await inputAt(17)]).toEqual([[], [10], [10], [15]]);
});
