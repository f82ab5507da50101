import type { FleetAccount, FleetChoice, Target } from './target';

/** By whom targets are read. */
export interface Reading {
  /** The watchdog's own account, which needs no role. */
  readonly ownAccountId: string;
  /** ARN of the role of an account. */
  readonly roleArnOf: (accountId: string) => string;
}

/**
 * All targets of a watchdog: its own account, those that are named, and those of the organisation, in each Region. An account
 * that the organisation's choice excludes is none, whoever else names it.
 */
export function chooseTargets(
  { regions, accounts, organization }: FleetChoice,
  listed: readonly FleetAccount[],
  { ownAccountId, roleArnOf }: Reading,
): Target[] {
  const excluded = new Set(organization?.exclude ?? []);
  const ids = new Set([ownAccountId, ...accounts, ...listed.map(({ accountId }) => accountId)]);
  return [...ids]
    .filter((accountId) => !excluded.has(accountId))
    .sort()
    .flatMap((accountId) =>
      regions.map((region) => ({
        accountId,
        region,
        roleArn: accountId === ownAccountId ? null : roleArnOf(accountId),
      })),
    );
}
