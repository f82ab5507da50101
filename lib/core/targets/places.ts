import type { Place } from '../vocabulary/place';
import type { FleetAccount, TargetPlace } from './target';

/** A target with the name of its account, as far as one is known. */
export type PlaceOf = (target: TargetPlace) => Place;

/** Finds the names of accounts in a list of them. */
export function createPlaces(accounts: readonly FleetAccount[]): PlaceOf {
  const names = new Map(accounts.map(({ accountId, name }) => [accountId, name]));
  return ({ accountId, region }) => ({ accountId, region, accountName: names.get(accountId) ?? null });
}
