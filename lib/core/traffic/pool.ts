import type { Provenance } from '../vocabulary/finding';
import type { Endpoint } from '../vocabulary/quota';
import { type SeriesIdentity, seriesKeyOf } from '../vocabulary/series-key';
import type { EpochMinute } from '../vocabulary/time';
import type { UnknownReason } from '../vocabulary/unknown-reason';

/** The scopes calls are made in; each (endpoint, scope, base model) has quotas of its own. */
export type CallScope = 'onDemand' | 'crossRegion' | 'globalCrossRegion';

/** Where the traffic of one metric ModelId counts. */
export type PoolResolution =
  | { readonly kind: 'pool'; readonly scope: CallScope; readonly baseModelId: string; readonly name: string }
  | { readonly kind: 'unmapped'; readonly reason: UnknownReason };

/** One minute of a pool or of a sum of pools. */
export interface PoolMinute {
  readonly minute: EpochMinute;
  readonly quotaTokens: number;
  readonly provenance: Provenance;
  readonly invocations: number;
  readonly throttles: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  /** Raw tokens: what mantle quotas count, and for the average per call. */
  readonly input: number;
  readonly output: number;
}

/** One metric ModelId that spends a pool. */
export interface Caller {
  readonly modelId: string;
  /** What a person calls it: the application profile's name, else the ModelId. */
  readonly name: string;
  /** The day, ascending. */
  readonly minutes: readonly PoolMinute[];
}

/** All traffic of one base model in one scope of one endpoint: what its quotas are compared with. */
export interface Pool {
  readonly endpoint: Endpoint;
  readonly scope: CallScope;
  readonly baseModelId: string;
  readonly callers: readonly Caller[];
  /** Sum over the callers of the day, ascending; minutes without traffic are absent. */
  readonly minutes: readonly PoolMinute[];
  /** First minute of the look-back: what per-minute quotas and throttles are judged by. */
  readonly lookFrom: EpochMinute;
  /** The minutes of the look-back. */
  readonly recent: readonly PoolMinute[];
}

/** Traffic that belongs to no known pool: said with its amount, never guessed, never dropped. */
export interface UnmappedUsage extends SeriesIdentity {
  /** Whether the model is known and only its quotas are not. */
  readonly isModelKnown: boolean;
  readonly reason: UnknownReason;
  /** The look-back. Quota tokens are counted with rate 1 where CloudWatch gives none, so they are lower bounds. */
  readonly recent: readonly PoolMinute[];
}

/** The key of the series a caller of a pool is. */
export function callerKeyOf(pool: Pick<Pool, 'endpoint'>, caller: Pick<Caller, 'modelId'>): string {
  return seriesKeyOf({ endpoint: pool.endpoint, modelId: caller.modelId });
}

/** The pool a CloudWatch `ModelId` spends, or why none can be named. */
export type MetricModel =
  | {
      readonly kind: 'pool';
      readonly scope: CallScope;
      readonly baseModelId: string;
      /** By what the caller reached the model. */
      readonly via: 'base' | 'profile' | 'applicationProfile';
      /** What a person calls the caller: the application profile's name, else the id without its ARN. */
      readonly name: string;
    }
  | { readonly kind: 'unmapped'; readonly reason: UnknownReason };
