import { LATE_POINT_GRACE_MINUTES } from '../vocabulary/cadence';
import { minutesBetween, minutesFrom } from '../vocabulary/minute-list';
import type { MinuteUsage, ModelSeries } from '../vocabulary/series';
import type { SeriesIdentity } from '../vocabulary/series-key';
import type { EpochMinute } from '../vocabulary/time';
import { USAGE_KINDS, type UsageKind } from './metrics';

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

/** A minute in which nothing was counted, to be filled. */
export function emptyMinute(minute: EpochMinute): { -readonly [Kind in keyof MinuteUsage]: MinuteUsage[Kind] } {
  return { minute, ...EMPTY_MINUTE };
}

function isEmpty(minute: MinuteUsage): boolean {
  return USAGE_KINDS.every((kind) => minute[kind] === EMPTY_MINUTE[kind]);
}

/** One minute with what a reading says of it. */
function readMinute(known: MinuteUsage, { columns, complete }: UsageReading): MinuteUsage {
  const read = { ...known };
  for (const kind of USAGE_KINDS) {
    const column = columns[kind];
    const value = column?.get(known.minute);
    if (value !== undefined) read[kind] = value;
    else if (!column || !complete) continue;
    else if (kind === 'estimatedTpm') read.estimatedTpm = null;
    else read[kind] = 0;
  }
  return read;
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
  const { from, until } = reading;
  const known = history?.minutes ?? [];
  const touched = new Map(minutesBetween(known, from, until).map((one) => [one.minute, one]));
  for (const column of Object.values(reading.columns)) {
    for (const minute of column.keys()) {
      if (minute >= from && minute < until && !touched.has(minute)) touched.set(minute, emptyMinute(minute));
    }
  }
  const read = [...touched.values()].map((one) => readMinute(one, reading)).filter((one) => !isEmpty(one));
  const minutes = [
    ...minutesBetween(known, Number.NEGATIVE_INFINITY, from),
    ...read.sort((a, b) => a.minute - b.minute),
    ...minutesFrom(known, until),
  ];
  return {
    endpoint: reading.endpoint,
    modelId: reading.modelId,
    ...(reading.set === undefined ? {} : { set: reading.set }),
    minutes: minutesFrom(minutes, keepFrom),
    complete: reading.complete,
    readUntil: reading.complete
      ? Math.max(reading.until, history?.readUntil ?? 0)
      : Math.min(reading.from + LATE_POINT_GRACE_MINUTES, history?.readUntil ?? reading.from),
  };
}

/** The first minute of `[from, until)` that is not the same in both; `null`: all are. */
export function firstChange(
  before: ModelSeries | null,
  after: ModelSeries,
  { from, until }: { readonly from: EpochMinute; readonly until: EpochMinute },
): EpochMinute | null {
  const known = new Map(minutesBetween(before?.minutes ?? [], from, until).map((minute) => [minute.minute, minute]));
  const changed = minutesBetween(after.minutes, from, until).find((minute) => {
    const old = known.get(minute.minute) ?? emptyMinute(minute.minute);
    return USAGE_KINDS.some((kind) => minute[kind] !== old[kind]);
  });
  return changed?.minute ?? null;
}

/** Whether some minute of `[from, until)` has accepted calls but no native estimate: the token counts are needed. */
export function lacksNativeEstimate(history: ModelSeries, from: EpochMinute, until: EpochMinute): boolean {
  return minutesBetween(history.minutes, from, until).some(
    ({ invocations, estimatedTpm }) => invocations > 0 && estimatedTpm === null,
  );
}
