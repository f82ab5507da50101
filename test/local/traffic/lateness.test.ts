import {
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { createLatenessBoard } from '../../../local/traffic/lateness';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { NOON, RANGE, startNoonAccount } from '../noon-account';

const MINUTE_MS = 60_000;
const minutesAfterNoon = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE_MS);
const HOUR_LATE = { from: NOON, until: minutesAfterNoon(60), minutes: 40 };

const start = closedAfterEach(startNoonAccount);

describe('a CloudWatch that is late for an hour', () => {
  it.each([
    ['the minute before it', -1, 0],
    ['its first minute, 40 minutes after it ended', 0, 41],
    ['its last minute', 59, 100],
    ['the minute after it', 60, 0],
  ])('%s', (_, minute, expected) => {
    const board = createLatenessBoard();
    board.add(HOUR_LATE);
    const held = board.heldUntil(NOON.getTime() / MINUTE_MS + minute);
    expect(held).toBe(expected === 0 ? 0 : minutesAfterNoon(expected).getTime());
  });

  it('is on time again when it is cleared, and the later of two counts', () => {
    const board = createLatenessBoard();
    board.add(HOUR_LATE);
    board.add({ ...HOUR_LATE, minutes: 90 });
    const minute = NOON.getTime() / MINUTE_MS;
    expect(board.heldUntil(minute)).toBe(minutesAfterNoon(91).getTime());
    board.clear();
    expect(board.heldUntil(minute)).toBe(0);
  });

  it.each([
    { ...HOUR_LATE, until: NOON },
    { ...HOUR_LATE, minutes: 0 },
    { ...HOUR_LATE, minutes: Number.NaN },
  ])('is refused when it is none: %#', (span) => {
    expect(() => createLatenessBoard().add(span)).toThrow(RangeError);
  });

  it('holds own points and those of Bedrock back from every reader', async () => {
    const account = await start();
    const { cloudWatch } = clientsOf(account.url);
    account.lateness.add(HOUR_LATE);
    await cloudWatch.send(
      new PutMetricDataCommand({
        Namespace: 'Own',
        MetricData: [{ MetricName: 'Metric', Value: 0, Timestamp: NOON }],
      }),
    );
    account.record(
      { namespace: 'AWS/Bedrock', name: 'Invocations', dimensions: {} },
      { minute: NOON.getTime() / MINUTE_MS, sum: 3 },
    );
    const range = { StartTime: RANGE.StartTime, EndTime: minutesAfterNoon(60) };
    const read = async () => {
      const statistics = await cloudWatch.send(
        new GetMetricStatisticsCommand({
          ...range,
          Namespace: 'Own',
          MetricName: 'Metric',
          Period: 60,
          Statistics: ['Sum'],
        }),
      );
      const data = await cloudWatch.send(
        new GetMetricDataCommand({
          ...range,
          MetricDataQueries: [
            {
              Id: 'm0',
              MetricStat: { Metric: { Namespace: 'AWS/Bedrock', MetricName: 'Invocations' }, Period: 60, Stat: 'Sum' },
            },
          ],
        }),
      );
      const listed = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Own' }));
      return [
        statistics.Datapoints?.map(({ Sum }) => Sum),
        data.MetricDataResults?.[0]?.Values,
        listed.Metrics?.length,
      ];
    };
    account.clock.set(minutesAfterNoon(40));
    expect(await read()).toEqual([[], [], 0]);
    account.clock.set(minutesAfterNoon(41));
    expect(await read()).toEqual([[0], [3], 1]);
  });
});
