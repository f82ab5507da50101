import type { LocalAccountOptions } from '../../local/account/account-options';
import { CHANNELS, type DeployedWatchdog, deploy, ROWS, spend } from '../lambda/deployed';
import { type SecondProcess, startSecondProcess } from '../lambda/poller/second-process';
import { at, EXPECTED, play, prepareTraffic, said, saidInChat, saidInEvents, TICKS, tally } from './scenario';

const open: { close(): unknown }[] = [];

async function start(
  options: Partial<LocalAccountOptions> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<DeployedWatchdog> {
  const watchdog = await deploy({ now: new Date(at('11:00')), ...options }, environment);
  open.push(watchdog);
  return watchdog;
}

async function startSecond(watchdog: DeployedWatchdog): Promise<SecondProcess> {
  const second = await startSecondProcess(watchdog);
  open.push(second);
  return second;
}

function expectOnce(lines: readonly string[]): void {
  expect(tally(lines, EXPECTED)).toEqual({ lost: [], wrong: [], coverage: [], repeated: [] });
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

describe('two processes at once', () => {
  it.each([
    ['the same tick', 0],
    ['neighbouring ticks', 1],
    ['ticks five minutes apart', 5],
  ])(
    '%s',
    async (_, minutesApart) => {
      const watchdog = await start();
      prepareTraffic(watchdog.account);
      const second = await startSecond(watchdog);
      for (const time of TICKS) {
        watchdog.account.clock.set(new Date(at(time)));
        const other = new Date(Date.parse(at(time)) - minutesApart * 60_000).toISOString();
        await Promise.all([watchdog.invoke({ time: at(time) }), second.invoke({ time: other })]);
      }
      expectOnce(said(watchdog.account));
    },
    60_000,
  );
});

describe.each([2, 3, 4])('%d processes at once, and SNS takes 400 ms', (count) => {
  it('an alert is mailed once', async () => {
    const watchdog = await start();
    prepareTraffic(watchdog.account);
    const others = await Promise.all(Array.from({ length: count - 1 }, () => startSecond(watchdog)));
    watchdog.account.faults.add({ service: 'sns', kind: 'slow' });
    for (const time of TICKS) {
      watchdog.account.clock.set(new Date(at(time)));
      const runs = [0, 1, 2].map((minutes) => new Date(Date.parse(at(time)) - minutes * 60_000).toISOString());
      await Promise.all([
        watchdog.invoke({ time: at(time) }),
        ...others.map((other, index) => other.invoke({ time: runs[index] })),
      ]);
    }
    expectOnce(said(watchdog.account));
  }, 120_000);
});

/** Plays until 12:06, kills that run at a call of the action, the first or one after `skip` others, and plays on. */
async function playWithDeath(watchdog: DeployedWatchdog, action: string, skip: number): Promise<void> {
  const { account } = watchdog;
  prepareTraffic(account);
  const killAt = TICKS.indexOf('12:06');
  await play(watchdog, TICKS.slice(0, killAt));
  const [service, operation] = action.split(':') as [string, string];
  account.faults.add({ service, operation, kind: 'hang', times: 1, skip });
  const reached = (account.calls.get(action) ?? 0) + skip + 1;
  const dying = watchdog.tick(at('12:06')).catch((error: Error) => error.message);
  while ((account.calls.get(action) ?? 0) < reached) await new Promise((resolve) => setTimeout(resolve, 2));
  watchdog.crash();
  expect(await dying).toContain('ended during the run');
  await play(watchdog, TICKS.slice(killAt + 1));
}

describe('the process is killed', () => {
  it.each([
    ['it reads usage', 'cloudwatch:GetMetricStatistics', 0, 0],
    ['it saves minutes', 'dynamodb:BatchWriteItem', 0, 0],
    ['it saves the catalog', 'dynamodb:PutItem', 0, 0],
    ['it saves the state', 'dynamodb:PutItem', 1, 0],
    ['it publishes', 'sns:Publish', 0, 0],
    ['it notes what was published', 'dynamodb:PutItem', 2, 1],
    ['it puts its own metrics', 'cloudwatch:PutMetricData', 0, 0],
  ])(
    'while %s',
    async (_, action, skip, repeats) => {
      const watchdog = await start();
      await playWithDeath(watchdog, action, skip);
      const { repeated, ...others } = tally(said(watchdog.account), EXPECTED);
      expect(others).toEqual({ lost: [], wrong: [], coverage: [] });
      expect(repeated).toHaveLength(repeats);
    },
    60_000,
  );

  it.each([
    ['it speaks to the chat', 'sns:Publish', 1, [0, 0, 0]],
    ['it notes what the chat was told', 'dynamodb:PutItem', 3, [0, 1, 0]],
    ['it puts events', 'events:PutEvents', 0, [0, 0, 0]],
    ['it notes which events were put', 'dynamodb:PutItem', 4, [0, 0, 1]],
  ])(
    'while %s: no channel loses, and only its own call comes again',
    async (_, action, skip, repeats) => {
      const watchdog = await start({}, CHANNELS);
      await playWithDeath(watchdog, action, skip);
      const tallies = [said(watchdog.account), saidInChat(watchdog), saidInEvents(watchdog)].map((lines) =>
        tally(lines, EXPECTED),
      );
      expect(tallies.map(({ lost, wrong }) => ({ lost, wrong }))).toEqual(Array(3).fill({ lost: [], wrong: [] }));
      expect(tallies.map(({ repeated }) => repeated.length)).toEqual(repeats);
    },
    60_000,
  );
});

describe('events that are not one a minute', () => {
  it('runs skipped for an hour: the peaks between are told', async () => {
    const watchdog = await start();
    prepareTraffic(watchdog.account);
    await play(watchdog, ['11:05', '12:01', '12:02', '12:03', '13:03', '13:04']);
    expect(said(watchdog.account)).toEqual([
      'opened coverage/watchdog:missedRuns/2026-10-14T11:05:00Z unknown',
      'opened utilization/L-F4DDD3EB critical 97',
      'opened coverage/watchdog:missedRuns/2026-10-14T12:02:00Z unknown',
    ]);
  }, 60_000);

  it('each event twice, and older ones between', async () => {
    const watchdog = await start();
    prepareTraffic(watchdog.account);
    for (const time of TICKS) {
      await watchdog.tick(at(time));
      await watchdog.invoke({ time: at(time) });
      await watchdog.invoke({ time: new Date(Date.parse(at(time)) - 120_000).toISOString() });
      await watchdog.invoke({ time: '2026-10-13T12:05:00Z' });
    }
    expect(said(watchdog.account)).toEqual(EXPECTED);
  }, 60_000);

  it('events that overtake each other', async () => {
    const watchdog = await start();
    prepareTraffic(watchdog.account);
    for (let index = 0; index < TICKS.length; index += 2) {
      const pair = TICKS.slice(index, index + 2).reverse();
      watchdog.account.clock.set(new Date(at(pair[0] ?? '')));
      for (const time of pair) await watchdog.invoke({ time: at(time) });
    }
    const { repeated, ...others } = tally(said(watchdog.account), EXPECTED);
    expect(others).toEqual({ lost: [], wrong: [], coverage: [] });
    expect(repeated).toEqual([]);
  }, 60_000);
});

it('points that come fifteen minutes after their minute ended', async () => {
  const watchdog = await start();
  prepareTraffic(watchdog.account, 15);
  await play(watchdog, TICKS.slice(0, TICKS.indexOf('12:01')));
  await watchdog.ticks(at('12:01'), at('13:05'));
  expect(said(watchdog.account)).toEqual(EXPECTED);
}, 30_000);

it('over midnight and the end of a month: the day is told once, and over when both readings say so', async () => {
  const pool = {
    quotaCode: 'L-E3F10727',
    quotaName: 'Cross-Model Max Tokens Per Day',
    appliedValue: 10_000_000,
    defaultValue: null,
    adjustable: false,
  };
  const { account, tick } = await start({ quotas: [...ROWS, pool], now: new Date('2026-10-31T19:00:00Z') });
  for (let minute = 0; minute < 15; minute++) {
    const time = new Date(Date.parse('2026-10-31T20:00:00Z') + minute * 60_000).toISOString();
    spend(account, time, 600_000, { visibleAt: new Date(Date.parse(time) + 60_000).toISOString() });
  }
  spend(account, '2026-10-31T19:00:00Z', 1);
  const tens = async (from: string, until: string) => {
    for (let time = Date.parse(from); time < Date.parse(until); time += 10 * 60_000)
      await tick(new Date(time).toISOString());
  };
  await tens('2026-10-31T19:45:00Z', '2026-11-01T00:00:00Z');
  const opened = ['opened dailyPool/L-E3F10727 warning 90'];
  expect(said(account)).toEqual(opened);
  await tens('2026-11-01T00:00:00Z', '2026-11-01T20:15:00Z');
  expect(said(account)).toEqual(opened);
  await tens('2026-11-01T20:15:00Z', '2026-11-01T20:45:00Z');
  // The quiet pool has no reading any more; the message repeats the last one.
  expect(said(account)).toEqual([...opened, 'recovered dailyPool/L-E3F10727 ok 90']);
}, 30_000);

it('a quota that is lowered in the day is seen within the hour', async () => {
  const watchdog = await start();
  const { account } = watchdog;
  prepareTraffic(account);
  await play(watchdog, ['11:05', '11:10', '11:15', '11:20', '11:25', '11:30']);
  account.quotas.set('L-F4DDD3EB', 110_000);
  await play(watchdog, ['11:35', '11:40', '11:45', '11:50', '11:55', '12:00', '12:03']);
  expect(said(account)).toEqual([]);
  await play(watchdog, ['12:05']);
  expect(said(account)).toEqual([
    // The minutes before the change was seen are held against the value that was in force then.
    'opened utilization/L-F4DDD3EB warning 85',
    'opened belowDefault warning',
    'opened quotaChanged/2026-10-14T12:05:00Z warning',
  ]);
  await play(watchdog, ['12:10', '12:15']);
  expect(said(account)[3]).toBe('escalated utilization/L-F4DDD3EB critical 882');
}, 30_000);
