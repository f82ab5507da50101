import type { QuotaCatalog } from '../lib/core/quotas/catalog';
import { type CatalogMaking, toCatalog } from '../lib/core/quotas/to-catalog';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import { readFoundationModels, readInferenceProfiles } from './bedrock';
import { readAppliedQuotas, readDefaultQuotas, readIncreaseRequests } from './service-quotas';
import type { TargetClients } from './target-clients';

/** How a catalog is read. */
export interface CatalogReading extends CatalogMaking {
  /** Whether increase requests are read too; who proposes none needs no permission for their list. */
  readonly hasRequests: boolean;
}

/** Reads quotas (applied and default), increase requests, models and profiles side by side, and maps them. */
export async function readCatalog(
  clients: Pick<TargetClients, 'serviceQuotas' | 'bedrock'>,
  { hasRequests, ...making }: CatalogReading,
): Promise<Read<QuotaCatalog>> {
  const [applied, defaults, requested, models, profiles] = await Promise.all([
    readAppliedQuotas(clients.serviceQuotas),
    readDefaultQuotas(clients.serviceQuotas),
    hasRequests ? readIncreaseRequests(clients.serviceQuotas) : null,
    readFoundationModels(clients.bedrock),
    readInferenceProfiles(clients.bedrock),
  ]);
  return toCatalog({ applied, defaults, requested, models, profiles }, making);
}
