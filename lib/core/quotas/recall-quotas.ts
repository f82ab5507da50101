import type { MappedQuota, Quota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/time';
import type { LostQuota } from './quota-change';
import { toQuotaCode } from './reply-row';

/** What is known of the quotas from earlier reads. */
export interface SeenQuotas {
  readonly quotas: readonly MappedQuota[];
  /** Listed codes of anything but these quotas; `null` until one listing was read in full, for what is new then? */
  readonly otherCodes: readonly string[] | null;
  /** Code → the first complete read without it. */
  readonly missingSince: Readonly<Record<string, EpochMinute>>;
}

/** The memory of a watchdog that never read. */
export const NOTHING_SEEN: SeenQuotas = { quotas: [], otherCodes: null, missingSince: {} };

/** What a listing says of one code, inference or not. */
export interface ListedRow {
  /** `null`: without a readable name. */
  readonly name: string | null;
  /** Whether name, value and adjustable could all be read. */
  readonly isWhole: boolean;
}

/** One read of the quotas. */
export interface QuotaReading {
  /** The inference quotas of it. */
  readonly quotas: readonly Quota[];
  readonly rows: ReadonlyMap<string, ListedRow>;
  /** Whether the applied values were read in full (an empty list is not), and the defaults. */
  readonly applied: boolean;
  readonly defaults: boolean;
  readonly now: EpochMinute;
}

/** What is known after a read, before it is mapped. */
export interface Recollection extends Pick<SeenQuotas, 'otherCodes' | 'missingSince'> {
  readonly quotas: readonly Quota[];
  readonly lost: readonly LostQuota[];
}

/** The codes of raw `ListServiceQuotas` rows with what could be read of them; of a code listed twice, of all its rows. */
export function toListedRows(applied: readonly unknown[]): Map<string, ListedRow> {
  const rows = new Map<string, ListedRow>();
  for (const row of applied) {
    if (typeof row !== 'object' || row === null) continue;
    const { QuotaCode, QuotaName, Value, Adjustable } = row as Readonly<Record<string, unknown>>;
    const code = toQuotaCode(QuotaCode);
    if (code === null) continue;
    const name = typeof QuotaName === 'string' && QuotaName.trim() !== '' ? QuotaName.trim() : null;
    const isValue = typeof Value === 'number' && Number.isFinite(Value) && Value >= 0;
    const isWhole = name !== null && isValue && typeof Adjustable === 'boolean';
    rows.set(code, { name, isWhole: isWhole && rows.get(code)?.isWhole !== false });
  }
  return rows;
}

/** What a read did not show of a quota is what was known of it. */
function fillIn(quota: Quota, known: Quota | undefined, { rows, defaults }: QuotaReading): Quota {
  if (!known) return quota;
  const isWhole = rows.get(quota.quotaCode)?.isWhole ?? true;
  return {
    ...quota,
    adjustable: isWhole ? quota.adjustable : known.adjustable,
    defaultValue: quota.defaultValue ?? (defaults ? null : known.defaultValue),
  };
}

type Fate = 'kept' | 'missing' | 'lost' | 'dropped';

/** What becomes of a known quota that a read does not show as one. */
function fateOf(quota: Quota, { missingSince }: SeenQuotas, { rows, applied, now }: QuotaReading): Fate {
  const row = rows.get(quota.quotaCode);
  // With the very same name it is this version that reads names otherwise, not AWS that renamed.
  if (row?.isWhole) return row.name === quota.quotaName ? 'dropped' : 'lost';
  if (row || !applied) return 'kept';
  const since = missingSince[quota.quotaCode];
  return since !== undefined && since < now ? 'lost' : 'missing';
}

/**
 * Joins a read with what was known: a failed page and a row that cannot be read take nothing away, and a row is lost only when two complete reads in succession lack it, for AWS's listing is eventually consistent.
 */
export function recallQuotas(memory: SeenQuotas, reading: QuotaReading): Recollection {
  const known = new Map(memory.quotas.map((quota) => [quota.quotaCode, quota]));
  const codes = new Set(reading.quotas.map((quota) => quota.quotaCode));
  const unseen = memory.quotas
    .filter((quota) => !codes.has(quota.quotaCode))
    .map((quota) => ({ quota, fate: fateOf(quota, memory, reading) }));
  const stays = unseen.filter(({ fate }) => fate === 'kept' || fate === 'missing').map(({ quota }) => quota);
  const isKnown = new Set([...codes, ...stays.map((quota) => quota.quotaCode)]);
  const marks = unseen.flatMap(({ quota: { quotaCode }, fate }) => {
    const isListed = reading.rows.has(quotaCode);
    const since = memory.missingSince[quotaCode] ?? (fate === 'missing' ? reading.now : undefined);
    return since === undefined || isListed || fate === 'lost' ? [] : [[quotaCode, since] as const];
  });
  return {
    quotas: [...reading.quotas.map((quota) => fillIn(quota, known.get(quota.quotaCode), reading)), ...stays],
    otherCodes: reading.applied ? [...reading.rows.keys()].filter((code) => !isKnown.has(code)) : memory.otherCodes,
    missingSince: Object.fromEntries(marks),
    lost: unseen
      .filter(({ fate }) => fate === 'lost')
      .map(({ quota }) => ({ quota, nowNamed: reading.rows.get(quota.quotaCode)?.name ?? null })),
  };
}
