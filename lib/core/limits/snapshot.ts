import type { EpochMinute } from '../vocabulary/time';

/** Version of the snapshot's format; a reader refuses a newer one. */
export const LIMITS_SCHEMA_VERSION = 1;

/** How a model is called on the runtime endpoint: each has quotas of its own. */
export const POOL_SCOPES = ['onDemand', 'crossRegion', 'globalCrossRegion'] as const;
export type PoolScope = (typeof POOL_SCOPES)[number];

/**
 * Why no call is served: a quota is 0, or the day's tokens are used up by both readings of the day. The latter is an estimate,
 * as all that is said of days is.
 */
export type BlockReason = 'zeroQuota' | 'dayExhausted';

/** What holds for the calls of a pool; `null`: not known. Zero is a limit. */
export interface PoolLimits {
  /** Quota tokens. */
  readonly tokensPerMinute: number | null;
  readonly requestsPerMinute: number | null;
  /** Quota tokens, as AWS applies them to the scope: a per-model row counts twice for cross-Region calls. */
  readonly tokensPerDay: number | null;
  /** What is left of the fullest quota: 0, 10 … 100, rounded down; `null`: traffic could not be read. */
  readonly headroomPercent: number | null;
  /** `null`: nothing is known to block. */
  readonly blocked: BlockReason | null;
}

/** The pools of one model. */
export interface ModelLimits {
  /** The base model id, the fullest of those it goes by. */
  readonly modelId: string;
  /** Quota tokens per output token; `null`: not known. */
  readonly burndownRate: number | null;
  /** A scope that has no quota of its own is absent. */
  readonly pools: Readonly<Partial<Record<PoolScope, PoolLimits>>>;
}

/** The limits of one account and Region, for applications: what the watchdog publishes and the client reads. */
export interface LimitsSnapshot {
  /** `null`: not known. */
  readonly accountId: string | null;
  readonly region: string;
  /** The evaluation it is of; `null`: the watchdog has made none yet. */
  readonly madeAt: EpochMinute | null;
  /** What all calls of the account spend together; `null`: no such quota. */
  readonly account: PoolLimits | null;
  /** By model id; each model once. */
  readonly models: readonly ModelLimits[];
  /** Models that did not fit. */
  readonly leftOut: number;
}
