import { statementOf } from '../../aws/aws-error';
import type { TablePartition } from '../../aws/dynamodb';
import type { FleetAccount, FleetChoice } from '../../lib/core/targets';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { loadAccounts, saveAccounts } from '../fleet/account-list';

/** Minutes after which the accounts are listed anew, and after a listing that failed. */
const LISTED_EVERY_MINUTES = 60;
const TRIED_EVERY_MINUTES = 5;

/** Name of the listing as something that can fail. */
const SOURCE = 'organizations:accounts';

/** What listing needs. */
export interface Listing {
  readonly choice: FleetChoice;
  /** Where the list is kept. */
  readonly table: TablePartition;
  readonly list: (choice: NonNullable<FleetChoice['organization']>) => Promise<FleetAccount[]>;
}

/** The accounts of the organisation, and whether they are those of this very moment. */
export interface KnownAccounts {
  readonly accounts: readonly FleetAccount[];
  /** Whether an account that is not among them is none any more: the list is whole, and there is one. */
  readonly isSure: boolean;
}

/**
 * The accounts of the organisation, listed each hour; in between, and while they cannot be listed, those of the last list. A
 * watchdog without an organisation has none but those that it names.
 */
export async function provideAccounts(
  { choice, table, list }: Listing,
  now: EpochMinute,
): Promise<Read<KnownAccounts>> {
  if (choice.organization === null) return { value: { accounts: [], isSure: true }, blindSpots: [] };
  const found = await loadAccounts(table);
  const known = found.list;
  const accounts = known?.accounts ?? [];
  const age = known === null ? null : now - known.listedAt;
  const isFresh = age !== null && age < LISTED_EVERY_MINUTES;
  const isLaterTry = age !== null && age % TRIED_EVERY_MINUTES !== 0;
  if (isFresh || isLaterTry) return { value: { accounts, isSure: isFresh }, blindSpots: found.blindSpots };
  try {
    const listed = await list(choice.organization);
    await saveAccounts(table, { listedAt: now, accounts: listed }, found.version);
    return { value: { accounts: listed, isSure: true }, blindSpots: found.blindSpots };
  } catch (error) {
    const failure = { source: SOURCE, ...statementOf(error) };
    return { value: { accounts, isSure: false }, blindSpots: [...found.blindSpots, failure] };
  }
}
