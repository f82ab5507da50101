import { USAGE_KINDS, type UsageKind } from './metric-kinds';
import type { SeriesIdentity } from './series-key';
import { MINUTES_PER_DAY } from './time';
import type { EpochMinute, MinuteUsage, ModelSeries } from './usage';

/** Late points are waited for this long: a read covers everything since the last one and this much before. */
export const LATE_POINT_GRACE_MINUTES = 15;

/** How long minutes are kept: a day for the rolling reading, and the grace for late points. */
export const HISTORY_MINUTES = MINUTES_PER_DAY + LATE_POINT_GRACE_MINUTES;

/** Points of some columns of one metric ModelId, read for the minutes `[from, until)`. */
export interface UsageReading extends SeriesIdentity {
  readonly from: EpochMinute;
  readonly until: EpochMinute;
  /** Column → minute → sum; a column that was read without points is an empty map. */
  readonly columns: Readonly<Partial<Record<UsageKind, ReadonlyMap<EpochMinute, number>>>>;
  /** `false` when a page or a metric is missing. */
  readonly complete: boolean;
}

/** The minutes of one metric ModelId as they are remembered. */
export interface SeriesHistory extends ModelSeries {
  /** Everything before this minute has been read at least once. */
  readonly readUntil: EpochMinute;
}

const EMPTY_MINUTE: Omit<MinuteUsage, 'minute'> = {
  invocations: 0,
  throttles: 0,
  clientErrors: 0,
  serverErrors: 0,
  input: 0,
  output: 0,
  cacheRead: 0,
  cacheWrite: 0,
  estimatedTpm: null,
};

/** A minute in which nothing was counted. */
export function emptyMinute(minute: EpochMinute): MinuteUsage {
  return { minute, ...EMPTY_MINUTE };
}

function isEmpty(minute: MinuteUsage): boolean {
  return USAGE_KINDS.every((kind) => minute[kind] === EMPTY_MINUTE[kind]);
}

/**
 * Takes a reading into the history: within the reading's minutes each column it brings replaces what was known (so late
 * points count once), other columns and minutes stay, and minutes older than `keepFrom` go. An incomplete reading only
 * adds: what it lacks may be the part that failed.
 */
export function mergeReading(
  history: SeriesHistory | null,
  reading: UsageReading,
  keepFrom: EpochMinute,
): SeriesHistory {
  const minutes = new Map((history?.minutes ?? []).map((minute) => [minute.minute, { ...minute }]));
  const inReading = (minute: EpochMinute) => minute >= reading.from && minute < reading.until;
  for (const kind of USAGE_KINDS) {
    const column = reading.columns[kind];
    if (!column) continue;
    for (const [minute, known] of reading.complete ? minutes : []) {
      if (inReading(minute) && !column.has(minute)) Object.assign(known, { [kind]: EMPTY_MINUTE[kind] });
    }
    for (const [minute, value] of column) {
      if (!inReading(minute)) continue;
      const known = minutes.get(minute) ?? emptyMinute(minute);
      minutes.set(minute, { ...known, [kind]: value });
    }
  }
  return {
    endpoint: reading.endpoint,
    modelId: reading.modelId,
    minutes: [...minutes.values()]
      .filter((minute) => minute.minute >= keepFrom && !isEmpty(minute))
      .sort((a, b) => a.minute - b.minute),
    complete: reading.complete,
    readUntil: reading.complete
      ? Math.max(reading.until, history?.readUntil ?? 0)
      : Math.min(reading.from + LATE_POINT_GRACE_MINUTES, history?.readUntil ?? reading.from),
  };
}

/** Whether some minute of `[from, until)` has accepted calls but no native estimate: the token counts are needed. */
export function lacksNativeEstimate(history: ModelSeries, from: EpochMinute, until: EpochMinute): boolean {
  return history.minutes.some(
    ({ minute, invocations, estimatedTpm }) =>
      minute >= from && minute < until && invocations > 0 && estimatedTpm === null,
  );
}
