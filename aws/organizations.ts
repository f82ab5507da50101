import {
  type Account,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { FleetAccount, OrganizationChoice } from '../lib/core/targets';
import { cleanText } from '../lib/core/vocabulary/outside-text';
import { readPages, StatementError } from './aws-error';
import { type CallCounter, countCalls } from './call-counter';
import { clientConfigOf } from './client-config';

/** Characters of an account's name that are told. AWS takes 50. */
const LONGEST_NAME = 100;

/** Characters of a tag's key or value; AWS takes 128 and 256. */
const LONGEST_TAG = 256;

/** Units that are asked side by side: Organizations takes few calls a second. */
const UNITS_AT_ONCE = 4;

/**
 * A client for the accounts of an organisation. It answers to the management account and to delegated administrators alone, in
 * one Region of each partition, which the SDK knows.
 */
export function createOrganizationsClient(region: string | undefined, counter: CallCounter): OrganizationsClient {
  const client = new OrganizationsClient(clientConfigOf(region));
  countCalls(client, 'organizations', counter);
  return client;
}

/** All of a list. @throws StatementError that names the action: half a list would pass for the whole. */
async function readAll<T>(action: string, readPage: Parameters<typeof readPages<T>>[1]): Promise<T[]> {
  const { value, blindSpots } = await readPages(action, readPage);
  const [failure] = blindSpots;
  if (failure) throw new StatementError(failure);
  return value;
}

/** Field `State` took the place of `Status`, which AWS has taken away since 2026-09-09; local accounts may have either. */
function isActive({ State, Status }: Account): boolean {
  return (State ?? Status) === 'ACTIVE';
}

function readRoots(client: OrganizationsClient): Promise<string[]> {
  return readAll('organizations:ListRoots', async (NextToken) => {
    const { Roots = [], NextToken: next } = await client.send(new ListRootsCommand({ NextToken }));
    return { items: Roots.flatMap(({ Id }) => Id ?? []), next };
  });
}

function readUnits(client: OrganizationsClient, ParentId: string): Promise<string[]> {
  return readAll('organizations:ListOrganizationalUnitsForParent', async (NextToken) => {
    const command = new ListOrganizationalUnitsForParentCommand({ ParentId, NextToken });
    const { OrganizationalUnits = [], NextToken: next } = await client.send(command);
    return { items: OrganizationalUnits.flatMap(({ Id }) => Id ?? []), next };
  });
}

function readAccounts(client: OrganizationsClient, ParentId: string): Promise<Account[]> {
  return readAll('organizations:ListAccountsForParent', async (NextToken) => {
    const command = new ListAccountsForParentCommand({ ParentId, NextToken });
    const { Accounts = [], NextToken: next } = await client.send(command);
    return { items: Accounts, next };
  });
}

/** A unit, and those above it as far as they were walked, the nearest first. */
interface Unit {
  readonly id: string;
  readonly above: readonly string[];
}

/**
 * The active accounts below the chosen units, or of the whole organisation, with the units above them as far as they were
 * chosen. Accounts that are excluded are listed too. @throws StatementError that names the action: half a list would end the
 * alerts of the other half.
 */
export async function listOrganizationAccounts(
  client: OrganizationsClient,
  { all, organizationalUnits }: OrganizationChoice,
): Promise<FleetAccount[]> {
  const starts = all ? await readRoots(client) : organizationalUnits;
  const waiting: Unit[] = starts.map((id) => ({ id, above: [] }));
  const found = new Map<string, FleetAccount>();
  const seen = new Set<string>();
  const walk = async ({ id, above }: Unit) => {
    if (seen.has(id)) return;
    seen.add(id);
    const [accounts, units] = await Promise.all([readAccounts(client, id), readUnits(client, id)]);
    const path = [id, ...above];
    for (const account of accounts) {
      if (account.Id === undefined || !isActive(account)) continue;
      const name = account.Name === undefined ? null : cleanText(account.Name, LONGEST_NAME);
      found.set(account.Id, { accountId: account.Id, name, organizationalUnits: path, tags: {} });
    }
    for (const unit of units) waiting.push({ id: unit, above: path });
  };
  while (waiting.length > 0) await Promise.all(waiting.splice(0, UNITS_AT_ONCE).map(walk));
  return [...found.values()].sort((a, b) => a.accountId.localeCompare(b.accountId));
}

/** The tags of an account. @throws StatementError that names the action. */
export async function readAccountTags(client: OrganizationsClient, accountId: string): Promise<Record<string, string>> {
  const tags = await readAll('organizations:ListTagsForResource', async (NextToken) => {
    const command = new ListTagsForResourceCommand({ ResourceId: accountId, NextToken });
    const { Tags = [], NextToken: next } = await client.send(command);
    return { items: Tags, next };
  });
  const clean = (text: string | undefined) => cleanText(text ?? '', LONGEST_TAG);
  return Object.fromEntries(tags.map(({ Key, Value }) => [clean(Key), clean(Value)]));
}
