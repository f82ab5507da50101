import type { BlockReason, PoolScope } from './snapshot';

/** Short for a scope in {@link WireModel}. */
export const SCOPE_KEYS = { onDemand: 'o', crossRegion: 'c', globalCrossRegion: 'g' } as const satisfies Record<
  PoolScope,
  string
>;

/** Short for what blocks. */
export const REASON_KEYS = { zeroQuota: 'zero', dayExhausted: 'day' } as const satisfies Record<BlockReason, string>;

/** A pool in the parameter; what is not known is absent. */
export interface WirePool {
  /** Tokens a minute. */
  readonly t?: number;
  /** Requests a minute. */
  readonly r?: number;
  /** Tokens a day. */
  readonly d?: number;
  /** Headroom in percent. */
  readonly h?: number;
  /** What blocks. */
  readonly x?: (typeof REASON_KEYS)[BlockReason];
}

/** A model in the parameter. */
export interface WireModel {
  /** Its base model id. */
  readonly m: string;
  /** Burndown rate. */
  readonly b?: number;
  readonly o?: WirePool;
  readonly c?: WirePool;
  readonly g?: WirePool;
}

/** The value of the parameter. */
export interface WireSnapshot {
  readonly schemaVersion: number;
  readonly accountId: string | null;
  readonly region: string;
  /** ISO time in UTC. */
  readonly madeAt: string | null;
  readonly leftOut: number;
  /** The account's own pool. */
  readonly a?: WirePool;
  readonly models: readonly WireModel[];
}
