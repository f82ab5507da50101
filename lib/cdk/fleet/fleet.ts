/** Accounts of an AWS organisation that are watched. The watchdog's own account must be its management account or a delegated administrator. */
export interface WatchedOrganization {
  /**
   * Ids of organizational units (`ou-…`) or roots (`r-…`); what is below them is watched too. Either these or `all`.
   * @default - none
   */
  readonly organizationalUnits?: readonly string[];

  /**
   * Watches every account of the organisation.
   * @default false
   */
  readonly all?: boolean;

  /**
   * Id of the organisation's root, with `all`: AWS CloudFormation deploys to all accounts by it.
   * `aws organizations list-roots --query "Roots[0].Id"` tells it.
   * @default - a parameter of the stack, `OrganizationRootId`, asks for it
   */
  readonly rootId?: string;

  /**
   * Accounts that are not watched, the watchdog's own included, whoever else names them.
   * @default - none
   */
  readonly exclude?: readonly string[];

  /**
   * Whether the watchdog's account is a delegated administrator of AWS CloudFormation StackSets, and not the management account.
   * @default false
   */
  readonly delegatedAdministrator?: boolean;
}

/** The accounts and Regions of a watchdog that has more than one target: valid, with all defaults. */
export interface Fleet {
  /** At least one. Tokens, and a list that is one, as in all lists here. */
  readonly regions: readonly string[];
  /** Besides the watchdog's own. */
  readonly accounts: readonly string[];
  /** `undefined`: accounts are named one by one. */
  readonly organization: (Required<Omit<WatchedOrganization, 'rootId'>> & { readonly rootId?: string }) | undefined;
  /** ARNs of roles that may read as the watchdog does. */
  readonly operators: readonly string[];
  /** Whether the metrics of the other accounts are read from the own one. */
  readonly monitoringAccount: boolean;
  /** Workers at once. */
  readonly maxConcurrency: number;
}
