import { statementOf } from '../../aws/aws-error';
import { type TablePartition, writeValue } from '../../aws/dynamodb';
import { EMPTY_LEDGER, LEDGER_MINUTES, type RefusalLedger, readLedger } from '../../lib/core/refusals';
import { type BlindSpot, REFUSALS_SOURCE, type Read } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { loadStored, ownKey, type StoredKind, tellCache } from './stored';

const LEDGER: StoredKind = {
  key: 'refusals',
  shape: (value, at) => (readLedger(value) === null ? at : null),
};

/** A ledger as the table has it. */
export interface StoredLedger {
  readonly ledger: RefusalLedger;
  readonly version: number;
  /** Of this program's own beside a newer one's. */
  readonly key: string;
  /** What is stored cannot be read and must be written over. */
  readonly isBroken: boolean;
}

const knownLedgers = new WeakMap<TablePartition, StoredLedger>();

/** @returns the failure with what it hides; it never stops an alert. */
function describeFailure(what: 'refusalsNotRecalled' | 'refusalsNotSaved', error: unknown): BlindSpot {
  return { source: REFUSALS_SOURCE, ...toStatement(what, statementOf(error)) };
}

/**
 * The ledger as it was saved last: read once by a process, for then it knows. One that does not parse is begun anew.
 * @returns `null` with the error when the table cannot be read.
 */
export async function loadLedger(table: TablePartition): Promise<Read<StoredLedger | null>> {
  const known = knownLedgers.get(table);
  if (known) return { value: known, blindSpots: [] };
  try {
    const found = await loadStored<RefusalLedger>(table, LEDGER);
    const blindSpots = tellCache(table, LEDGER.key, found);
    const key = found.fate === 'newer' ? ownKey(LEDGER.key) : LEDGER.key;
    const { value, version, fate } =
      key === LEDGER.key ? found : await loadStored<RefusalLedger>(table, { ...LEDGER, key });
    const stored = { ledger: value ?? EMPTY_LEDGER, version, key, isBroken: fate === 'broken' };
    knownLedgers.set(table, stored);
    return { value: stored, blindSpots };
  } catch (error) {
    return { value: null, blindSpots: [describeFailure('refusalsNotRecalled', error)] };
  }
}

/** Saves a ledger. @returns `false` when another run was faster: what came then comes again. */
export async function saveLedger(
  table: TablePartition,
  ledger: RefusalLedger,
  { version, key }: StoredLedger,
  now: EpochMinute,
): Promise<Read<boolean>> {
  const expiresAt = (now + LEDGER_MINUTES) * 60;
  // Whatever happens now, what is stored is known again only by reading it, unless this run wrote it.
  knownLedgers.delete(table);
  try {
    const isSaved = await writeValue(table, key, ledger, version, expiresAt);
    if (isSaved) knownLedgers.set(table, { ledger, version: version + 1, key, isBroken: false });
    return { value: isSaved, blindSpots: [] };
  } catch (error) {
    return { value: false, blindSpots: [describeFailure('refusalsNotSaved', error)] };
  }
}
