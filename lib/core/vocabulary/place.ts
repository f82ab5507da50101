/** An account and a Region of a fleet, as people know them. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
  /** `null`: not known. */
  readonly accountName: string | null;
}

/** `prod (111122223333)`, or the id alone where no name is known. */
export function spellAccount({ accountId, accountName }: Pick<Place, 'accountId' | 'accountName'>): string {
  return accountName === null ? accountId : `${accountName} (${accountId})`;
}

/** `prod (111122223333), us-east-1` */
export function spellPlace(place: Place): string {
  return `${spellAccount(place)}, ${place.region}`;
}

/** `prod us-east-1`: for a title, which has little room. */
export function spellPlaceShortly({ accountId, accountName, region }: Place): string {
  return `${accountName ?? accountId} ${region}`;
}
