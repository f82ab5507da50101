import {
  readValue,
  readValues,
  type TablePartition,
  type Versioned,
  writeValue,
  writeValues,
} from '../../aws/dynamodb';
import type { DigestRecord } from '../../lib/core/alerts/digest';
import type { AlertEntries } from '../../lib/core/alerts/entry';
import type { Temperature } from '../../lib/core/measure/reading-plan';
import type { Echo } from '../../lib/core/traffic/echo';
import { emptyMinute, type SeriesHistory } from '../../lib/core/traffic/history';
import { USAGE_KINDS } from '../../lib/core/traffic/metrics';
import { minutesFrom } from '../../lib/core/vocabulary/minute-list';
import type { MinuteUsage } from '../../lib/core/vocabulary/series';
import { parseSeriesKey, seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { OutboxEntry } from '../outbox/entry';

/** What is remembered of one series beside its minutes. */
export interface SeriesState {
  readonly metricNames: readonly string[];
  /** `null` until a first read was complete. */
  readonly readUntil: EpochMinute | null;
  /** The last listing without it when it was found: what it did since is news. `null`: found by the first listing. */
  readonly unlistedAt: EpochMinute | null;
  readonly temperature: Temperature;
}

/** Everything the watchdog remembers between runs, but for quotas and minutes. */
export interface WatchdogState {
  /** The clock of the newest evaluation. */
  readonly evaluatedUntil: EpochMinute | null;
  readonly seriesListedAt: EpochMinute | null;
  /** By the key of the series: the bare ModelId for the runtime endpoint, as older versions stored it. */
  readonly series: Readonly<Record<string, SeriesState>>;
  readonly alerts: AlertEntries;
  readonly outbox: readonly OutboxEntry[];
  /** When the catalog of the newest evaluation was read; absent in states of older versions. */
  readonly catalogReadAt?: EpochMinute;
  /** What the next digest will tell. Absent as in older versions, or `null`: nothing is recorded. */
  readonly digest?: DigestRecord | null;
  /** Base models of the custom model deployments that have traffic, by ARN; absent in states of older versions. */
  readonly customDeployments?: Readonly<Record<string, string>>;
  /** Whether CloudWatch shows our own points. Absent in states of older versions. */
  readonly echo?: Echo;
}

/** The state of a watchdog that never ran. */
export const EMPTY_STATE: WatchdogState = {
  evaluatedUntil: null,
  seriesListedAt: null,
  series: {},
  alerts: {},
  outbox: [],
};

const STATE_KEY = 'state';
const CATALOG_KEY = 'catalog';
const USAGE_PREFIX = 'usage#';
const MINUTES_PER_BUCKET = 60;

/** Hours a bucket of minutes is kept: the day both readings need, and some to spare. */
const BUCKET_LIFETIME_HOURS = 27;

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

/** Reads the state. @throws the SDK's error when DynamoDB cannot be read: without state nothing may be said. */
export async function loadState(table: TablePartition): Promise<Versioned<WatchdogState>> {
  return readValue<WatchdogState>(table, STATE_KEY);
}

/** Saves the state if no other run did since `version`. */
export async function saveState(table: TablePartition, state: WatchdogState, version: number): Promise<boolean> {
  return writeValue(table, STATE_KEY, state, version);
}

/** Reads the quota catalog as it was saved; the caller gives its shape. */
export async function loadCatalog<T>(table: TablePartition): Promise<Versioned<T>> {
  return readValue<T>(table, CATALOG_KEY);
}

/** Saves the quota catalog; `false` when a faster run's catalog stays, for it is as fresh. */
export async function saveCatalog(table: TablePartition, catalog: unknown, version: number): Promise<boolean> {
  return writeValue(table, CATALOG_KEY, catalog, version);
}

/** `usage#<hour since 1970>#<key of the series>`: the hour first, so that old hours need not be read. */
function toUsageKey(hour: number, seriesKey: string): string {
  return `${USAGE_PREFIX}${String(hour).padStart(8, '0')}#${seriesKey}`;
}

/** Reads the remembered minutes of all series, by key, from the hour of `from` on. */
export async function loadHistories(
  table: TablePartition,
  state: WatchdogState,
  from: EpochMinute,
): Promise<Map<string, SeriesHistory>> {
  const buckets = await readValues<Bucket>(
    table,
    toUsageKey(Math.floor(from / MINUTES_PER_BUCKET), ''),
    `${USAGE_PREFIX}~`,
  );
  const minutes = new Map<string, MinuteUsage[]>();
  for (const [sortKey, bucket] of buckets) {
    const key = sortKey.slice(toUsageKey(0, '').length);
    const list = minutes.get(key) ?? [];
    list.push(...bucket.map(fromRow));
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
  return histories;
}

/** Saves the hours of a history that a read touched. */
export async function saveHistories(
  table: TablePartition,
  changed: readonly { history: SeriesHistory; from: EpochMinute }[],
): Promise<void> {
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
}
