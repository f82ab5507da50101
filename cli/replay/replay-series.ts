import { mergeReading } from '../../lib/core/traffic/history';
import type { UsageKind } from '../../lib/core/traffic/metrics';
import { HISTORY_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { ModelSeries } from '../../lib/core/vocabulary/series';
import { parseSeriesKey, seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import { type EpochMinute, MINUTES_PER_DAY, toIso } from '../../lib/core/vocabulary/time';
import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import type { ReplayLine } from './replay-line';

/**
 * The lines as CloudWatch would have answered at the minute `now`: one complete series per endpoint and metric ModelId,
 * sorted by it, so that the order of the lines means nothing.
 */
export function toSeries(lines: readonly ReplayLine[], now: EpochMinute): ModelSeries[] {
  const columnsByKey = new Map<string, Partial<Record<UsageKind, Map<EpochMinute, number>>>>();
  for (const { minute, points, ...identity } of lines) {
    const key = seriesKeyOf(identity);
    const columns = columnsByKey.get(key) ?? {};
    columnsByKey.set(key, columns);
    for (const [kind, value] of points) {
      columns[kind] ??= new Map();
      columns[kind].set(minute, value);
    }
  }
  const from = now - HISTORY_MINUTES;
  return [...columnsByKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, columns]) =>
      mergeReading(null, { ...parseSeriesKey(key), from, until: now, columns, complete: true }, from),
    );
}

/** `90m`, `3h`. */
function spellLookback(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** One sentence on the lines that per-minute quotas and throttles are not judged by; `null` when there is none. */
export function describeOutside(
  { file, lines }: { readonly file: string; readonly lines: readonly ReplayLine[] },
  { now, lookbackMinutes }: { readonly now: EpochMinute; readonly lookbackMinutes: number },
  words: CommandWords,
): string | null {
  const { notes, and } = words.replay;
  const from = now - lookbackMinutes;
  const early = lines.filter(({ minute }) => minute < from);
  const late = lines.filter(({ minute }) => minute >= now);
  const parts: string[] = [];
  if (early.length > 0) {
    const wanted = now - early.reduce((first, { minute }) => Math.min(first, minute), now);
    const how = wanted <= MINUTES_PER_DAY ? notes.longer(Math.ceil(wanted / 60)) : notes.tooEarly;
    parts.push(notes.early(spellCount(early.length, words), spellLookback(lookbackMinutes), how));
  }
  if (late.length > 0) {
    const last = late.reduce((latest, { minute }) => Math.max(latest, minute), now);
    parts.push(notes.late(spellCount(late.length, words), toIso(now), toIso(last + 1)));
  }
  if (parts.length === 0) return null;
  return notes.outside(file, spellQuantity(lines.length, notes.line, words), parts.join(and));
}
