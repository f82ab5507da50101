import type { DeployedWatchdog } from '../lambda/deployed';
import { REFUSAL_ROWS, type RefusalRow } from './refusal-rows';
import { DENIED, deployWithQueue, put, readKept, setQueue, toEvents, waiting } from './refusal-scenario';
import { at, EXPECTED, play, said, TICKS, tally } from './scenario';

/** The part of a run in which it reads, of 55 seconds, and as long again for all else. */
const LONGEST_RUN_MS = 40_000;

/** Calls of the scenario itself, delivered before 12:01: enough for an alert. */
const OWN = toEvents(6, 'own');
const DENIED_OPENED = `opened ${DENIED} warning`;

/** The minute each line was said in first. */
function minutesOf({ account }: DeployedWatchdog): Map<string, number> {
  const minutes = new Map<string, number>();
  let known = 0;
  for (const { at: time } of account.messages) {
    // Lines come in the order of messages, and each message has at least one.
    const lines = said({
      ...account,
      messages: account.messages.slice(0, account.messages.findIndex((m) => m.at === time) + 1),
    });
    for (const line of lines.slice(known)) if (!minutes.has(line)) minutes.set(line, Date.parse(time) / 60_000);
    known = lines.length;
  }
  return minutes;
}

async function run(row: RefusalRow) {
  const watchdog = await deployWithQueue();
  const { account } = watchdog;
  const faults = (row.faults ?? []).map((fault) => ({ service: 'sqs', ...fault }));
  const end = row.isLasting || row.isDeleted ? '12:20' : '12:07';
  const start = { at: 0, took: 0 };
  try {
    const runs = await play(watchdog, TICKS, (time) => {
      if (time === '12:01') put(account, OWN);
      put(account, row.deliveries?.[time] ?? []);
      if (time === '12:06') {
        for (const fault of faults) account.faults.add(fault);
        if (row.isDeleted) setQueue(account, false);
        start.at = performance.now();
      }
      if (time === '12:07') start.took = performance.now() - start.at;
      if (time === end) {
        for (const fault of faults) account.faults.remove(fault);
        if (row.isDeleted) setQueue(account, true);
      }
    });
    const left = waiting(account).length;
    return {
      runs,
      took: start.took,
      lines: said(account),
      minutes: minutesOf(watchdog),
      kept: await readKept(account),
      left,
    };
  } finally {
    await watchdog.close();
  }
}

/** When each alert comes while nothing is wrong. */
let usual: Map<string, number>;

beforeAll(async () => {
  usual = (await run({ name: 'as usual', deliveries: {} })).minutes;
  expect([...usual.keys()].sort()).toEqual([...EXPECTED, DENIED_OPENED].sort());
  expect(usual.get(EXPECTED[0])).toBe(Date.parse(at('12:06')) / 60_000);
}, 60_000);

describe.each(REFUSAL_ROWS.map((row) => [row.name, row] as const))('%s', (_, row) => {
  it('counts each call once, tells once what it cannot, and holds up no alert', async () => {
    const { runs, took, lines, minutes, kept, left } = await run(row);
    const { coverage, ...others } = tally(lines, [...EXPECTED, DENIED_OPENED]);
    expect(others).toEqual({ lost: [], wrong: [], repeated: [] });
    const late = [...usual].filter(([line, minute]) => (minutes.get(line) ?? Number.POSITIVE_INFINITY) > minute + 1);
    expect(late).toEqual([]);
    expect(took).toBeLessThan(LONGEST_RUN_MS);
    expect({ calls: kept.calls, unreadable: kept.unreadable, left }).toEqual({
      calls: OWN.length + (row.counted ?? 40),
      unreadable: row.unreadable ?? 0,
      left: 0,
    });
    const opened = (row.told ?? []).map((source) => `opened coverage/${source} unknown`);
    expect(coverage.filter((line) => line.startsWith('opened'))).toEqual(opened);
    const hit = runs.get('12:06');
    expect(hit?.kind).toBe(row.fails === undefined ? 'returned' : 'failed');
    if (hit?.kind === 'failed') expect(hit.message).toContain(row.fails);
    const isHit = (time: string) => time >= '12:06' && time < (row.isLasting || row.isDeleted ? '12:20' : '12:07');
    expect([...runs].filter(([time, { kind }]) => kind === 'failed' && !isHit(time))).toEqual([]);
  }, 90_000);
});
