/** What one run watches: an account in a Region. */
export interface Target {
  /** 12 digits. */
  readonly accountId: string;
  readonly region: string;
  /** Role by which the account is read; `null`: the watchdog's own credentials do. */
  readonly roleArn: string | null;
}

/** Where a target is, without how it is read. */
export type TargetPlace = Pick<Target, 'accountId' | 'region'>;

/** What an organisation says of an account. */
export interface FleetAccount {
  readonly accountId: string;
  /** `null`: not known, as of an account that is named without an organisation. */
  readonly name: string | null;
  /** Ids of the organizational units above it, the nearest first; empty where they are not known. */
  readonly organizationalUnits: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Which accounts of an organisation are watched. */
export interface OrganizationChoice {
  /** Ids of units or roots; what is below them counts. Not read when `all`. */
  readonly organizationalUnits: readonly string[];
  readonly all: boolean;
  /** Ids of accounts that are not watched. */
  readonly exclude: readonly string[];
}

/** Which targets a watchdog has, as its stack says. */
export interface FleetChoice {
  readonly regions: readonly string[];
  /** Accounts by their ids, besides the watchdog's own. */
  readonly accounts: readonly string[];
  /** `null`: none are looked up. */
  readonly organization: OrganizationChoice | null;
}

/** One text for a target, as keys need it: `111122223333#us-east-1`. */
export function targetKeyOf({ accountId, region }: TargetPlace): string {
  return `${accountId}#${region}`;
}
