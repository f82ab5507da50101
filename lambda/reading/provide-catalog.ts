import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import { readCatalog } from '../../aws/read-catalog';
import { isCatalogDue, type QuotaCatalog } from '../../lib/core/quotas/catalog';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';
import { loadCatalog, saveCatalog, type WatchdogState } from '../memory/state';
import type { WarmMemory } from '../memory/warm';

/** What reading the catalog needs. */
export interface CatalogSurroundings {
  readonly config: Pick<PollerConfig, 'modelOverrides'>;
  readonly clients: Pick<AwsClients, 'serviceQuotas' | 'bedrock'>;
  readonly table: TablePartition;
  readonly memory: Pick<WarmMemory, 'recallCatalog'>;
}

/** The catalog this process kept or the table has, or read anew when it is due. */
export async function provideCatalog(
  { config, clients, table, memory }: CatalogSurroundings,
  state: WatchdogState,
  now: EpochMinute,
): Promise<Read<QuotaCatalog>> {
  const kept = memory.recallCatalog(state);
  if (kept && !isCatalogDue(kept, now)) return { value: kept, blindSpots: [] };
  const saved = await loadCatalog(table);
  const { blindSpots } = saved;
  if (saved.value && !isCatalogDue(saved.value, now)) return { value: saved.value, blindSpots };
  const read = await readCatalog(clients, {
    overrides: config.modelOverrides,
    previous: saved.value,
    now,
    hasRequests: true,
  });
  // A newer program's stays, and it stays told for as long as this one's own serves.
  const lasting = saved.fate === 'newer' ? blindSpots : [];
  const value = { ...read.value, problems: [...read.value.problems, ...lasting] };
  const found = { value, blindSpots: [...blindSpots, ...read.blindSpots] };
  if (await saveCatalog(table, value, saved)) return found;
  // A faster run's catalog stays: the changes it found have another time, and would be told twice beside ours.
  const faster = await loadCatalog(table);
  return { ...found, value: faster.value ?? value };
}
