import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import type { SeriesHistory } from '../../lib/core/traffic/history';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { WatchdogState } from './state';

/** More minutes than this are read anew each time: a function of 256 MB has better uses for its memory. */
const MOST_MINUTES = 250_000;

/** What a run knew at its end, kept in the process for the next one: reading it anew is most of a warm run. */
export interface WarmMemory {
  /**
   * The minutes from `from` on, if the run that saved `state` was this process's own; else `null`: another process may
   * have read more.
   */
  recall(state: WatchdogState, from: EpochMinute): ReadonlyMap<string, SeriesHistory> | null;
  /** The catalog `state` was judged by, if this process has it; else `null`. */
  recallCatalog(state: WatchdogState): QuotaCatalog | null;
  /** The minute of the last own point that CloudWatch accepted of this process; `null`: of none that is known. */
  readonly acceptedPoint: EpochMinute | null;
  /** Takes note that CloudWatch accepted an own point. */
  notePoint(minute: EpochMinute): void;
  /** Keeps what belongs to a state that was saved. */
  keep(state: WatchdogState, known: Known): void;
}

/** What a run knew at its end. */
export interface Known {
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  readonly catalog: QuotaCatalog;
}

function countMinutes(histories: ReadonlyMap<string, SeriesHistory>): number {
  let count = 0;
  for (const { minutes } of histories.values()) count += minutes.length;
  return count;
}

/** As a history looks when it comes from the table: complete, without what is too old. */
function refresh(history: SeriesHistory, readUntil: EpochMinute, from: EpochMinute): SeriesHistory {
  const first = history.minutes.findIndex(({ minute }) => minute >= from);
  const minutes = first === 0 ? history.minutes : first < 0 ? [] : history.minutes.slice(first);
  return { ...history, minutes, complete: true, readUntil };
}

/** A memory that knows nothing yet. Only one run can save the state of a minute, so the minute names the run. */
export function createWarmMemory(): WarmMemory {
  let kept: { evaluatedUntil: EpochMinute; histories: ReadonlyMap<string, SeriesHistory> } | null = null;
  let keptCatalog: QuotaCatalog | null = null;
  let acceptedPoint: EpochMinute | null = null;
  return {
    get acceptedPoint() {
      return acceptedPoint;
    },
    notePoint(minute) {
      acceptedPoint = minute;
    },
    recall({ evaluatedUntil, series }, from) {
      if (!kept || evaluatedUntil === null || kept.evaluatedUntil !== evaluatedUntil) return null;
      const known = [...kept.histories].map(
        ([key, history]) => [key, refresh(history, series[key]?.readUntil ?? 0, from)] as const,
      );
      return new Map(known.filter(([, { minutes }]) => minutes.length > 0));
    },
    recallCatalog({ catalogReadAt }) {
      return keptCatalog !== null && keptCatalog.readAt === catalogReadAt ? keptCatalog : null;
    },
    keep({ evaluatedUntil }, { histories, catalog }) {
      keptCatalog = catalog;
      const fits = evaluatedUntil !== null && countMinutes(histories) <= MOST_MINUTES;
      kept = fits ? { evaluatedUntil, histories } : null;
    },
  };
}
