import { type Breach, playBreaches, STARTS, type Start, spellBreaches } from './lib/breaches';
import { bundlePoller } from './lib/bundle';
import { printAims, printAssumptions, renderTable, round, saveResult } from './lib/report';
import { mean, percentile } from './lib/stats';

const AIM_MINUTES = 4;
const PLAN = { models: 50, episodes: 20 };

/** Points of a minute show 1 to 2 minutes after its end, so the first tick that can see them comes 2 minutes after it. */
const EARLIEST_MINUTES = 2;

/** Delays of some breaches in minutes. */
export function summarize(breaches: readonly Breach[]): {
  told: number;
  missed: number;
  mean: number;
  p50: number;
  p95: number;
  max: number;
} {
  const delays = breaches.flatMap(({ delay }) => delay ?? []);
  return {
    told: delays.length,
    missed: breaches.length - delays.length,
    mean: round(mean(delays)),
    p50: percentile(delays, 50),
    p95: percentile(delays, 95),
    max: percentile(delays, 100),
  };
}

/** Minutes from the end of the first minute at or over 95 % to the message. */
export async function delay(): Promise<void> {
  const poller = await bundlePoller();
  const breaches = await playBreaches(poller, PLAN).finally(poller.remove);
  const starts = Object.keys(STARTS) as Start[];
  const summaries = {
    ...Object.fromEntries(starts.map((start) => [start, summarize(breaches.filter((one) => one.start === start))])),
    all: summarize(breaches),
  };
  console.log(`${spellBreaches(PLAN)}.\n`);
  console.log(
    renderTable(
      ['start', 'told', 'missed', 'mean', 'p50', 'p95', 'max', 'waited for the next read'],
      Object.entries(summaries).map(([start, s]) => [
        start,
        s.told,
        s.missed,
        s.mean,
        s.p50,
        s.p95,
        s.max,
        round(s.mean - EARLIEST_MINUTES),
      ]),
    ),
  );
  const assumptions = [
    'points show 60-120 s after their minute, one minute in eight in two steps (the default of the local account)',
    `ticks come on the whole minute, so ${EARLIEST_MINUTES} minutes is the least a reader of points can reach`,
    'a run takes no time: the clock stands still meanwhile (benchmark poll says how long it takes)',
    'from the publish to SNS on: nothing; mail servers are not ours',
  ];
  console.log();
  printAssumptions(assumptions);
  const aims = [{ what: 'p95 of all, minutes', measured: summaries.all.p95, atMost: AIM_MINUTES }];
  printAims(aims);
  saveResult('delay', { breaches: spellBreaches(PLAN), minutes: summaries, assumptions, aims });
}
