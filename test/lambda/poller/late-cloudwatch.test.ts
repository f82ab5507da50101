import { closedAfterEach } from '../../closed-after-each';
import { said } from '../../faults/scenario';
import { deploy, spend } from '../deployed';
import { at, clocks, delay, OPENED, ownValue, play, RECOVERED, spendAllDay, TICKS } from './late-player';
import { startSecondProcess } from './second-process';

const start = closedAfterEach(deploy);
const startSecond = closedAfterEach(startSecondProcess);

describe('a CloudWatch that is 40 minutes late for an hour', () => {
  it('is told once and over once, no run fails for it, and what is low is in no metric meanwhile', async () => {
    const watchdog = await start();
    spendAllDay(watchdog);
    delay(watchdog, '14:00', '15:00');
    expect(await play(watchdog)).toEqual([`14:15 ${OPENED}`, `15:20 ${RECOVERED}`]);
    expect(watchdog.account.messages[0]?.message.default).toContain(
      "the watchdog's own point of 14:00 UTC, and neither it nor any newer one could be read at 14:15 UTC",
    );
    const valuesAt = (clock: string) =>
      ['HighestUtilizationPercent', 'ThrottledRequests', 'CoverageErrors'].map((name) =>
        ownValue(watchdog, name, clock),
      );
    expect(valuesAt('14:10')).toEqual([10, 0, 0]);
    expect(valuesAt('14:30')).toEqual([null, null, 1]);
    expect(valuesAt('15:30')).toEqual([10, 0, 0]);
  }, 60_000);

  it('a peak inside it is told when it shows, with its true numbers, and over soon after', async () => {
    const watchdog = await start();
    spendAllDay(watchdog, { '14:20': 990_000 });
    delay(watchdog, '14:00', '15:00');
    const heard = await play(watchdog);
    expect(heard).toEqual([
      `14:15 ${OPENED}`,
      '15:05 opened utilization/L-F4DDD3EB critical 99',
      `15:20 ${RECOVERED}`,
      '15:25 recovered utilization/L-F4DDD3EB ok 10',
    ]);
    const told = watchdog.account.messages.map(({ message }) => message.default).join('\n');
    expect(told).toContain('used 990,000 of 1,000,000 tokens in the minute 14:20 UTC');
  }, 60_000);

  it('a peak whose points come after it is over is told too', async () => {
    const watchdog = await start();
    spendAllDay(watchdog, { '14:55': 990_000 });
    delay(watchdog, '14:00', '15:00');
    const heard = await play(watchdog);
    expect(heard).toContain(`15:20 ${RECOVERED}`);
    expect(heard).toContain('15:40 opened utilization/L-F4DDD3EB critical 99');
  }, 60_000);

  it('an alert that was open is not called over before CloudWatch is on time', async () => {
    const watchdog = await start();
    spendAllDay(watchdog, { '13:50': 970_000 });
    delay(watchdog, '14:00', '15:00');
    expect(await play(watchdog)).toEqual([
      '13:52 opened utilization/L-F4DDD3EB critical 97',
      `14:15 ${OPENED}`,
      `15:20 ${RECOVERED}`,
      '15:20 recovered utilization/L-F4DDD3EB ok 10',
    ]);
  }, 60_000);

  it('processes that all are new forget no lateness that an old one found', async () => {
    const watchdog = await start();
    spendAllDay(watchdog, { '14:20': 990_000 });
    delay(watchdog, '14:00', '15:00');
    const heard = await play(watchdog, [...clocks('13:50', '14:20'), ...clocks('14:20', '17:30', 5)], (clock) => {
      if (clock >= '14:20') watchdog.crash();
    });
    expect(heard.slice(0, 3)).toEqual([
      `14:15 ${OPENED}`,
      '15:05 opened utilization/L-F4DDD3EB critical 99',
      `15:20 ${RECOVERED}`,
    ]);
    // Who has no memory looks at all that was late, as long as it may come.
    expect(heard.slice(3)).toEqual([expect.stringContaining('recovered utilization/L-F4DDD3EB ok 10')]);
  }, 120_000);

  it('processes that all are new claim none, for none of them knows of a point that was accepted', async () => {
    const watchdog = await start();
    spendAllDay(watchdog);
    delay(watchdog, '14:00', '15:00');
    expect(await play(watchdog, clocks('13:50', '15:50', 5), () => watchdog.crash())).toEqual([]);
  }, 120_000);
});

