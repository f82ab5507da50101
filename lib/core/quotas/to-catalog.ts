import type { BlindSpot, Read } from '../vocabulary/blind-spot';
import type { FoundationModel, InferenceProfile } from '../vocabulary/model';
import { toStatement } from '../vocabulary/statement';
import type { EpochMinute } from '../vocabulary/time';
import type { QuotaCatalog } from './catalog';
import { recallRequests, toIncreaseRequests } from './increase-request';
import { KNOWN_MODELS, mergeModels } from './known-models';
import { mapQuotas } from './map-quotas';
import { toModelUnits } from './model-units';
import { compareQuotas, keepChanges } from './quota-change';
import { toQuotas } from './quota-list';
import { NOTHING_SEEN, type Recollection, recallQuotas, type SeenQuotas, toListedRows } from './recall-quotas';

/** The lists a catalog is made of, each as far as it could be read. */
export interface CatalogLists {
  readonly applied: Read<unknown[]>;
  readonly defaults: Read<unknown[]>;
  /** Increase requests; `null`: they were not asked for. */
  readonly requested: Read<unknown[]> | null;
  readonly models: Read<FoundationModel[]>;
  readonly profiles: Read<InferenceProfile[]>;
}

/** How lists become a catalog. */
export interface CatalogMaking {
  /** Quota code → base model ids. */
  readonly overrides: Readonly<Record<string, readonly string[]>>;
  /** What failed lists are made up from; `null`: nothing. */
  readonly previous: QuotaCatalog | null;
  readonly now: EpochMinute;
  /** Whether quotas of model units are wanted too. @default false */
  readonly hasModelUnits?: boolean;
}

const APPLIED_SOURCE = 'servicequotas:ListServiceQuotas';

type ListedQuotas = ReturnType<typeof toQuotas>;

/** An account that had quotas has some still: a list without any is a failed read that does not say so. */
function emptyListOf({ applied }: CatalogLists, { quotas }: ListedQuotas, seen: SeenQuotas): BlindSpot[] {
  const isEmpty = applied.blindSpots.length === 0 && quotas.length === 0 && seen.quotas.length > 0;
  return isEmpty ? [{ source: APPLIED_SOURCE, ...toStatement('emptyList', APPLIED_SOURCE) }] : [];
}

/** What could not be read, list by list. */
function failuresOf({ applied, defaults, requested, models, profiles }: CatalogLists, emptyList: readonly BlindSpot[]) {
  return [
    ...applied.blindSpots,
    ...emptyList,
    ...defaults.blindSpots,
    ...(requested?.blindSpots ?? []),
    ...models.blindSpots,
    ...profiles.blindSpots,
  ];
}

function recall(lists: CatalogLists, { quotas }: ListedQuotas, isWhole: boolean, seen: SeenQuotas, now: EpochMinute) {
  return recallQuotas(seen, {
    quotas,
    rows: toListedRows(lists.applied.value),
    applied: isWhole,
    defaults: lists.defaults.blindSpots.length === 0,
    now,
  });
}

/** The requests of the catalog; nothing where they were not asked for. */
function toRequests(
  { requested }: CatalogLists,
  { previous, now }: CatalogMaking,
): Pick<QuotaCatalog, 'requests' | 'problems'> {
  if (requested === null) return { problems: [] };
  const { requests, problems } = toIncreaseRequests(requested.value);
  const isWhole = requested.blindSpots.length === 0;
  return {
    requests: recallRequests(previous?.requests, requests, { isWhole, now }),
    problems: problems.map((problem) => ({ source: 'increaseRequests', ...problem })),
  };
}

function toModels({ models, profiles }: CatalogLists, previous: QuotaCatalog | null) {
  const live = models.blindSpots.length > 0 ? (previous?.models ?? []) : models.value;
  const isLost = profiles.blindSpots.length > 0 && profiles.value.length === 0;
  return {
    models: mergeModels(live, KNOWN_MODELS),
    profiles: isLost ? (previous?.profiles ?? []) : profiles.value,
  };
}

function toChanges(quotas: QuotaCatalog['quotas'], recalled: Recollection, seen: SeenQuotas, making: CatalogMaking) {
  const { previous, now } = making;
  const changes = compareQuotas(seen.quotas, quotas, {
    at: now,
    lost: recalled.lost,
    isNewCode: (code) => seen.otherCodes?.includes(code) === false,
  });
  return keepChanges(previous?.changes ?? [], changes, now);
}

/**
 * Maps quotas to models and compares them with what was seen before. What a failed list hides is taken from the previous
 * catalog and the failure is told; a default never stands in for an applied value.
 */
export function toCatalog(lists: CatalogLists, making: CatalogMaking): Read<QuotaCatalog> {
  const { overrides, previous, now } = making;
  const listed = toQuotas(lists.applied.value, lists.defaults.value);
  const seen: SeenQuotas = { ...NOTHING_SEEN, ...previous };
  const emptyList = emptyListOf(lists, listed, seen);
  const failures = failuresOf(lists, emptyList);
  const isWhole = lists.applied.blindSpots.length === 0 && emptyList.length === 0;
  const recalled = recall(lists, listed, isWhole, seen, now);
  const { models, profiles } = toModels(lists, previous);
  const mapped = mapQuotas(recalled.quotas, models, overrides);
  const { problems, ...requests } = toRequests(lists, making);
  const inDoubt = [...listed.problems, ...mapped.problems].map((problem) => ({ source: 'quotaList', ...problem }));
  return {
    blindSpots: failures,
    value: {
      readAt: now,
      failures,
      accountId: listed.accountId ?? previous?.accountId ?? null,
      quotas: mapped.quotas,
      totalQuotas: isWhole ? listed.total : Math.max(listed.total, previous?.totalQuotas ?? 0),
      models,
      profiles,
      problems: [...inDoubt, ...problems],
      changes: toChanges(mapped.quotas, recalled, seen, making),
      otherCodes: recalled.otherCodes,
      missingSince: recalled.missingSince,
      ...requests,
      ...(making.hasModelUnits ? { modelUnits: toModelUnits(lists.applied.value, models) } : {}),
    },
  };
}
