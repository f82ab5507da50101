import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { NOON, NOON_MINUTE, RANGE, sonnetMetric, startNoonAccount, toQuery } from '../noon-account';
import { OWN, putOwnPoints } from './own-points';

const start = closedAfterEach(startNoonAccount);
const INVOCATIONS = sonnetMetric('Invocations');

async function startWithPoints() {
  const started = await start();
  const { cloudWatch } = clientsOf(started.url);
  await putOwnPoints(cloudWatch);
  return { ...started, cloudWatch };
}

it('goes by ScanBy, newest first when none is given', async () => {
  const { url, record, clock } = await start();
  clock.set(new Date('2026-10-14T12:30:00Z'));
  for (const minute of [1, 2, 3]) record(INVOCATIONS, { minute: NOON_MINUTE + minute, sum: minute });
  const { cloudWatch } = clientsOf(url);
  const values = async (ScanBy?: 'TimestampAscending' | 'TimestampDescending') =>
    (
      await cloudWatch.send(
        new GetMetricDataCommand({
          ...RANGE,
          MetricDataQueries: [toQuery('a', INVOCATIONS)],
          ...(ScanBy ? { ScanBy } : {}),
        }),
      )
    ).MetricDataResults?.[0]?.Values;
  expect(await values('TimestampAscending')).toEqual([1, 2, 3]);
  expect(await values()).toEqual([3, 2, 1]);
});

it('pages points over queries, and says which are partial', async () => {
  const { url, record, clock } = await start({ pageSizes: { points: 2 } });
  clock.set(new Date('2026-10-14T12:30:00Z'));
  for (const minute of [1, 2, 3]) record(INVOCATIONS, { minute: NOON_MINUTE + minute, sum: minute });
  const { cloudWatch } = clientsOf(url);
  const request = { ...RANGE, MetricDataQueries: [toQuery('a', INVOCATIONS)], ScanBy: 'TimestampAscending' as const };
  const first = await cloudWatch.send(new GetMetricDataCommand(request));
  expect(first.MetricDataResults?.[0]).toMatchObject({ Values: [1, 2], StatusCode: 'PartialData' });
  const second = await cloudWatch.send(new GetMetricDataCommand({ ...request, NextToken: first.NextToken }));
  expect(second.MetricDataResults?.[0]).toMatchObject({ Values: [3], StatusCode: 'Complete' });
  expect(second.NextToken).toBeUndefined();
});

it('refuses metric math and more than 500 queries', async () => {
  const { cloudWatch } = clientsOf((await start()).url);
  const send = (MetricDataQueries: object[]) =>
    cloudWatch.send(new GetMetricDataCommand({ ...RANGE, MetricDataQueries: MetricDataQueries as never }));
  await expect(send([{ Id: 'a', Expression: '1+1' }])).rejects.toThrow('no metric math');
  await expect(send(Array.from({ length: 501 }, (_, i) => toQuery(`m${i}`, INVOCATIONS)))).rejects.toThrow(
    'size of 1 to 500',
  );
});

it('computes each statistic by period', async () => {
  const { cloudWatch, calls } = await startWithPoints();
  const stats = ['Sum', 'SampleCount', 'Average', 'Minimum', 'Maximum'];
  const reply = await cloudWatch.send(
    new GetMetricDataCommand({
      ...RANGE,
      ScanBy: 'TimestampAscending',
      MetricDataQueries: stats.map((stat) => toQuery(stat.toLowerCase(), OWN, stat, 300)),
    }),
  );
  expect(reply.MetricDataResults?.map((result) => result.Values)).toEqual([
    [16, 40],
    [4, 4],
    [4, 10],
    [1, 3],
    [9, 20],
  ]);
  expect(calls.get('cloudwatch:MetricsRequested')).toBe(5);
});

it('leaves the end of the range out', async () => {
  const { cloudWatch } = await startWithPoints();
  const reply = await cloudWatch.send(
    new GetMetricDataCommand({
      StartTime: NOON,
      EndTime: new Date(NOON.getTime() + 60_000),
      MetricDataQueries: [toQuery('a', OWN)],
    }),
  );
  expect(reply.MetricDataResults?.[0]?.Values).toEqual([7]);
});

it.each([
  [{ MetricDataQueries: [toQuery('a', OWN), toQuery('a', OWN)] }, 'duplicate'],
  [{ MetricDataQueries: [toQuery('A', OWN)] }, 'lower case'],
  [{ MetricDataQueries: [toQuery('a', OWN, 'p90')] }, 'no statistic p90'],
  [{ MetricDataQueries: [toQuery('a', OWN, 'Sum', 90)] }, 'multiple of 60'],
  [{ MetricDataQueries: [toQuery('a', OWN)], EndTime: RANGE.StartTime }, 'StartTime must be less'],
  [{ MetricDataQueries: [toQuery('a', OWN)], NextToken: 'mine' }, 'not one of ours'],
])('refuses a wrong GetMetricData: %#', async (change, words) => {
  const { cloudWatch } = clientsOf((await start()).url);
  await expect(cloudWatch.send(new GetMetricDataCommand({ ...RANGE, ...change }))).rejects.toThrow(words);
});
