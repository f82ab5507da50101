import { GetMetricStatisticsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { NOON, RANGE, startNoonAccount } from '../noon-account';
import { putOwnPoints } from './own-points';

const start = closedAfterEach(startNoonAccount);

it('takes own metrics, compressed bodies included, and gives them back as statistics', async () => {
  const { url } = await start();
  const { cloudWatch } = clientsOf(url);
  const data = Array.from({ length: 300 }, (_, i) => ({
    MetricName: `Metric${i}`,
    Value: i,
    Timestamp: NOON,
    Dimensions: [{ Name: 'Watchdog', Value: 'local' }],
  }));
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: 'Own', MetricData: data }));
  const reply = await cloudWatch.send(
    new GetMetricStatisticsCommand({
      ...RANGE,
      Namespace: 'Own',
      MetricName: 'Metric7',
      Period: 300,
      Statistics: ['Maximum'],
      Dimensions: [{ Name: 'Watchdog', Value: 'local' }],
    }),
  );
  expect(reply.Datapoints).toEqual([{ Timestamp: NOON, Maximum: 7, Unit: 'None' }]);
});

it('gives several statistics of a datapoint, not in the order of time, and at most 1,440', async () => {
  const { cloudWatch } = clientsOf((await start()).url);
  await putOwnPoints(cloudWatch);
  const get = (EndTime: Date) =>
    cloudWatch.send(
      new GetMetricStatisticsCommand({
        StartTime: RANGE.StartTime,
        EndTime,
        Namespace: 'Own',
        MetricName: 'Metric',
        Period: 60,
        Statistics: ['Sum', 'Maximum'],
      }),
    );
  const { Datapoints } = await get(RANGE.EndTime);
  expect(Datapoints?.map(({ Sum, Maximum }) => [Sum, Maximum])).toEqual([
    [40, 20],
    [9, 9],
    [7, 5],
  ]);
  const day = RANGE.StartTime.getTime() + 1_440 * 60_000;
  await expect(get(new Date(day))).resolves.toBeDefined();
  await expect(get(new Date(day + 60_000))).rejects.toThrow('1,440');
});

it.each([
  [{ Namespace: 'AWS/Bedrock' }, 'Namespace is invalid'],
  [{ MetricData: [{ MetricName: 'Metric', Value: 1, Timestamp: new Date('2026-09-30T11:00:00Z') }] }, 'two weeks'],
  [{ MetricData: [{ MetricName: 'Metric', Value: 1, Timestamp: new Date('2026-10-14T15:00:00Z') }] }, 'two hours'],
  [{ MetricData: [{ MetricName: 'Metric', Values: Array(151).fill(1) }] }, '1 to 150 values'],
  [{ MetricData: [{ MetricName: 'Metric', Values: [1, 2], Counts: [1] }] }, 'as many counts'],
  [{ MetricData: Array(1_001).fill({ MetricName: 'Metric', Value: 1 }) }, 'greater than 1000'],
])('refuses a wrong PutMetricData: %#', async (change, words) => {
  const { cloudWatch } = clientsOf((await start()).url);
  const put = { Namespace: 'Own', MetricData: [{ MetricName: 'Metric', Value: 1 }], ...change };
  await expect(cloudWatch.send(new PutMetricDataCommand(put))).rejects.toThrow(words);
});
