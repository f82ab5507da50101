import type { LimitsSnapshot, ModelLimits, PoolLimits } from '../../../../lib/core/limits';
import { minuteOf, SONNET } from '../fixtures';

/** A pool of which nothing is known, changed. */
export function pool(changes: Partial<PoolLimits> = {}): PoolLimits {
  return {
    tokensPerMinute: null,
    requestsPerMinute: null,
    tokensPerDay: null,
    headroomPercent: null,
    blocked: null,
    ...changes,
  };
}

/** Sonnet across Regions, changed. */
export function model(changes: Partial<ModelLimits> = {}): ModelLimits {
  const crossRegion = pool({ tokensPerMinute: 1_000_000, requestsPerMinute: 500, headroomPercent: 100 });
  return { modelId: SONNET, burndownRate: 5, pools: { crossRegion }, ...changes };
}

/** A snapshot of 14:33 with that model, changed. */
export function snapshot(changes: Partial<LimitsSnapshot> = {}): LimitsSnapshot {
  return {
    accountId: '111122223333',
    region: 'us-east-1',
    madeAt: minuteOf('14:33'),
    account: null,
    models: [model()],
    leftOut: 0,
    ...changes,
  };
}
