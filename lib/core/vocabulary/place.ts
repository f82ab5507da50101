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

/** Order of places as people look for them: by the account's name, its id where it has none, then by Region. */
export function comparePlaces(a: Place, b: Place): number {
  const nameOf = ({ accountName, accountId }: Place) => accountName ?? accountId;
  return (
    nameOf(a).localeCompare(nameOf(b), 'en') ||
    a.accountId.localeCompare(b.accountId, 'en') ||
    a.region.localeCompare(b.region, 'en')
  );
}

const ACCOUNT_ID = /^\d{12}$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/;

/** Whether a text has the form of an account's id: 12 digits. */
export function isAccountId(text: string): boolean {
  return ACCOUNT_ID.test(text);
}

/** Whether a text has the form of a Region name: `us-east-1`, `us-gov-west-1`. */
export function isRegionName(text: string): boolean {
  return REGION.test(text);
}

/** The account and Region that a value from outside names; `null`: it names none. */
export function readPlace(value: unknown): Pick<Place, 'accountId' | 'region'> | null {
  const { accountId, region } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof accountId !== 'string' || !isAccountId(accountId)) return null;
  return typeof region === 'string' && isRegionName(region) ? { accountId, region } : null;
}
