import type { ReadingCost } from '../../aws/metric-points';
import { spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { complain } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';

/** US dollars for a metric of GetMetricData, whatever the range. Source: list price of us-east-1, 2026-10. */
const DOLLARS_PER_METRIC = 0.01 / 1000;

/** Less than this is not worth a word; US dollars. */
const WORTH_TELLING = 0.01;

/** US dollars of some metrics of GetMetricData, to the cent; `null`: not worth a word. */
export function costOf(billedMetrics: number): string | null {
  const dollars = billedMetrics * DOLLARS_PER_METRIC;
  return dollars <= WORTH_TELLING ? null : dollars.toFixed(2);
}

/** Says before a reading how many calls it makes and what they cost, where that is over one cent. */
export function announceCost({ calls, billedMetrics }: ReadingCost, region: string, words: CommandWords, io: CliIo) {
  const dollars = costOf(billedMetrics);
  if (dollars === null) return;
  const [count, metrics] = [spellCount(calls, words), spellCount(billedMetrics, words)];
  complain(io, `${region}: ${words.usage.cost(count, metrics, dollars)}`);
}
