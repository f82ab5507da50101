import { type BlindSpot, hidesQuotas } from '../vocabulary/blind-spot';
import { CATALOG_REFRESH_MINUTES, CATALOG_RETRY_MINUTES, CLOCK_SKEW_MINUTES } from '../vocabulary/cadence';
import type { FoundationModel, InferenceProfile } from '../vocabulary/model';
import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/time';
import type { RequestReading } from './increase-request';
import type { ModelUnitQuota } from './model-units';
import type { QuotaChange } from './quota-change';
import type { SeenQuotas } from './recall-quotas';

/** The quotas of an account and Region with their models: what changes in hours, not minutes. */
export interface QuotaCatalog {
  readonly readAt: EpochMinute;
  /** The lists that could not be read in full; they stay a blind spot until the next good read. */
  readonly failures: readonly BlindSpot[];
  readonly accountId: string | null;
  readonly quotas: readonly MappedQuota[];
  /** Distinct quota codes of the whole list, inference or not. */
  readonly totalQuotas: number;
  readonly models: readonly FoundationModel[];
  readonly profiles: readonly InferenceProfile[];
  /** Rows of the list that could not be used, aliases and overrides that did not apply. */
  readonly problems: readonly BlindSpot[];
  /** What the reads of the last day showed otherwise than before. Like those below absent where an older version saved. */
  readonly changes?: readonly QuotaChange[];
  readonly otherCodes?: SeenQuotas['otherCodes'];
  readonly missingSince?: SeenQuotas['missingSince'];
  readonly requests?: RequestReading;
  /** Absent where nobody asked for them: who watches has no use for them, and keeps the catalog. */
  readonly modelUnits?: readonly ModelUnitQuota[];
}

/** Whether a catalog knows no quota because they could not be listed: then nothing can be judged. */
function isBlind({ quotas, failures }: QuotaCatalog): boolean {
  return quotas.length === 0 && failures.some(hidesQuotas);
}

/**
 * Whether the catalog is to be read at this tick; sooner when a part of it is missing, at once when there is none, or its time
 * has not come.
 */
export function isCatalogDue(catalog: QuotaCatalog | null, now: EpochMinute): boolean {
  if (!catalog || catalog.readAt > now + CLOCK_SKEW_MINUTES || isBlind(catalog)) return true;
  return now - catalog.readAt >= (catalog.failures.length === 0 ? CATALOG_REFRESH_MINUTES : CATALOG_RETRY_MINUTES);
}
