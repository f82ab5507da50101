import { nameModel } from '../quotas/same-model';
import type { ModelTraffic } from '../traffic/model-traffic';
import type { MappedQuota } from '../vocabulary/quota';

/** What of traffic says which quotas it spends. */
type Spender = Pick<ModelTraffic, 'endpoint' | 'scope' | 'baseModelId'>;

/** Whether a quota is for calls of a model in a scope, whatever the variant of the calls. */
function isFor(quota: MappedQuota, modelTraffic: Spender): boolean {
  if (quota.endpoint !== modelTraffic.endpoint || quota.dimension === 'concurrentRequests') return false;
  if (quota.scope === 'account') return modelTraffic.scope !== 'customDeployment';
  if (!nameModel(quota.modelIds, modelTraffic.baseModelId)) return false;
  if (quota.scope === 'model') return modelTraffic.scope === 'onDemand' || modelTraffic.scope === 'crossRegion';
  return quota.scope === modelTraffic.scope;
}

/**
 * Whether the calls of a model spend a quota. Each endpoint spends its own quotas only: whether mantle tokens count in the
 * account's daily pool is not documented, so they do not here, nor those of custom models, which have daily quotas of their
 * own. Calls at the same time cannot be told by any metric.
 */
export function isSpentBy(quota: MappedQuota, modelTraffic: Spender): boolean {
  return quota.variant === null && isFor(quota, modelTraffic);
}

/** Whether calls of long contexts spend a quota: those for them do, where CloudWatch tells such calls apart. */
export function isSpentByLongContext(quota: MappedQuota, longContext: ModelTraffic): boolean {
  return quota.variant === 'longContext' && isFor(quota, longContext);
}

/** Factor by which AWS raises a per-model daily row for cross-Region calls ("doubled for cross-region calls"). */
export const CROSS_REGION_DAILY_FACTOR = 2;

/**
 * The limit in the usage's own unit for the traffic at hand.
 * Only per-model daily rows differ from the applied value: each part of the traffic spends its share of its own limit,
 * so with 60 tokens on demand and 100 cross-Region against 100: 60/100 + 100/200 = 110 %, a limit of 160 ÷ 1.1 = 145.45.
 */
export function effectiveLimit(quota: MappedQuota, tokensByScope: { onDemand: number; crossRegion: number }): number {
  const { onDemand, crossRegion } = tokensByScope;
  if (quota.scope !== 'model' || onDemand + crossRegion === 0) return quota.appliedValue;
  const spentShare = (onDemand + crossRegion / CROSS_REGION_DAILY_FACTOR) / (onDemand + crossRegion);
  return quota.appliedValue / spentShare;
}

/**
 * Calls that spend any of some quotas, refused and failed ones included; a call is counted once, whatever quotas it meets.
 * @param period the last day, so that a quiet night changes nothing, or the look-back.
 */
export function attemptsAt(
  quotas: readonly MappedQuota[],
  traffic: readonly ModelTraffic[],
  period: 'day' | 'lookback',
): number {
  return traffic
    .filter((modelTraffic) => quotas.some((quota) => isSpentBy(quota, modelTraffic)))
    .flatMap(({ minutes, recent }) => (period === 'day' ? minutes : recent))
    .reduce((sum, minute) => sum + minute.invocations + minute.throttles + minute.clientErrors, 0);
}
