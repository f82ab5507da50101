import type { MappedQuota } from '../vocabulary/quota';
import type { ResolvedModelId } from './model-traffic';

/**
 * Prepares the reading of the `Model` dimension of the bedrock-mantle endpoint. AWS does not document its form, so an id
 * counts only where a mantle quota of the account is mapped to exactly that id (by name, alias or the user's override);
 * every other id is `unmapped` with a reason, never guessed. Never throws.
 */
export function createMantleResolver(quotas: readonly MappedQuota[]): (modelId: string) => ResolvedModelId {
  const baseModelIds = new Set(quotas.filter(({ endpoint }) => endpoint === 'mantle').flatMap((one) => one.modelIds));
  return (modelId) =>
    baseModelIds.has(modelId)
      ? { kind: 'model', scope: 'onDemand', baseModelId: modelId, via: 'base', name: modelId }
      : { kind: 'unmapped', reason: { why: 'noMantleQuota', id: modelId } };
}
