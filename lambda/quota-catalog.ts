import type { CoverageError } from '../lib/core/blind-spot-findings';
import { KNOWN_MODELS, mergeModels } from '../lib/core/model-catalog';
import type { MappedQuota, Quota } from '../lib/core/quota';
import { toQuotas } from '../lib/core/quota-list';
import { mapQuotas } from '../lib/core/quota-mapping';
import type { EpochMinute, FoundationModel, InferenceProfile } from '../lib/core/usage';
import type { Read } from './aws/aws-error';
import { readFoundationModels, readInferenceProfiles } from './aws/bedrock';
import type { AwsClients } from './aws/clients';
import { readAppliedQuotas, readDefaultQuotas } from './aws/service-quotas';

/** The quotas of an account and Region with their models: what changes in hours, not minutes. */
export interface QuotaCatalog {
  readonly readAt: EpochMinute;
  /** The lists that could not be read in full; they stay a blind spot until the next good read. */
  readonly failures: readonly CoverageError[];
  readonly accountId: string | null;
  readonly quotas: readonly MappedQuota[];
  /** Distinct quota codes of the whole list, inference or not. */
  readonly totalQuotas: number;
  readonly models: readonly FoundationModel[];
  readonly profiles: readonly InferenceProfile[];
  /** Rows of the list that could not be used, aliases and overrides that did not apply. */
  readonly problems: readonly CoverageError[];
}

/** Minutes after which a catalog is read again; sooner when a part of it is missing. */
const REFRESH_MINUTES = 60;
const RETRY_MINUTES = 5;

/** Whether the catalog is to be read at this tick. */
export function isCatalogDue(catalog: QuotaCatalog | null, now: EpochMinute): boolean {
  if (!catalog) return true;
  return now - catalog.readAt >= (catalog.failures.length === 0 ? REFRESH_MINUTES : RETRY_MINUTES);
}

/** What was read, and what is still known from before of quotas that a failed page hides. */
function keepKnown(
  quotas: readonly Quota[],
  previous: readonly Quota[],
  failed: { applied: boolean; defaults: boolean },
): Quota[] {
  const known = new Map(previous.map((quota) => [quota.quotaCode, quota]));
  const fresh = quotas.map((quota) =>
    failed.defaults && quota.defaultValue === null
      ? { ...quota, defaultValue: known.get(quota.quotaCode)?.defaultValue ?? null }
      : quota,
  );
  if (!failed.applied) return fresh;
  const codes = new Set(fresh.map((quota) => quota.quotaCode));
  return [...fresh, ...previous.filter((quota) => !codes.has(quota.quotaCode))];
}

/**
 * Reads quotas (applied and default), models and profiles, and maps them. What a failed call hides is taken from the
 * previous catalog and the failure is reported; a default never stands in for an applied value.
 */
export async function readCatalog(
  clients: AwsClients,
  overrides: Readonly<Record<string, readonly string[]>>,
  previous: QuotaCatalog | null,
  now: EpochMinute,
): Promise<Read<QuotaCatalog>> {
  const [applied, defaults, models, profiles] = await Promise.all([
    readAppliedQuotas(clients.serviceQuotas),
    readDefaultQuotas(clients.serviceQuotas),
    readFoundationModels(clients.bedrock),
    readInferenceProfiles(clients.bedrock),
  ]);
  const errors = [...applied.errors, ...defaults.errors, ...models.errors, ...profiles.errors];
  const list = toQuotas(applied.value, defaults.value);
  const failed = { applied: applied.errors.length > 0, defaults: defaults.errors.length > 0 };
  const quotas = keepKnown(list.quotas, previous?.quotas ?? [], failed);
  const liveModels = models.errors.length > 0 ? (previous?.models ?? []) : models.value;
  const allModels = mergeModels(liveModels, KNOWN_MODELS);
  const mapped = mapQuotas(quotas, allModels, overrides);
  return {
    errors,
    value: {
      readAt: now,
      failures: errors,
      accountId: list.accountId ?? previous?.accountId ?? null,
      quotas: mapped.quotas,
      totalQuotas: failed.applied ? Math.max(list.total, previous?.totalQuotas ?? 0) : list.total,
      models: allModels,
      profiles: profiles.errors.length > 0 && profiles.value.length === 0 ? (previous?.profiles ?? []) : profiles.value,
      problems: [...list.problems, ...mapped.problems].map((message) => ({ source: 'quotaList', message })),
    },
  };
}
