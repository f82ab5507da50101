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
import { type Found, judgeStored, ownPartOf, tellCache } from './stored';

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

/** A stored hour and the part of the table it is in. */
export interface StoredHour {
  readonly table: TablePartition;
  readonly sortKey: string;
}

/** The remembered minutes, and the hours that cannot be used. */
export interface FoundHistories {
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  /** The items to be replaced; those of a newer program are none of them. */
  readonly broken: readonly StoredHour[];
  /** Keys of the series whose minutes have a gap and must be read anew. */
  readonly gaps: ReadonlySet<string>;
  readonly blindSpots: readonly BlindSpot[];
}

/** Tables with hours of a newer program, and what is told of them while this process lives: its own go into a part of its own. */
const newerHours = new WeakMap<TablePartition, readonly BlindSpot[]>();

/** What is told of the hours of a newer program that were found in the table; nothing where there are none. */
export function tellNewerHours(table: TablePartition): readonly BlindSpot[] {
  return newerHours.get(table) ?? [];
}

function hoursPlaceOf(table: TablePartition): TablePartition {
  return newerHours.has(table) ? ownPartOf(table) : table;
}

interface FoundHour extends StoredHour, Pick<Found<Bucket>, 'value' | 'fate' | 'why'> {}

async function loadHours(table: TablePartition, from: EpochMinute): Promise<FoundHour[]> {
  const first = toUsageKey(Math.floor(from / MINUTES_PER_BUCKET), '');
  const items = await readItems(table, first, `${USAGE_PREFIX}~`);
  return [...items].map(([sortKey, item]) => ({ table, sortKey, ...judgeStored<Bucket>(item, BUCKET_SHAPE) }));
}

/** The minutes of all series; of a minute that is in two parts of the table that of the later list counts. */
function collectMinutes(hours: readonly FoundHour[]): Map<string, Map<EpochMinute, MinuteUsage>> {
  const minutes = new Map<string, Map<EpochMinute, MinuteUsage>>();
  for (const { sortKey, value } of hours) {
    const key = toSeriesKey(sortKey);
    const ofSeries = minutes.get(key) ?? new Map<EpochMinute, MinuteUsage>();
    for (const usage of (value ?? []).map(fromRow)) ofSeries.set(usage.minute, usage);
    minutes.set(key, ofSeries);
  }
  return minutes;
}

/**
 * Reads the remembered minutes of all series, by key, from the hour of `from` on. Hours of a newer program are left as they
 * are; this one's then lie in its own part of the table, where they are read from for as long as they count.
 */
export async function loadHistories(
  table: TablePartition,
  state: Pick<WatchdogState, 'series'>,
  from: EpochMinute,
): Promise<FoundHistories> {
  const own = ownPartOf(table);
  const [hours, beside] = await Promise.all([loadHours(table, from), own === table ? [] : loadHours(own, from)]);
  const toTold = (found: readonly FoundHour[]) =>
    found.slice(0, TOLD_BUCKETS).flatMap(({ sortKey, ...one }) => tellCache(table, sortKey, one));
  const newer = hours.filter(({ fate }) => fate === 'newer');
  if (newer.length > 0) newerHours.set(table, toTold(newer));
  else newerHours.delete(table);
  const all = newer.length > 0 ? [...hours, ...beside] : [...beside, ...hours];
  const good = new Set(all.filter(({ value }) => value !== null).map(({ sortKey }) => sortKey));
  const broken = all.filter(({ fate }) => fate === 'broken');
  const histories = new Map<string, SeriesHistory>();
  for (const [key, minutes] of collectMinutes(all)) {
    histories.set(key, {
      ...parseSeriesKey(key),
      minutes: [...minutes.values()].sort((a, b) => a.minute - b.minute),
      complete: true,
      readUntil: state.series[key]?.readUntil ?? 0,
    });
  }
  return {
    histories,
    broken: broken.map(({ table: part, sortKey }) => ({ table: part, sortKey })),
    gaps: new Set(
      [...broken, ...newer.filter(({ sortKey }) => !good.has(sortKey))].map((one) => toSeriesKey(one.sortKey)),
    ),
    blindSpots: [...tellNewerHours(table), ...toTold(broken)],
  };
}

/** Saves the hours of a history that a read touched. @returns the items that were written. */
export async function saveHistories(
  table: TablePartition,
  changed: readonly { history: SeriesHistory; from: EpochMinute }[],
): Promise<readonly StoredHour[]> {
  const place = hoursPlaceOf(table);
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
  await writeValues(place, values);
  return values.map(({ sortKey }) => ({ table: place, sortKey }));
}

/**
 * Replaces broken hours by empty ones, but for those that were saved anew. Only after the state was saved that knows that
 * the minutes of their series must be read again.
 */
export async function clearBroken(
  broken: readonly StoredHour[],
  written: readonly StoredHour[],
  now: EpochMinute,
): Promise<void> {
  const expiresAt = (Math.floor(now / MINUTES_PER_BUCKET) + BUCKET_LIFETIME_HOURS) * 3600;
  for (const part of new Set(broken.map(({ table }) => table))) {
    const isOfPart = ({ table }: StoredHour) => table === part;
    const done = new Set(written.filter(isOfPart).map(({ sortKey }) => sortKey));
    const left = broken.filter((hour) => isOfPart(hour) && !done.has(hour.sortKey));
    await writeValues(
      part,
      left.map(({ sortKey }) => ({ sortKey, value: [], expiresAt })),
    );
  }
}
