import { modelKeyOf } from '../quotas/same-model';
import type { LimitsSnapshot, PoolLimits, PoolScope } from './snapshot';

/** What holds for the calls of one pool, and what its output tokens burn down. */
export interface FoundLimits extends PoolLimits {
  /** Quota tokens per output token; `null`: not known. */
  readonly burndownRate: number | null;
}

function smaller(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** Unknown in one is unknown in all, unless nothing is left of the other. */
function lessLeft(one: number | null, other: number | null): number | null {
  if (one === 0 || other === 0) return 0;
  return one === null || other === null ? null : Math.min(one, other);
}

function join(pool: PoolLimits, account: PoolLimits | null): PoolLimits {
  if (account === null) return pool;
  return {
    tokensPerMinute: smaller(pool.tokensPerMinute, account.tokensPerMinute),
    requestsPerMinute: smaller(pool.requestsPerMinute, account.requestsPerMinute),
    tokensPerDay: smaller(pool.tokensPerDay, account.tokensPerDay),
    headroomPercent: lessLeft(pool.headroomPercent, account.headroomPercent),
    blocked: pool.blocked ?? account.blocked,
  };
}

/**
 * The limits of a model in a scope, the account's own among them; `null`: the snapshot has none of it, which says nothing.
 */
export function findLimits(snapshot: LimitsSnapshot, scope: PoolScope, baseModelId: string): FoundLimits | null {
  const key = modelKeyOf(baseModelId);
  const model = snapshot.models.find(({ modelId }) => modelId === baseModelId || modelKeyOf(modelId) === key);
  const pool = model?.pools[scope];
  return model && pool ? { ...join(pool, snapshot.account), burndownRate: model.burndownRate } : null;
}
