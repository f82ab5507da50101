import { statementOf } from '../../aws/aws-error';
import { type TablePartition, writeValue } from '../../aws/dynamodb';
import {
  EMPTY_LEDGER,
  LEDGER_MINUTES,
  pruneLedger,
  type RefusalLedger,
  readLedger,
  sumCalls,
  withoutCaller,
} from '../../lib/core/refusals';
import { type BlindSpot, REFUSALS_SOURCE, type Read, UNREADABLE_SOURCE } from '../../lib/core/vocabulary/blind-spot';
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

/** Names that were kept before they were to be left out go with the next save, and are told no more. */
export function asConfigured(ledger: RefusalLedger, principals: boolean): RefusalLedger {
  return principals ? ledger : { ...ledger, groups: ledger.groups.map(withoutCaller) };
}

/** What came in the last hours and nobody could read. */
export function tellUnreadable({ unreadable }: RefusalLedger): BlindSpot[] {
  const count = sumCalls(unreadable);
  return count > 0 ? [{ source: UNREADABLE_SOURCE, ...toStatement('refusalsUnreadable', `${count}`) }] : [];
}

/** The ledger in the table. @throws the SDK's error when it cannot be read. */
async function findLedger(table: TablePartition): Promise<Read<StoredLedger>> {
  const found = await loadStored<RefusalLedger>(table, LEDGER);
  const blindSpots = tellCache(table, LEDGER.key, found);
  const key = found.fate === 'newer' ? ownKey(LEDGER.key) : LEDGER.key;
  const { value, version, fate } =
    key === LEDGER.key ? found : await loadStored<RefusalLedger>(table, { ...LEDGER, key });
  return { value: { ledger: value ?? EMPTY_LEDGER, version, key, isBroken: fate === 'broken' }, blindSpots };
}

/**
 * What the poller saved, for those who only look: read anew each time.
 * @returns an empty ledger with the error when the table cannot be read.
 */
export async function recallLedger(
  table: TablePartition,
  principals: boolean,
  now: EpochMinute,
): Promise<Read<RefusalLedger>> {
  try {
    const { value, blindSpots } = await findLedger(table);
    const ledger = pruneLedger(asConfigured(value.ledger, principals), now);
    return { value: ledger, blindSpots: [...blindSpots, ...tellUnreadable(ledger)] };
  } catch (error) {
    return { value: EMPTY_LEDGER, blindSpots: [describeFailure('refusalsNotRecalled', error)] };
  }
}

/**
 * The ledger as it was saved last: read once by a process, for then it knows. One that does not parse is begun anew.
 * @returns `null` with the error when the table cannot be read.
 */
export async function loadLedger(table: TablePartition): Promise<Read<StoredLedger | null>> {
  const known = knownLedgers.get(table);
  if (known) return { value: known, blindSpots: [] };
  try {
    const found = await findLedger(table);
    knownLedgers.set(table, found.value);
    return found;
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
