import { isSpentBy } from '../measure/spending';
import type { ModelTraffic, UnmappedUsage } from '../traffic/model-traffic';
import { type BlindSpot, hidesQuotas } from '../vocabulary/blind-spot';
import { minutesFrom } from '../vocabulary/minute-list';
import type { MappedQuota } from '../vocabulary/quota';

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
  if (blindSpots.some(hidesQuotas)) return [];
  const named = quotas.filter(({ scope }) => scope !== 'account');
  return traffic
    .filter((modelTraffic) => !named.some((quota) => isSpentBy(quota, modelTraffic)))
    .flatMap(({ endpoint, baseModelId, lookFrom, callers }) =>
      callers.map(({ modelId, minutes }) => ({
        endpoint,
        modelId,
        isModelKnown: true,
        reason: { why: 'noQuota', id: baseModelId } as const,
        recent: minutesFrom(minutes, lookFrom),
      })),
    );
}
