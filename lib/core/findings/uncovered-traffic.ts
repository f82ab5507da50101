import { isSpentBy } from '../measure/spending';
import type { ModelTraffic, UnmappedUsage } from '../traffic/model-traffic';
import type { BlindSpot } from '../vocabulary/blind-spot';
import type { MappedQuota } from '../vocabulary/quota';

/** The list whose failure hides quotas: while it fails, traffic without a quota says nothing. */
const QUOTA_LIST = 'servicequotas:ListServiceQuotas';

/**
 * Traffic whose model is known and that no quota of the list names: its limits exist and are not known, so it is said
 * beside the traffic of unknown ids. It still counts in the account's day. Nothing is said while the list of quotas could
 * not be read in full.
 */
export function findUncoveredTraffic(
  traffic: readonly ModelTraffic[],
  quotas: readonly MappedQuota[],
  blindSpots: readonly BlindSpot[],
): UnmappedUsage[] {
  if (blindSpots.some(({ source }) => source === QUOTA_LIST)) return [];
  const named = quotas.filter(({ scope }) => scope !== 'account');
  return traffic
    .filter((modelTraffic) => !named.some((quota) => isSpentBy(quota, modelTraffic)))
    .flatMap(({ endpoint, baseModelId, lookFrom, callers }) =>
      callers.map(({ modelId, minutes }) => ({
        endpoint,
        modelId,
        isModelKnown: true,
        reason: { why: 'noQuota', id: baseModelId } as const,
        recent: minutes.filter(({ minute }) => minute >= lookFrom),
      })),
    );
}
