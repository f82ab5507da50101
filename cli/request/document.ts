import type { SCHEMA_VERSION } from '../../lib/contract';
import type { ValueBasis } from '../../lib/core/answers/increase';

/** What became of one quota that was asked for. */
export interface RequestedQuota {
  readonly quotaCode: string;
  readonly quotaName: string | null;
  readonly appliedValue: number | null;
  readonly defaultValue: number | null;
  /** `null`: nothing can be asked for. */
  readonly desiredValue: number | null;
  readonly basis: ValueBasis | null;
  /** `planned`: it would be sent; `notAsked`: it cannot be; `refused`: AWS did not take it. */
  readonly state: 'planned' | 'sent' | 'notAsked' | 'refused';
  /** Why it was not asked or was refused; else `null`. */
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly status: string | null;
  readonly caseId: string | null;
}

/** The document of `request --json`. */
export interface RequestDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly accountId: string | null;
  readonly region: string;
  readonly requests: readonly RequestedQuota[];
}
