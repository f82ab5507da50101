import { bundlePoller } from './lib/bundle';
import { createRandom, openQuotas, pickFleet, spendMinute } from './lib/fleet';
import { printAims, printAssumptions, renderTable, round, saveResult } from './lib/report';
import { type SlowProxy, startSlowProxy, toWaves } from './lib/slow-proxy';
import { mean } from './lib/stats';
import { startWatchdog } from './lib/watchdog';

const DELAY_MS = 30;
const MODELS = 50;
const MINUTES_PER_DAY = 1440;
const REPEATS = 3;
const NOW = Date.parse('2026-10-14T12:00:00Z') / 60_000;

/**
 * Calls that cannot but follow one another. Lists in pages follow by their token, and what is read before is needed for
 * what is written after; all else can run beside. Messages: none is due in these runs.
 */
const CHAINS = {
  cold: {
    calls: 16,
    why: 'state, 12 pages of quotas (catalog, ListMetrics, GetMetricData beside them), minutes, state, own metrics',
  },
  warm: { calls: 5, why: 'state, GetMetricData (catalog and minutes beside it), minutes, state, own metrics' },
} as const;

type Run = keyof typeof CHAINS;

interface Timing {
  readonly wallMs: number;
  readonly calls: number;
  readonly waves: ReturnType<typeof toWaves>;
}

/** A cold and a warm run of a bundle, and what a single call costs here. */
export async function timeRuns(directory: string): Promise<{ timings: Record<Run, Timing>; singleMs: number }> {
  const quotas = openQuotas();
  let proxy: SlowProxy | undefined;
  const watchdog = await startWatchdog(
    directory,
    { now: new Date(NOW * 60_000), quotas },
    {
      endpoint: async (url) => {
        proxy = await startSlowProxy(url, DELAY_MS);
        return proxy.url;
      },
    },
  );
  try {
    const random = createRandom(5);
    for (const { modelId, limit } of pickFleet(quotas, MODELS)) {
      for (let minute = NOW - MINUTES_PER_DAY; minute < NOW + 5; minute++)
        spendMinute(watchdog.account, modelId, minute, limit * (0.55 + 0.1 * random()));
    }
    const run = async (minute: number): Promise<Timing> => {
      const before = proxy?.calls.length ?? 0;
      await watchdog.tick(minute);
      const calls = proxy?.calls.slice(before) ?? [];
      // From the first call on, so that the start of the process (benchmark cold-start) is not in it.
      const wallMs = performance.now() - Math.min(...calls.map(({ from }) => from));
      return { wallMs, calls: calls.length, waves: toWaves(calls) };
    };
    const timings = { cold: await run(NOW), warm: await run(NOW + 1) };
    // What one call costs here without work of the service: the shortest that passed.
    const singleMs = Math.min(...(proxy?.calls ?? []).map(({ from, until }) => until - from));
    return { timings, singleMs };
  } finally {
    await watchdog.close();
    await proxy?.close();
  }
}

/** Waves of the same one call after another as one row. */
function toSummary(waves: Timing['waves']): (Timing['waves'][number] & { waves: number })[] {
  const rows: (Timing['waves'][number] & { waves: number })[] = [];
  for (const wave of waves) {
    const last = rows.at(-1);
    if (last?.actions === wave.actions) rows.splice(-1, 1, { ...last, until: wave.until, waves: last.waves + 1 });
    else rows.push({ ...wave, waves: 1 });
  }
  return rows;
}

/** One evaluation over HTTP with 30 ms added to each call, beside the calls that cannot but follow one another. */
export async function poll(): Promise<void> {
  const poller = await bundlePoller();
  const all: Awaited<ReturnType<typeof timeRuns>>[] = [];
  try {
    for (let repeat = 0; repeat < REPEATS; repeat++) all.push(await timeRuns(poller.directory));
  } finally {
    poller.remove();
  }
  const singleMs = mean(all.map((one) => one.singleMs));
  console.log(`1,162 quotas, ${MODELS} active models with a day of minutes, ${DELAY_MS} ms on each call.\n`);
  const results = (Object.keys(CHAINS) as Run[]).map((name) => {
    const [fastest] = all.map(({ timings }) => timings[name]).sort((a, b) => a.wallMs - b.wallMs);
    const { wallMs, calls, waves } = fastest ?? { wallMs: 0, calls: 0, waves: [] };
    const chainMs = CHAINS[name].calls * singleMs;
    return { name, wallMs, chainMs, ratio: wallMs / chainMs, calls, waves };
  });
  console.log(
    renderTable(
      ['run', 'calls', 'waves', 'ms', 'unavoidable calls', 'their ms', 'ratio'],
      results.map((one) => [
        one.name,
        one.calls,
        one.waves.length,
        round(one.wallMs, 0),
        CHAINS[one.name].calls,
        round(one.chainMs, 0),
        round(one.ratio),
      ]),
    ),
  );
  for (const { name, waves } of results) {
    console.log(`\n${name}: what followed what (calls under way together share a line)`);
    const [first] = waves;
    const rows = toSummary(waves).map((wave, index, all) => [
      wave.waves,
      wave.actions,
      round(wave.from - (first?.from ?? 0), 0),
      round(wave.until - wave.from, 0),
      round(wave.from - (all[index - 1]?.until ?? first?.from ?? 0), 0),
    ]);
    console.log(renderTable(['waves', 'calls', 'at ms', 'ms', 'work before, ms'], rows));
  }
  const assumptions = [
    ...Object.entries(CHAINS).map(
      ([name, { calls, why }]) => `${name}: ${calls} calls must follow one another: ${why}`,
    ),
    `a single call here: ${round(singleMs, 1)} ms (the shortest that passed, ${DELAY_MS} ms of it the delay)`,
    `the fastest of ${REPEATS} runs of new processes, each from its first call to its answer; the start of the process is not in it`,
  ];
  console.log();
  printAssumptions(assumptions);
  const aims = results.map(({ name, ratio }) => ({
    what: `${name} run ÷ unavoidable calls`,
    measured: ratio,
    atMost: 1.3,
  }));
  printAims(aims);
  saveResult('poll', { delayMs: DELAY_MS, models: MODELS, singleMs, results, assumptions, aims });
}
