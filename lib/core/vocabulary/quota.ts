/**
 * The words of the domain: what a Bedrock inference quota is.
 * Everything else in lib/core is a function over these shapes.
 */

/** The API a quota limits: `bedrock-runtime`, or the `bedrock-mantle` endpoint with quotas of its own. */
export type Endpoint = 'runtime' | 'mantle';

/**
 * Which calls spend a quota: base-id calls, calls by a geographic inference profile, calls by a `global.` profile,
 * every on-demand and cross-Region call of one model (per-model daily rows), every call of the account, or the calls of all
 * deployments of custom models that were made from one base model.
 */
export type Scope = 'onDemand' | 'crossRegion' | 'globalCrossRegion' | 'model' | 'account' | 'customDeployment';

/** What a quota counts, and over which period; calls at the same time are listed, but no metric counts them. */
export type Dimension =
  | 'tokensPerMinute'
  | 'requestsPerMinute'
  | 'tokensPerDay'
  | 'inputTokensPerMinute'
  | 'outputTokensPerMinute'
  | 'concurrentRequests';

/** Quotas for a special way of calling; their traffic is not told apart by any CloudWatch metric. */
export type Variant = 'latencyOptimized' | 'longContext';

/**
 * How a quota found its models: by the exact rule, by the reviewed alias table, by the user's override, not at all,
 * or not applicable (account pools, and models that are retired).
 */
export type Mapping = 'exact' | 'alias' | 'override' | 'unmapped' | 'notApplicable';

/** What a quota's name says. */
export interface ParsedQuotaName {
  /** Whose calls it limits. */
  readonly endpoint: Endpoint;
  /** Which calls spend it. */
  readonly scope: Scope;
  /** What it counts. */
  readonly dimension: Dimension;
  /** `null`: the standard way of calling. */
  readonly variant: Variant | null;
  /** The model as the name spells it, without scope, dimension and variant; empty for an account-wide pool. */
  readonly modelLabel: string;
  /** The name speaks of inference in a way that is new: what it counts is taken from its words, its models are not. */
  readonly isNewKind?: true;
}

/** Whether a quota is one of tokens or requests of a model or the account; the others are listed beside. */
export function isOfModels({ scope, dimension }: Pick<ParsedQuotaName, 'scope' | 'dimension'>): boolean {
  return scope !== 'customDeployment' && dimension !== 'concurrentRequests';
}

/** One inference quota of one account and Region, values as Service Quotas gave them. */
export interface Quota extends ParsedQuotaName {
  /** `L-` and eight characters. */
  readonly quotaCode: string;
  /** As Service Quotas has it. */
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
  /** How the models were found. */
  readonly mapping: Mapping;
}
