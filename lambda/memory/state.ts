import { statementOf } from '../../aws/aws-error';
import { copyItem, type TablePartition, writeValue } from '../../aws/dynamodb';
import { refusalOf } from '../../aws/refusal';
import type { DigestRecord } from '../../lib/core/alerts/digest';
import type { AlertEntries } from '../../lib/core/alerts/entry';
import type { Temperature } from '../../lib/core/measure/reading-plan';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import type { Echo } from '../../lib/core/traffic/echo';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, MINUTES_PER_DAY, toIso } from '../../lib/core/vocabulary/time';
import type { OutboxEntry } from '../outbox/entry';
import { CATALOG_SHAPE, STATE_SHAPE } from './shapes';
import { toSlim } from './slim';
import { type Found, loadStored, ownKey, ownPartOf, type StoredKind, tellCache, tellStored } from './stored';

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

const STATE: StoredKind = { key: 'state', shape: STATE_SHAPE };
const CATALOG: StoredKind = { key: 'catalog', shape: CATALOG_SHAPE };

/** Days that a state that was set aside is kept, and what an older program keeps beside a newer one's. */
const ASIDE_DAYS = 30;

function inDays(now: EpochMinute): number {
  return (now + ASIDE_DAYS * MINUTES_PER_DAY) * 60;
}

/** The state as it was found, and the part of the table in which it lives. */
export interface FoundState extends Found<WatchdogState> {
  /** The table, or this program's own part of it while the state in it is a newer program's. */
  readonly table: TablePartition;
}

/**
 * Reads the state. Where it is a newer program's, everything of this one is read and kept in a part of its own: what is in
 * the table stays as it is. @throws the SDK's error when DynamoDB cannot be read: without state nothing may be said.
 */
export async function loadState(table: TablePartition): Promise<FoundState> {
  const found = await loadStored<WatchdogState>(table, STATE);
  if (found.fate !== 'newer') return { ...found, table };
  const part = ownPartOf(table);
  const own = await loadStored<WatchdogState>(part, STATE);
  return { ...own, fate: own.fate === 'good' ? 'newer' : own.fate, why: own.why ?? found.why, table: part };
}

/** Whether DynamoDB refused an item as itself: it is too large. */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && refusalOf(error.cause) === 'message';
}

/**
 * Keeps a state that cannot be read under another key, before it is replaced; one that is so large that no copy of it is taken
 * must not end every run. @returns what is told of it.
 */
export async function settleState(found: FoundState, now: EpochMinute): Promise<BlindSpot[]> {
  const { table, fate, why, item } = found;
  if (why === null) return [];
  if (fate === 'newer') return [tellStored(table, STATE.key, why, 'storedLeft')];
  try {
    await copyItem(table, item, { sortKey: `state-aside#${toIso(now)}`, expiresAt: inDays(now) });
    return [tellStored(table, STATE.key, why, 'storedAside')];
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return [tellStored(table, STATE.key, why, toStatement('storedNotKept', statementOf(error)))];
  }
}

/** Saves the state if no other run did since `version`; one that is more than an item holds in few words. */
export async function saveState(table: TablePartition, state: WatchdogState, version: number): Promise<boolean> {
  try {
    return await writeValue(table, STATE.key, state, version);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return writeValue(table, STATE.key, toSlim(state), version);
  }
}

/** The quota catalog as it was found, and the key under which this program keeps its own. */
export interface FoundCatalog extends Found<QuotaCatalog> {
  readonly key: string;
  readonly blindSpots: readonly BlindSpot[];
}

/** Reads the quota catalog as it was saved: it is a cache, and one that cannot be used is none. */
export async function loadCatalog(table: TablePartition): Promise<FoundCatalog> {
  const found = await loadStored<QuotaCatalog>(table, CATALOG);
  const blindSpots = tellCache(table, CATALOG.key, found);
  if (found.fate !== 'newer') return { ...found, key: CATALOG.key, blindSpots };
  const key = ownKey(CATALOG.key);
  const own = await loadStored<QuotaCatalog>(table, { ...CATALOG, key });
  return { ...own, fate: 'newer', key, blindSpots };
}

/** Saves the quota catalog; `false` when a faster run's catalog stays, for it is as fresh. */
export async function saveCatalog(
  table: TablePartition,
  catalog: QuotaCatalog,
  { key, version }: Pick<FoundCatalog, 'key' | 'version'>,
): Promise<boolean> {
  return writeValue(table, key, catalog, version, key === CATALOG.key ? undefined : inDays(catalog.readAt));
}
