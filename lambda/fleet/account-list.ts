import { type TablePartition, writeValue } from '../../aws/dynamodb';
import { FLEET_KEYS } from '../../lib/contract';
import type { FleetAccount } from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { fields, listOf, minute, orNull, recordOf, type Shape, text } from '../memory/shape';
import { loadStored, type StoredKind, tellCache } from '../memory/stored';

/** The accounts of an organisation as they were listed last. */
export interface AccountList {
  readonly listedAt: EpochMinute;
  readonly accounts: readonly FleetAccount[];
  /** When the tags of accounts were read, by their ids; absent as of those that never were. */
  readonly tagsReadAt: Readonly<Record<string, EpochMinute>>;
}

const LIST_SHAPE: Shape = fields({
  listedAt: minute,
  accounts: listOf(
    fields({ accountId: text, name: orNull(text), organizationalUnits: listOf(text), tags: recordOf(text) }),
  ),
  tagsReadAt: recordOf(minute),
});

const LIST: StoredKind = { key: FLEET_KEYS.accounts, shape: LIST_SHAPE };

/** A list as the table has it. */
export interface FoundAccounts {
  /** `null`: there is none that can be used. */
  readonly list: AccountList | null;
  readonly version: number;
  readonly blindSpots: readonly BlindSpot[];
}

/** Reads the list of before. @throws StatementError */
export async function loadAccounts(table: TablePartition): Promise<FoundAccounts> {
  const found = await loadStored<AccountList>(table, LIST);
  return { list: found.value, version: found.version, blindSpots: tellCache(table, LIST.key, found) };
}

/** Saves the list; another run's, which is as fresh, stays. @throws StatementError */
export async function saveAccounts(table: TablePartition, list: AccountList, version: number): Promise<void> {
  await writeValue(table, LIST.key, list, version);
}
