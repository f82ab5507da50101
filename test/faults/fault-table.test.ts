import { deploy } from '../lambda/deployed';
import { FAULT_ROWS, type FaultRow, faultOf } from './fault-rows';
import { at, EXPECTED, play, prepareTraffic, said, TICKS, tally } from './scenario';

/** A run must end before the next one starts, with some to spare. */
const LONGEST_RUN_MS = 55_000;

function nameOf({ action, kind, span, skip }: FaultRow): string {
  return `${action} ${kind}, ${span}${skip ? `, after ${skip} calls` : ''}`;
}

/** Plays the scenario with a row's fault and says what came of it. */
async function run(row: FaultRow) {
  const watchdog = await deploy({ now: new Date(at('11:00')) });
  const { account } = watchdog;
  try {
    prepareTraffic(account);
    const fault = faultOf(row);
    const start = { at: 0, took: 0 };
    const runs = await play(watchdog, TICKS, (time) => {
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
    return { runs, took: start.took, lines: said(account) };
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
    const { runs, took, lines } = await run(row);
    const faultTicks = row.span === 'lasting' ? TICKS.filter((time) => time >= '12:06' && time < '12:20') : ['12:06'];
    const failedElsewhere = [...runs].filter(([time, { kind }]) => kind === 'failed' && !faultTicks.includes(time));
    expect(failedElsewhere).toEqual([]);
    const { coverage, repeated, ...others } = tally(lines, row.expected);
    expect(others).toEqual({ lost: [], wrong: [] });
    expect(repeated.length).toBeLessThanOrEqual(row.repeats ?? 0);
    expect(took).toBeLessThan(LONGEST_RUN_MS);
    const hit = runs.get('12:06');
    expect(hit?.kind).toBe(row.run);
    if (hit?.kind === 'failed') expect(hit.message).toContain(row.action);
    expect(coverage.includes(`opened coverage/${row.action} unknown`)).toBe(row.coverage);
    expect(coverage.includes(`recovered coverage/${row.action} ok`)).toBe(row.coverage);
  }, 60_000);
});
