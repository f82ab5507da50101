import type { Measurement } from '../measure/measurement';
import { effectiveLimit, isSpentBy } from '../measure/spending';
import type { Dimension, MappedQuota } from '../vocabulary/quota';
import type { PoolLimits, PoolScope } from './snapshot';

/** Headroom is told in steps of this many percent: finer, it would change with every minute. */
export const HEADROOM_STEP_PERCENT = 10;

/** What is known of the use of quotas. */
export interface UseOfQuotas {
  /** By quota code; one that nothing spent has none. */
  readonly measurements: ReadonlyMap<string, Measurement>;
  /** Whether a part of the traffic could not be read, so that no use that is seen proves none. */
  readonly isUnread: boolean;
}

/** The values of a pool's day are those of its scope: AWS doubles per-model rows for cross-Region calls. */
function valueFor(quota: MappedQuota, scope: PoolScope | null): number {
  return effectiveLimit(quota, { onDemand: 0, crossRegion: scope === 'crossRegion' ? 1 : 0 });
}

/** The smallest value of a dimension; `null`: no quota of it is known. */
function smallest(quotas: readonly MappedQuota[], dimension: Dimension, scope: PoolScope | null): number | null {
  const values = quotas.filter((quota) => quota.dimension === dimension).map((quota) => valueFor(quota, scope));
  return values.length === 0 ? null : Math.min(...values);
}

/** Both readings of the day are at the limit: whichever AWS goes by, nothing is left. */
function isDayExhausted({ day, limit }: Measurement): boolean {
  return day !== null && limit > 0 && Math.min(day.utcDay.tokens, day.rolling24h.tokens) >= limit;
}

/** Percent of a quota that are left; `null`: not known. */
function leftOf({ quotaCode, appliedValue }: MappedQuota, { measurements, isUnread }: UseOfQuotas): number | null {
  if (appliedValue === 0) return 0;
  const measurement = measurements.get(quotaCode);
  if (!measurement) return isUnread ? null : 100;
  const used = measurement.usageNow?.utilizationPercent ?? null;
  return used === null ? null : 100 - used;
}

function headroomOf(quotas: readonly MappedQuota[], use: UseOfQuotas): number | null {
  const left = quotas.map((quota) => leftOf(quota, use));
  // What is full is full, whatever else is not known.
  const known = left.filter((one) => one !== null);
  const least = Math.min(100, ...known);
  if (least > 0 && known.length < left.length) return null;
  return Math.max(0, Math.floor(least / HEADROOM_STEP_PERCENT) * HEADROOM_STEP_PERCENT);
}

/**
 * What some quotas hold the calls of a scope to. Quotas of input or output tokens alone have no place of their own: only that
 * one of them is 0 is told.
 * @param scope `null`: of the account as a whole.
 */
export function toPoolLimits(quotas: readonly MappedQuota[], scope: PoolScope | null, use: UseOfQuotas): PoolLimits {
  const isZero = quotas.some(({ appliedValue }) => appliedValue === 0);
  const isExhausted = quotas.some(({ quotaCode }) => {
    const measurement = use.measurements.get(quotaCode);
    return measurement !== undefined && isDayExhausted(measurement);
  });
  return {
    tokensPerMinute: smallest(quotas, 'tokensPerMinute', scope),
    requestsPerMinute: smallest(quotas, 'requestsPerMinute', scope),
    tokensPerDay: smallest(quotas, 'tokensPerDay', scope),
    headroomPercent: headroomOf(quotas, use),
    blocked: isZero ? 'zeroQuota' : isExhausted ? 'dayExhausted' : null,
  };
}

/** Those of a model's quotas that its calls of a scope spend. */
export function quotasOfScope(
  quotas: readonly MappedQuota[],
  scope: PoolScope,
  baseModelId: string,
): readonly MappedQuota[] {
  return quotas.filter((quota) => isSpentBy(quota, { endpoint: 'runtime', scope, baseModelId }));
}
