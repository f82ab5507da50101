import type { JsonService } from '../wire/aws-json';
import { textOf } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** An account of the organisation; tests move, suspend and take them away. */
export interface OrganizationAccount {
  readonly accountId: string;
  readonly name: string;
  /** Unit or root in which it is. */
  parentId: string;
  /** @default 'ACTIVE' */
  state?: string;
}

/** An organisation as its management account sees it. */
export interface Organization {
  readonly rootId: string;
  /** Unit → the unit or root above it. */
  readonly units: Map<string, string>;
  readonly accounts: OrganizationAccount[];
}

/** Accounts and units a page, as AWS gives them. */
const PAGE_SIZE = 20;

function page<T>(items: readonly T[], token: string | undefined): { items: readonly T[]; next: string | undefined } {
  const from = token === undefined ? 0 : Number(token);
  const next = from + PAGE_SIZE < items.length ? String(from + PAGE_SIZE) : undefined;
  return { items: items.slice(from, from + PAGE_SIZE), next };
}

/** What the watchdog asks of Organizations; `State` has taken the place of `Status`, as in AWS since 2026-09. */
export function createOrganizations({ rootId, units, accounts }: Organization): JsonService {
  const parentOf = (input: Parameters<typeof textOf>[0]): string => {
    const id = textOf(input, 'ParentId') ?? '';
    if (id === rootId || units.has(id)) return id;
    throw new ServiceError('ParentNotFoundException', "You specified a parent that doesn't exist.");
  };
  return {
    ListRoots: () => ({ Roots: [{ Id: rootId, Name: 'Root' }] }),
    ListAccountsForParent: (input) => {
      const parentId = parentOf(input);
      const listed = accounts.filter((account) => account.parentId === parentId);
      const { items, next } = page(listed, textOf(input, 'NextToken'));
      return {
        Accounts: items.map(({ accountId, name, state = 'ACTIVE' }) => ({ Id: accountId, Name: name, State: state })),
        ...(next === undefined ? {} : { NextToken: next }),
      };
    },
    ListOrganizationalUnitsForParent: (input) => {
      const parentId = parentOf(input);
      const listed = [...units].filter(([, above]) => above === parentId).map(([id]) => id);
      const { items, next } = page(listed, textOf(input, 'NextToken'));
      return {
        OrganizationalUnits: items.map((id) => ({ Id: id, Name: id })),
        ...(next === undefined ? {} : { NextToken: next }),
      };
    },
  };
}
