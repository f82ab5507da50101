import { statementOf } from '../../aws/aws-error';
import type { TablePartition } from '../../aws/dynamodb';
import type { FleetAccount, FleetChoice } from '../../lib/core/targets';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { type EpochMinute, MINUTES_PER_DAY } from '../../lib/core/vocabulary/time';
import { type AccountList, loadAccounts, saveAccounts } from '../fleet/account-list';

/** Minutes after which the accounts are listed anew, and after a listing that failed. */
const LISTED_EVERY_MINUTES = 60;
const TRIED_EVERY_MINUTES = 5;

/** Accounts whose tags one run reads: Organizations takes few calls a second. They are read once a day. */
const TAGS_PER_RUN = 20;

/** Name of the listing as something that can fail. */
const SOURCE = 'organizations:accounts';

/** What listing needs. */
export interface Listing {
  readonly choice: FleetChoice;
  /** Where the list is kept. */
  readonly table: TablePartition;
  readonly organization: OrganizationReader;
  /** Whether a rule goes by tags of accounts; else they are not read. */
  readonly needsTags: boolean;
}

/** Reads an organisation. Each call throws a StatementError. */
export interface OrganizationReader {
  readonly list: (choice: NonNullable<FleetChoice['organization']>) => Promise<FleetAccount[]>;
  readonly tagsOf: (accountId: string) => Promise<Record<string, string>>;
}

/** The accounts of the organisation, and whether they are those of this very moment. */
export interface KnownAccounts {
  readonly accounts: readonly FleetAccount[];
  /** Whether an account that is not among them is none any more: the list is whole, and there is one. */
  readonly isSure: boolean;
}

/** Listed accounts with the tags they had before. */
function keepTags(listed: readonly FleetAccount[], known: AccountList | null): FleetAccount[] {
  const before = new Map(known?.accounts.map(({ accountId, tags }) => [accountId, tags]));
  return listed.map((account) => ({ ...account, tags: before.get(account.accountId) ?? {} }));
}

/** A list with tags that are read anew: first those that never were. */
async function refreshTags(list: AccountList, { tagsOf }: OrganizationReader, now: EpochMinute): Promise<AccountList> {
  const { accounts, tagsReadAt } = list;
  const old = accounts
    .map(({ accountId }) => ({ accountId, readAt: tagsReadAt[accountId] ?? 0 }))
    .filter(({ readAt }) => now - readAt >= MINUTES_PER_DAY)
    .sort((a, b) => a.readAt - b.readAt)
    .slice(0, TAGS_PER_RUN);
  if (old.length === 0) return list;
  const read = new Map<string, Record<string, string>>();
  for (const { accountId } of old) read.set(accountId, await tagsOf(accountId));
  return {
    ...list,
    accounts: accounts.map((account) => ({ ...account, tags: read.get(account.accountId) ?? account.tags })),
    tagsReadAt: { ...tagsReadAt, ...Object.fromEntries(old.map(({ accountId }) => [accountId, now])) },
  };
}

/** Whether accounts are to be listed: each hour, and where that failed every five minutes. */
function isListingDue(known: AccountList | null, now: EpochMinute): boolean {
  if (known === null) return true;
  const age = now - known.listedAt;
  return age >= LISTED_EVERY_MINUTES && age % TRIED_EVERY_MINUTES === 0;
}

/**
 * The accounts of the organisation, listed each hour; in between, and while they cannot be listed, those of the last list. A
 * watchdog without an organisation has none but those that it names.
 */
export async function provideAccounts(
  { choice, table, organization, needsTags }: Listing,
  now: EpochMinute,
): Promise<Read<KnownAccounts>> {
  if (choice.organization === null) return { value: { accounts: [], isSure: true }, blindSpots: [] };
  const { list: known, version, blindSpots } = await loadAccounts(table);
  const failures: BlindSpot[] = [...blindSpots];
  let list = known;
  try {
    if (isListingDue(known, now)) {
      const listed = await organization.list(choice.organization);
      list = { listedAt: now, accounts: keepTags(listed, known), tagsReadAt: known?.tagsReadAt ?? {} };
    }
    if (list !== null && needsTags) list = await refreshTags(list, organization, now);
  } catch (error) {
    failures.push({ source: SOURCE, ...statementOf(error) });
  }
  if (list !== null && list !== known) await saveAccounts(table, list, version);
  const isSure = list !== null && now - list.listedAt < LISTED_EVERY_MINUTES;
  return { value: { accounts: list?.accounts ?? [], isSure }, blindSpots: failures };
}
