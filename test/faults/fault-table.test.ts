import { CHANNELS, deploy, RULES, setRules } from '../lambda/deployed';
import { FAULT_ROWS, type FaultRow, faultOf } from './fault-rows';
import { at, EXPECTED, play, prepareTraffic, said, saidInChat, saidInEvents, TICKS, tally } from './scenario';

/** A run must end before the next one starts, with some to spare. */
const LONGEST_RUN_MS = 55_000;

/** A warm process has its minutes in memory: only a new one reads them from the table. */
const READ_WHEN_COLD = 'dynamodb:Query';

function nameOf({ action, kind, span, skip }: FaultRow): string {
  return `${action} ${kind}, ${span}${skip ? `, after ${skip} calls` : ''}`;
}

/** Plays the scenario with a row's fault and says what came of it. */
async function run(row: FaultRow) {
  const environment = { ...(row.hasChannels ? CHANNELS : {}), ...(row.rules ? RULES : {}) };
  const watchdog = await deploy({ now: new Date(at('11:00')) }, environment);
  const { account } = watchdog;
  if (row.rules) setRules(watchdog, row.rules);
  try {
    prepareTraffic(account);
    const fault = faultOf(row);
    const start = { at: 0, took: 0 };
    const runs = await play(watchdog, TICKS, (time) => {
      if (row.action === READ_WHEN_COLD) watchdog.crash();
      if (time === '12:06') {
        account.faults.add(fault);
        start.at = performance.now();
      }
      if (time === '12:07') {
        start.took = performance.now() - start.at;
        if (row.span !== 'lasting') account.faults.remove(fault);
      }
      if (time === '12:20') account.faults.remove(fault);
    });
    const channels = row.hasChannels ? [saidInChat(watchdog), saidInEvents(watchdog)] : [];
    return { runs, took: start.took, lines: said(account), channels };
  } finally {
    await watchdog.close();
  }
}

it('without a fault the scenario says what its numbers say', async () => {
  const watchdog = await deploy({ now: new Date(at('11:00')) });
  prepareTraffic(watchdog.account);
  const runs = await play(watchdog);
  expect([...runs].filter(([, { kind }]) => kind === 'failed')).toEqual([]);
  expect(said(watchdog.account)).toEqual(EXPECTED);
  await watchdog.close();
});

describe.each(FAULT_ROWS.map((row) => [nameOf(row), row] as const))('%s', (_, row) => {
  it('loses nothing, repeats at most what it must, and says what failed', async () => {
    const { runs, took, lines, channels } = await run(row);
    const source = row.coverageSource ?? row.action;
    const faultTicks = row.span === 'lasting' ? TICKS.filter((time) => time >= '12:06' && time < '12:20') : ['12:06'];
    const failedElsewhere = [...runs].filter(([time, { kind }]) => kind === 'failed' && !faultTicks.includes(time));
    expect(failedElsewhere).toEqual([]);
    const { coverage, repeated, ...others } = tally(lines, row.expected);
    expect(others).toEqual({ lost: [], wrong: [] });
    const inChannels = channels.map((one) => tally(one, row.expected));
    for (const { lost, wrong } of inChannels) expect({ lost, wrong }).toEqual({ lost: [], wrong: [] });
    const repeatedInChannels = inChannels.reduce((sum, one) => sum + one.repeated.length, 0);
    expect(repeated.length).toBeLessThanOrEqual(row.hasChannels ? 0 : (row.repeats ?? 0));
    expect(repeatedInChannels).toBeLessThanOrEqual(row.repeats ?? 0);
    expect(took).toBeLessThan(LONGEST_RUN_MS);
    const hit = runs.get('12:06');
    expect(hit?.kind).toBe(row.run);
    if (hit?.kind === 'failed') expect(hit.message).toContain(row.action.replace('PutEventsEntry', 'PutEvents'));
    expect(coverage.includes(`opened coverage/${source} unknown`)).toBe(row.coverage);
    // Without its memory the watchdog judges nothing; it says so when it has it back.
    const isUnseen = row.span === 'lasting' && row.action.startsWith('dynamodb:');
    expect(coverage.some((line) => line.startsWith('opened coverage/watchdog:missedRuns/'))).toBe(isUnseen);
    expect(coverage.includes(`recovered coverage/${source} ok`)).toBe(row.coverage);
  }, 60_000);
});
