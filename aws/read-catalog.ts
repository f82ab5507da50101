import type { QuotaCatalog } from '../lib/core/quotas/catalog';
import { recallRequests, toIncreaseRequests } from '../lib/core/quotas/increase-request';
import { KNOWN_MODELS, mergeModels } from '../lib/core/quotas/known-models';
import { mapQuotas } from '../lib/core/quotas/map-quotas';
import { compareQuotas, keepChanges } from '../lib/core/quotas/quota-change';
import { toQuotas } from '../lib/core/quotas/quota-list';
import { NOTHING_SEEN, recallQuotas, type SeenQuotas, toListedRows } from '../lib/core/quotas/recall-quotas';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';
import type { EpochMinute } from '../lib/core/vocabulary/time';
import type { Read } from './aws-error';
import { readFoundationModels, readInferenceProfiles } from './bedrock';
import type { AwsClients } from './clients';
import { readAppliedQuotas, readDefaultQuotas, readIncreaseRequests } from './service-quotas';

const APPLIED_SOURCE = 'servicequotas:ListServiceQuotas';

/** An account that had quotas has some still: a list without any is a failed read that does not say so. */
function complainOfEmptyList(isEmpty: boolean): BlindSpot[] {
  return isEmpty ? [{ source: APPLIED_SOURCE, ...toStatement('emptyList', APPLIED_SOURCE) }] : [];
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

const NOT_READ: Read<unknown[]> = { value: [], blindSpots: [] };

/**
 * Reads quotas (applied and default), increase requests, models and profiles, and maps them. What a failed call hides is
 * taken from the previous catalog and the failure is reported; a default never stands in for an applied value.
 */
export async function readCatalog(
  clients: Pick<AwsClients, 'serviceQuotas' | 'bedrock'>,
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
  const memory: SeenQuotas = { ...NOTHING_SEEN, ...previous };
  const isEmpty = applied.blindSpots.length === 0 && list.quotas.length === 0 && memory.quotas.length > 0;
  const blindSpots = [
    ...applied.blindSpots,
    ...complainOfEmptyList(isEmpty),
    ...defaults.blindSpots,
    ...requested.blindSpots,
    ...models.blindSpots,
    ...profiles.blindSpots,
  ];
  const isAppliedRead = applied.blindSpots.length === 0 && !isEmpty;
  const recalled = recallQuotas(memory, {
    quotas: list.quotas,
    rows: toListedRows(applied.value),
    applied: isAppliedRead,
    defaults: defaults.blindSpots.length === 0,
    now,
  });
  const requests = toIncreaseRequests(requested.value);
  const liveModels = models.blindSpots.length > 0 ? (previous?.models ?? []) : models.value;
  const allModels = mergeModels(liveModels, KNOWN_MODELS);
  const mapped = mapQuotas(recalled.quotas, allModels, overrides);
  const changes = compareQuotas(memory.quotas, mapped.quotas, {
    at: now,
    lost: recalled.lost,
    isNewCode: (code) => memory.otherCodes?.includes(code) === false,
  });
  return {
    blindSpots,
    value: {
      readAt: now,
      failures: blindSpots,
      accountId: list.accountId ?? previous?.accountId ?? null,
      quotas: mapped.quotas,
      totalQuotas: isAppliedRead ? list.total : Math.max(list.total, previous?.totalQuotas ?? 0),
      models: allModels,
      profiles:
        profiles.blindSpots.length > 0 && profiles.value.length === 0 ? (previous?.profiles ?? []) : profiles.value,
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
              isWhole: requested.blindSpots.length === 0,
              now,
            }),
          }
        : {}),
    },
  };
}
