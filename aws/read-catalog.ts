import type { CoverageError } from '../lib/core/findings/coverage';
import { type RequestReading, recallRequests, toIncreaseRequests } from '../lib/core/quotas/increase-request';
import { KNOWN_MODELS, mergeModels } from '../lib/core/quotas/known-models';
import { mapQuotas } from '../lib/core/quotas/map-quotas';
import { compareQuotas, keepChanges, type QuotaChange } from '../lib/core/quotas/quota-change';
import { toQuotas } from '../lib/core/quotas/quota-list';
import { EMPTY_MEMORY, type QuotaMemory, recallQuotas, toListedRows } from '../lib/core/quotas/recall-quotas';
import type { MappedQuota } from '../lib/core/vocabulary/quota';
import type { EpochMinute, FoundationModel, InferenceProfile } from '../lib/core/vocabulary/series';
import { toTrouble } from '../lib/core/vocabulary/trouble';
import type { Read } from './aws-error';
import { readFoundationModels, readInferenceProfiles } from './bedrock';
import type { AwsClients } from './clients';
import { readAppliedQuotas, readDefaultQuotas, readIncreaseRequests } from './service-quotas';

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
  /** What the reads of the last day showed otherwise than before. Like those below absent where an older version saved. */
  readonly changes?: readonly QuotaChange[];
  readonly otherCodes?: QuotaMemory['otherCodes'];
  readonly missingSince?: QuotaMemory['missingSince'];
  readonly requests?: RequestReading;
}

/** Minutes after which a catalog is read again; sooner when a part of it is missing. */
const REFRESH_MINUTES = 60;
const RETRY_MINUTES = 5;

/** Whether the catalog is to be read at this tick. */
export function isCatalogDue(catalog: QuotaCatalog | null, now: EpochMinute): boolean {
  if (!catalog) return true;
  return now - catalog.readAt >= (catalog.failures.length === 0 ? REFRESH_MINUTES : RETRY_MINUTES);
}

const APPLIED_SOURCE = 'servicequotas:ListServiceQuotas';

/** An account that had quotas has some still: a list without any is a failed read that does not say so. */
function complainOfEmptyList(isEmpty: boolean): CoverageError[] {
  return isEmpty ? [{ source: APPLIED_SOURCE, ...toTrouble('emptyList', APPLIED_SOURCE) }] : [];
}

/** How a catalog is read. */
export interface CatalogReading {
  /** Quota code → base model ids. */
  readonly overrides: Readonly<Record<string, readonly string[]>>;
  /** What failed calls are made up from; `null`: nothing. */
  readonly previous: QuotaCatalog | null;
  readonly now: EpochMinute;
  /** Whether increase requests are read too; who proposes none needs no permission for their list. */
  readonly hasRequests: boolean;
}

const NOT_READ: Read<unknown[]> = { value: [], errors: [] };

/**
 * Reads quotas (applied and default), increase requests, models and profiles, and maps them. What a failed call hides is
 * taken from the previous catalog and the failure is reported; a default never stands in for an applied value.
 */
export async function readCatalog(
  clients: AwsClients,
  { overrides, previous, now, hasRequests }: CatalogReading,
): Promise<Read<QuotaCatalog>> {
  const [applied, defaults, requested, models, profiles] = await Promise.all([
    readAppliedQuotas(clients.serviceQuotas),
    readDefaultQuotas(clients.serviceQuotas),
    hasRequests ? readIncreaseRequests(clients.serviceQuotas) : NOT_READ,
    readFoundationModels(clients.bedrock),
    readInferenceProfiles(clients.bedrock),
  ]);
  const list = toQuotas(applied.value, defaults.value);
  const memory: QuotaMemory = { ...EMPTY_MEMORY, ...previous };
  const isEmpty = applied.errors.length === 0 && list.quotas.length === 0 && memory.quotas.length > 0;
  const errors = [
    ...applied.errors,
    ...complainOfEmptyList(isEmpty),
    ...defaults.errors,
    ...requested.errors,
    ...models.errors,
    ...profiles.errors,
  ];
  const isAppliedRead = applied.errors.length === 0 && !isEmpty;
  const recalled = recallQuotas(memory, {
    quotas: list.quotas,
    rows: toListedRows(applied.value),
    applied: isAppliedRead,
    defaults: defaults.errors.length === 0,
    now,
  });
  const requests = toIncreaseRequests(requested.value);
  const liveModels = models.errors.length > 0 ? (previous?.models ?? []) : models.value;
  const allModels = mergeModels(liveModels, KNOWN_MODELS);
  const mapped = mapQuotas(recalled.quotas, allModels, overrides);
  const changes = compareQuotas(memory.quotas, mapped.quotas, {
    at: now,
    lost: recalled.lost,
    isNewCode: (code) => memory.otherCodes?.includes(code) === false,
  });
  return {
    errors,
    value: {
      readAt: now,
      failures: errors,
      accountId: list.accountId ?? previous?.accountId ?? null,
      quotas: mapped.quotas,
      totalQuotas: isAppliedRead ? list.total : Math.max(list.total, previous?.totalQuotas ?? 0),
      models: allModels,
      profiles: profiles.errors.length > 0 && profiles.value.length === 0 ? (previous?.profiles ?? []) : profiles.value,
      problems: [
        ...[...list.problems, ...mapped.problems].map((problem) => ({ source: 'quotaList', ...problem })),
        ...requests.problems.map((problem) => ({ source: 'increaseRequests', ...problem })),
      ],
      changes: keepChanges(previous?.changes ?? [], changes, now),
      otherCodes: recalled.otherCodes,
      missingSince: recalled.missingSince,
      ...(hasRequests
        ? {
            requests: recallRequests(previous?.requests, requests.requests, {
              isWhole: requested.errors.length === 0,
              now,
            }),
          }
        : {}),
    },
  };
}
