import type { DeployedWatchdog } from '../lambda/deployed';
import { childCpuSeconds, childPeakKib } from './lambda-limits';
import { deployWithQueue, type Kept, put, readKept, toEvents, waiting } from './refusal-scenario';
import { at, EXPECTED, said, tally } from './scenario';

const MINUTES = 60;
const PER_MINUTE = 1_700;
const FLOOD = MINUTES * PER_MINUTE;
/** The function's memory in the stack, and what DynamoDB takes of an item. */
const MEMORY_KIB = 256 * 1024;
const ITEM_BYTES = 400 * 1024;
const LONGEST_RUN_MS = 40_000;

let watchdog: DeployedWatchdog;

beforeEach(async () => {
  watchdog = await deployWithQueue();
});

afterEach(() => watchdog.close());

/** `12:07` for 7, `11:59` for -1. */
function afterNoon(minute: number): string {
  return `${12 + Math.floor(minute / 60)}:${String((minute + 60) % 60).padStart(2, '0')}`;
}

/** Events of a minute: a thousand sessions of forty roles. */
function toFlood(minute: number): string[] {
  return toEvents(PER_MINUTE, `flood-${minute}`, (index) => ({
    eventTime: at(afterNoon(minute)),
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::111122223333:assumed-role/Role${index % 40}/s${index % 1000}`,
    },
  }));
}

/** Five in a hundred twice, the second time so many events later: EventBridge repeats a delivery within minutes. */
function repeatSome(events: readonly string[], later: number): string[] {
  return events.flatMap((event, index) => {
    const before = events[index - later];
    return before !== undefined && index % 20 === 0 ? [event, before] : [event];
  });
}

interface Run {
  readonly time: string;
  /** `returned`, else what went wrong. */
  readonly outcome: string;
  readonly tookMs: number;
  readonly processorMs: number;
  readonly left: number;
}

/** Ticks of every minute from 12:01 to 13:15, each with what is delivered before it. */
async function drain(deliver: (minute: number) => readonly string[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const time of ['11:55', '12:00']) await watchdog.tick(at(time));
  for (let minute = 1; minute <= MINUTES + 15; minute++) {
    put(watchdog.account, deliver(minute));
    const [startedAt, used] = [performance.now(), childCpuSeconds() * 1000];
    const run = await watchdog.tick(at(afterNoon(minute)));
    const left = waiting(watchdog.account).length;
    runs.push({
      time: afterNoon(minute),
      outcome: run.kind === 'failed' ? run.message : run.kind,
      tookMs: Math.round(performance.now() - startedAt),
      processorMs: childCpuSeconds() * 1000 - used,
      left,
    });
  }
  return runs;
}

function print(name: string, runs: readonly Run[], { bytes, ledger, calls }: Kept): void {
  const most = (pick: (run: Run) => number) => Math.max(...runs.map(pick));
  const flooded = runs.slice(0, runs.findLastIndex(({ left }) => left > 0) + 2);
  const reading = flooded.length > 1 ? flooded : runs.slice(0, MINUTES);
  const mean = reading.reduce((sum, run) => sum + run.processorMs, 0) / reading.length;
  process.stderr.write(
    `flood ${name}: ${calls} calls of ${ledger.groups.length} groups, all read at ${reading.at(-1)?.time}, most waiting after a run ` +
      `${most(({ left }) => left)}; a run takes ${most(({ tookMs }) => tookMs)} ms at most, ${most((run) => run.processorMs)} ms of ` +
      `processor, ${Math.round(mean)} in the mean; peak ${childPeakKib()} KiB, item ${bytes} bytes\n`,
  );
}

async function expectSound(name: string, runs: readonly Run[]): Promise<void> {
  const kept = await readKept(watchdog.account);
  print(name, runs, kept);
  expect(runs.filter(({ outcome, tookMs }) => outcome !== 'returned' || tookMs > LONGEST_RUN_MS)).toEqual([]);
  expect({ calls: kept.calls, unreadable: kept.unreadable, left: waiting(watchdog.account).length }).toEqual({
    calls: FLOOD,
    unreadable: 0,
    left: 0,
  });
  expect(kept.bytes).toBeLessThan(ITEM_BYTES);
  expect(childPeakKib()).toBeLessThan(MEMORY_KIB);
  const lines = said(watchdog.account).filter((line) => !line.includes(' refused/'));
  const { lost, wrong, repeated } = tally(lines, EXPECTED);
  expect({ lost, wrong, repeated }).toEqual({ lost: [], wrong: [], repeated: [] });
}

it('100,000 in an hour are read as they come, each once, and nothing waits at its end', async () => {
  const runs = await drain((minute) => (minute <= MINUTES ? repeatSome(toFlood(minute), 100) : []));
  await expectSound('over an hour', runs);
  expect(runs.map(({ left }) => left)).toEqual(runs.map(() => 0));
  expect(said(watchdog.account).filter((line) => line.includes('coverage/'))).toEqual([]);
}, 300_000);

it('100,000 that come at once are read within the hour, and what waits is told while it does', async () => {
  const minutes = Array.from({ length: MINUTES }, (_, index) => toFlood(index - MINUTES));
  // SQS keeps no order: the first of each minute, the second of each, and so on.
  const mixed = Array.from({ length: minutes[0]?.length ?? 0 }, (_, index) => minutes.map((one) => one[index] ?? ''));
  const runs = await drain((minute) => (minute === 1 ? repeatSome(mixed.flat(), 5_000) : []));
  await expectSound('at once', runs);
  expect(runs.findIndex(({ left }) => left === 0)).toBeLessThan(MINUTES);
  expect(said(watchdog.account).filter((line) => line.includes('coverage/'))).toEqual([
    'opened coverage/sqs:refusals unknown',
    'recovered coverage/sqs:refusals ok',
  ]);
  const texts = watchdog.account.messages.map(({ message }) => message.default ?? '').join('\n');
  expect(texts).toMatch(/of about \d{5} refused calls that were waiting, this run read 2000/);
}, 300_000);

it('400 events of 250 KB are read in portions that fit the memory', async () => {
  const padding = 'x'.repeat(250 * 1024);
  const runs = await drain((minute) => (minute === 1 ? toEvents(400, 'large', () => ({ padding })) : []));
  const kept = await readKept(watchdog.account);
  print('of large events', runs, kept);
  expect([kept.calls, waiting(watchdog.account).length]).toEqual([400, 0]);
  expect(runs.filter(({ outcome }) => outcome !== 'returned')).toEqual([]);
  expect(childPeakKib()).toBeLessThan(MEMORY_KIB);
}, 120_000);

it('a day without any: one question a tick, nothing written, nothing told', async () => {
  const { account } = watchdog;
  for (let minute = 0; minute < 24 * 60; minute += 5)
    await watchdog.tick(new Date(Date.parse(at('12:00')) + minute * 60_000).toISOString());
  const callsOf = (name: string) => account.calls.get(name) ?? 0;
  expect(callsOf('sqs:ReceiveMessage')).toBe((24 * 60) / 5);
  expect([callsOf('sqs:DeleteMessageBatch'), callsOf('sqs:GetQueueAttributes')]).toEqual([0, 0]);
  await expect(readKept(account)).rejects.toThrow('no refused calls are kept');
  expect(said(account).filter((line) => /coverage|refused/.test(line))).toEqual([]);
}, 120_000);