describe('a lateness of hours', () => {
  // By the time the peak of 10:20 shows, CloudWatch no longer calls its model recently active.
  it.each([
    ['a model that was known, while it lasts', '09:00', '14:00'],
    ['a model that never was seen, when it is over', '10:20', '15:30'],
  ])(
    'loses no peak inside it: %s',
    async (_, usual, shows) => {
      const watchdog = await start();
      spend(watchdog.account, at(usual), 100_000, { visibleAt: at(usual === '10:20' ? shows : usual) });
      spend(watchdog.account, at('10:20'), 890_000, { visibleAt: at(shows) });
      watchdog.account.lateness.add({ from: new Date(at('10:00')), until: new Date(at('15:00')), minutes: 200 });
      const heard = await play(watchdog, [...clocks('09:30', '10:30'), ...clocks('10:30', '18:00', 5)]);
      expect(heard[0]).toBe(`10:15 ${OPENED}`);
      expect(heard.filter((line) => line.includes('opened')).slice(1)).toEqual([
        expect.stringMatching(new RegExp(`^${shows} opened utilization/L-F4DDD3EB (warning 89|critical 99)$`)),
      ]);
      expect(heard.some((line) => line.includes('failed'))).toBe(false);
    },
    60_000,
  );
});

describe('what is no lateness', () => {
  it('a quiet account, for a day', async () => {
    const watchdog = await start();
    spend(watchdog.account, at('00:00'), 100_000);
    expect(await play(watchdog, clocks('00:01', '23:59', 5))).toEqual([]);
    const looks = watchdog.account.calls.get('cloudwatch:GetMetricStatistics') ?? 0;
    expect(looks).toBeGreaterThan(80);
  }, 60_000);

  it('points that show fourteen minutes after their minute began', async () => {
    const watchdog = await start();
    spendAllDay(watchdog);
    watchdog.account.lateness.add({ from: new Date(at('13:00')), until: new Date(at('16:00')), minutes: 13 });
    expect(await play(watchdog, clocks('13:30', '15:30'))).toEqual([]);
  }, 60_000);

  it('own points that are refused: that is told as what it is', async () => {
    const watchdog = await start();
    spendAllDay(watchdog);
    const heard = await play(watchdog, clocks('13:30', '15:30'), (clock) => {
      if (clock === '14:00')
        watchdog.account.faults.add({ service: 'cloudwatch', operation: 'PutMetricData', kind: 'accessDenied' });
    });
    expect(heard.filter((line) => !line.includes('cloudwatch:PutMetricData failed'))).toEqual([]);
    expect(heard.length).toBeGreaterThan(40);
  }, 60_000);

  it('an hour in which the watchdog did not run', async () => {
    const watchdog = await start();
    spendAllDay(watchdog);
    const heard = await play(watchdog, [...clocks('13:30', '14:00'), ...clocks('15:00', '16:00')]);
    expect(heard).toEqual(['15:00 opened coverage/watchdog:missedRuns/2026-10-14T13:58:00Z unknown']);
  }, 60_000);

  it('a look that fails: it says nothing of the points', async () => {
    const watchdog = await start();
    const heard = await play(watchdog, clocks('13:30', '15:00'), (clock) => {
      if (clock === '14:00')
        watchdog.account.faults.add({ service: 'cloudwatch', operation: 'GetMetricStatistics', kind: 'accessDenied' });
    });
    expect(heard.filter((line) => line.includes('latePoints'))).toEqual([]);
    expect(heard.some((line) => line.includes('allow the action cloudwatch:GetMetricStatistics'))).toBe(true);
  }, 60_000);
});

it('two processes that overlap tell it once', async () => {
  const watchdog = await start();
  const second = await startSecond(watchdog);
  spendAllDay(watchdog);
  delay(watchdog, '14:00', '15:00');
  for (const clock of TICKS) {
    watchdog.account.clock.set(new Date(at(clock)));
    await Promise.all([watchdog, second].map((process) => process.invoke({ time: at(clock) })));
  }
  expect(said(watchdog.account)).toEqual([OPENED, RECOVERED]);
}, 60_000);
