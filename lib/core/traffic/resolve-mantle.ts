import type { MappedQuota } from '../vocabulary/quota';
import type { ResolvedModelId } from './model-traffic';

/** Models of this maker have quotas on the mantle endpoint, listed or not; those of others only where one is listed. */
const LIMITED = /\banthropic\./;

/**
 * Prepares the reading of the `Model` dimension of the bedrock-mantle endpoint. AWS does not document its form, so an id
 * counts only where a mantle quota of the account is mapped to exactly that id (by name, alias or the user's override).
 * AWS sets no limit per customer for models without such a quota; that is claimed only while every quota was read and
 * found its models. Every other id is `unmapped` with a reason, never guessed. Never throws.
 * Source: AWS documentation on the quotas of the bedrock-mantle endpoint, 2026-10.
 * @param isWhole whether the list of quotas could be read in full.
 */
export function createMantleResolver(
  quotas: readonly MappedQuota[],
  isWhole: boolean,
): (modelId: string) => ResolvedModelId {
  const mantle = quotas.filter(({ endpoint }) => endpoint === 'mantle');
  const baseModelIds = new Set(mantle.flatMap((one) => one.modelIds));
  const isCertain = isWhole && mantle.length > 0 && mantle.every(({ mapping }) => mapping !== 'unmapped');
  return (modelId) => {
    if (baseModelIds.has(modelId)) {
      return { kind: 'model', scope: 'onDemand', baseModelId: modelId, via: 'base', name: modelId };
    }
    const why = isCertain && !LIMITED.test(modelId) ? 'noMantleLimit' : 'noMantleQuota';
    return { kind: 'unmapped', reason: { why, id: modelId } };
  };
}
