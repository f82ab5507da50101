import { readItems, type TablePartition, writeValues } from '../../aws/dynamodb';
import { emptyMinute, type SeriesHistory } from '../../lib/core/traffic/history';
import { USAGE_KINDS } from '../../lib/core/traffic/metrics';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { minutesFrom } from '../../lib/core/vocabulary/minute-list';
import type { MinuteUsage } from '../../lib/core/vocabulary/series';
import { parseSeriesKey, seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { BUCKET_SHAPE } from './shapes';
import type { WatchdogState } from './state';
import { type Found, judgeStored, tellCache } from './stored';

const USAGE_PREFIX = 'usage#';
const MINUTES_PER_BUCKET = 60;

/** Hours a bucket of minutes is kept: the day both readings need, and some to spare. */
const BUCKET_LIFETIME_HOURS = 27;

/** Broken hours that are named; of more the number would say nothing new. */
const TOLD_BUCKETS = 3;

/** One hour of one series: rows of minute and the columns of {@link USAGE_KINDS}. */
type Bucket = readonly (readonly (number | null)[])[];

function toRow(minute: MinuteUsage): (number | null)[] {
  return [minute.minute, ...USAGE_KINDS.map((kind) => minute[kind])];
}

function fromRow([minute, ...columns]: readonly (number | null)[]): MinuteUsage {
  const usage = emptyMinute(minute ?? 0);
  for (const [index, kind] of USAGE_KINDS.entries()) {
    const value = columns[index] ?? null;
    if (value !== null) usage[kind] = value;
  }
  return usage;
}

/** `usage#<hour since 1970>#<key of the series>`: the hour first, so that old hours need not be read. */
function toUsageKey(hour: number, seriesKey: string): string {
  return `${USAGE_PREFIX}${String(hour).padStart(8, '0')}#${seriesKey}`;
}

function toSeriesKey(usageKey: string): string {
  return usageKey.slice(toUsageKey(0, '').length);
}

/** The remembered minutes, and the hours that cannot be used. */
export interface FoundHistories {
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  /** Keys of the items to be replaced; those of a newer program are none of them. */
  readonly broken: readonly string[];
  /** Keys of the series whose minutes have a gap and must be read anew. */
  readonly gaps: ReadonlySet<string>;
  readonly blindSpots: readonly BlindSpot[];
}

/** Reads the remembered minutes of all series, by key, from the hour of `from` on. */
export async function loadHistories(
  table: TablePartition,
  state: Pick<WatchdogState, 'series'>,
  from: EpochMinute,
): Promise<FoundHistories> {
  const first = toUsageKey(Math.floor(from / MINUTES_PER_BUCKET), '');
  const minutes = new Map<string, MinuteUsage[]>();
  const unusable: { usageKey: string; found: Pick<Found<Bucket>, 'fate' | 'why'> }[] = [];
  for (const [usageKey, item] of await readItems(table, first, `${USAGE_PREFIX}~`)) {
    const found = judgeStored<Bucket>(item, BUCKET_SHAPE);
    if (found.value === null) unusable.push({ usageKey, found });
    const key = toSeriesKey(usageKey);
    const list = minutes.get(key) ?? [];
    for (const row of found.value ?? []) list.push(fromRow(row));
    minutes.set(key, list);
  }
  const histories = new Map<string, SeriesHistory>();
  for (const [key, list] of minutes) {
    histories.set(key, {
      ...parseSeriesKey(key),
      minutes: list.sort((a, b) => a.minute - b.minute),
      complete: true,
      readUntil: state.series[key]?.readUntil ?? 0,
    });
  }
  return {
    histories,
    broken: unusable.filter(({ found }) => found.fate === 'broken').map(({ usageKey }) => usageKey),
    gaps: new Set(unusable.map(({ usageKey }) => toSeriesKey(usageKey))),
    blindSpots: unusable.slice(0, TOLD_BUCKETS).flatMap(({ usageKey, found }) => tellCache(table, usageKey, found)),
  };
}

/** Saves the hours of a history that a read touched. @returns the keys of their items. */
export async function saveHistories(
  table: TablePartition,
  changed: readonly { history: SeriesHistory; from: EpochMinute }[],
): Promise<ReadonlySet<string>> {
  const values = changed.flatMap(({ history, from }) => {
    const buckets = new Map<number, (number | null)[][]>();
    const firstHour = Math.floor(from / MINUTES_PER_BUCKET);
    for (const minute of minutesFrom(history.minutes, firstHour * MINUTES_PER_BUCKET)) {
      const hour = Math.floor(minute.minute / MINUTES_PER_BUCKET);
      const rows = buckets.get(hour) ?? [];
      rows.push(toRow(minute));
      buckets.set(hour, rows);
    }
    return [...buckets].map(([hour, value]) => ({
      sortKey: toUsageKey(hour, seriesKeyOf(history)),
      value,
      expiresAt: (hour + BUCKET_LIFETIME_HOURS) * 3600,
    }));
  });
  await writeValues(table, values);
  return new Set(values.map(({ sortKey }) => sortKey));
}

/**
 * Replaces broken hours by empty ones, but for those that were saved anew. Only after the state was saved that knows that
 * the minutes of their series must be read again.
 */
export async function clearBroken(table: TablePartition, broken: readonly string[], now: EpochMinute): Promise<void> {
  const expiresAt = (Math.floor(now / MINUTES_PER_BUCKET) + BUCKET_LIFETIME_HOURS) * 3600;
  await writeValues(
    table,
    broken.map((sortKey) => ({ sortKey, value: [], expiresAt })),
  );
}
