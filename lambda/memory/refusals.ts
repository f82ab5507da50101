import { statementOf } from '../../aws/aws-error';
import { readValue, type TablePartition, writeValue, writeValues } from '../../aws/dynamodb';
import { EMPTY_LEDGER, LEDGER_MINUTES, type RefusalLedger, readLedger } from '../../lib/core/refusals';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';

const LEDGER_KEY = 'refusals';

/** Name of the refusals as something that cannot be seen. */
export const REFUSALS_SOURCE = 'sqs:refusals';

/** A ledger as the table has it. */
export interface StoredLedger {
  readonly ledger: RefusalLedger;
  /** `null`: what is stored cannot be read, and is written over. */
  readonly version: number | null;
}

const knownLedgers = new WeakMap<TablePartition, StoredLedger>();

/** @returns the failure with what it hides; it never stops an alert. */
function describeFailure(what: 'refusalsNotRecalled' | 'refusalsNotSaved', error: unknown): BlindSpot {
  return { source: REFUSALS_SOURCE, ...toStatement(what, statementOf(error)) };
}

/** Whether an item was read and is not what this code wrote: no JSON, or not packed. */
function isGarbled(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)));
}

/**
 * The ledger as it was saved last: read once by a process, for then it knows. One that does not parse is begun anew.
 * @returns `null` with the error when the table cannot be read.
 */
export async function loadLedger(table: TablePartition): Promise<Read<StoredLedger | null>> {
  const known = knownLedgers.get(table);
  if (known) return { value: known, blindSpots: [] };
  try {
    const { value, version } = await readValue<unknown>(table, LEDGER_KEY);
    const stored = { ledger: readLedger(value) ?? EMPTY_LEDGER, version };
    knownLedgers.set(table, stored);
    return { value: stored, blindSpots: [] };
  } catch (error) {
    if (isGarbled(error)) return { value: { ledger: EMPTY_LEDGER, version: null }, blindSpots: [] };
    return { value: null, blindSpots: [describeFailure('refusalsNotRecalled', error)] };
  }
}

/** Saves a ledger. @returns `false` when another run was faster: what came then comes again. */
export async function saveLedger(
  table: TablePartition,
  ledger: RefusalLedger,
  { version }: StoredLedger,
  now: EpochMinute,
): Promise<Read<boolean>> {
  const expiresAt = (now + LEDGER_MINUTES) * 60;
  // Whatever happens now, what is stored is known again only by reading it, unless this run wrote it.
  knownLedgers.delete(table);
  try {
    if (version === null) {
      await writeValues(table, [{ sortKey: LEDGER_KEY, value: ledger, expiresAt }]);
      return { value: true, blindSpots: [] };
    }
    const isSaved = await writeValue(table, LEDGER_KEY, ledger, version, expiresAt);
    if (isSaved) knownLedgers.set(table, { ledger, version: version + 1 });
    return { value: isSaved, blindSpots: [] };
  } catch (error) {
    return { value: false, blindSpots: [describeFailure('refusalsNotSaved', error)] };
  }
}
