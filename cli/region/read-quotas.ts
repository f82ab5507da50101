import { readCatalog } from '../../aws/read-catalog';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import type { ModelOverrides } from '../../lib/core/quotas/model-overrides';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { Progress } from '../terminal/progress';
import type { ReadingConnection } from './connection';
import { readAccountId } from './read-account-id';

/** The quotas of a Region, and what of it could not be read. */
export interface QuotaReading {
  readonly catalog: QuotaCatalog;
  /** `null` when nothing AWS answered carried it. */
  readonly accountId: string | null;
  /** Reads that failed. */
  readonly blindSpots: readonly BlindSpot[];
  /** The failure that leaves the quotas themselves unread, in whole or in part; `null` when they are complete. */
  readonly fatal: BlindSpot | null;
}

/** What a reading needs besides its connection. */
export interface QuotaReadingOptions {
  readonly now: EpochMinute;
  readonly progress: Progress;
  readonly overrides: ModelOverrides;
  /** Whether increase requests are read too. @default true */
  readonly hasRequests?: boolean;
  /** Whether quotas of model units are wanted too. @default false */
  readonly hasModelUnits?: boolean;
}

/** Reads the quotas of a Region with their models; only the applied quotas are indispensable. */
export async function readQuotas(
  { region, clients, accountId: known }: ReadingConnection,
  { now, progress, overrides, hasRequests = true, hasModelUnits = false }: QuotaReadingOptions,
): Promise<QuotaReading> {
  const done = progress.start('quotas', region);
  const { value: catalog, blindSpots } = await readCatalog(clients, {
    overrides,
    previous: null,
    now,
    hasRequests,
    hasModelUnits,
  });
  const fatal = blindSpots.find(({ source }) => source === 'servicequotas:ListServiceQuotas') ?? null;
  done(catalog.totalQuotas);
  const accountId = catalog.accountId ?? known ?? (await readAccountId(region));
  return { catalog, accountId, blindSpots, fatal };
}
