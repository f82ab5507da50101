/**
 * The words of the domain: what a Bedrock inference quota is.
 * Everything else in lib/core is a function over these shapes.
 */

/** The API a quota limits: `bedrock-runtime`, or the `bedrock-mantle` endpoint with quotas of its own. */
export type Endpoint = 'runtime' | 'mantle';

/**
 * Which calls spend a quota: base-id calls, calls by a geographic inference profile, calls by a `global.` profile,
 * every on-demand and cross-Region call of one model (per-model daily rows), or every call of the account.
 */
export type Scope = 'onDemand' | 'crossRegion' | 'globalCrossRegion' | 'model' | 'account';

/** What a quota counts, and over which period. */
export type Dimension =
  | 'tokensPerMinute'
  | 'requestsPerMinute'
  | 'tokensPerDay'
  | 'inputTokensPerMinute'
  | 'outputTokensPerMinute';

/** Quotas for a special way of calling; their traffic is not told apart by any CloudWatch metric. */
export type Variant = 'latencyOptimized' | 'longContext';

/**
 * How a quota found its models: by the exact rule, by the reviewed alias table, by the user's override, not at all,
 * or not applicable (account pools, and labels of the mantle endpoint that have no base model id).
 */
export type Mapping = 'exact' | 'alias' | 'override' | 'unmapped' | 'notApplicable';

/** What a quota's name says. */
export interface ParsedQuotaName {
  readonly endpoint: Endpoint;
  readonly scope: Scope;
  readonly dimension: Dimension;
  /** `null`: the standard way of calling. */
  readonly variant: Variant | null;
  /** The model as the name spells it, without scope, dimension and variant; empty for an account-wide pool. */
  readonly modelLabel: string;
}

/** One inference quota of one account and Region, values as Service Quotas gave them. */
export interface Quota extends ParsedQuotaName {
  readonly quotaCode: string;
  readonly quotaName: string;
  /** The value in force. Zero is a value. */
  readonly appliedValue: number;
  /** AWS's default; `null` when AWS did not say. Never a stand-in for the applied value. */
  readonly defaultValue: number | null;
  /** Whether `RequestServiceQuotaIncrease` accepts the quota at all. */
  readonly adjustable: boolean;
}

/** A quota joined with the base model ids that spend it. */
export interface MappedQuota extends Quota {
  /** Base model ids, sorted; empty when unmapped or not applicable. */
  readonly modelIds: readonly string[];
  readonly mapping: Mapping;
}
