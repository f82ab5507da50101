import { SCHEMA_VERSION } from '../../lib/contract';
import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import { type Dimension, isOfModels, type MappedQuota, type Scope } from '../../lib/core/vocabulary/quota';
import { toIso } from '../../lib/core/vocabulary/time';

/** The document of `quotas --json`. */
export interface QuotasDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly accountId: string | null;
  readonly region: string;
  /** ISO time in UTC. */
  readonly readAt: string;
  /** By model, then scope; those the filters leave. */
  readonly quotas: readonly MappedQuota[];
  /** Of the whole list, whatever the filters leave. */
  readonly counts: {
    /** Distinct quota codes of Bedrock, inference or not. */
    readonly total: number;
    readonly inference: number;
    /** Applied value 0. */
    readonly zero: number;
    /** Applied above 0 and below AWS's default. */
    readonly belowDefault: number;
    readonly unmapped: number;
    /** Rows of custom model deployments and of concurrent requests; those above are none of them. */
    readonly other: number;
  };
}

/** Which quotas are listed: those any given flag lets through, without flag all; of them those that have every word of the text. */
export interface QuotaFilters {
  readonly zero?: boolean;
  readonly lowered?: boolean;
  readonly unmapped?: boolean;
  /** Words that the model, the name or the code has, in any case. @default - any */
  readonly text?: string;
}

const SCOPES: readonly Scope[] = [
  'account',
  'onDemand',
  'crossRegion',
  'globalCrossRegion',
  'model',
  'customDeployment',
];
const DIMENSIONS: readonly Dimension[] = [
  'tokensPerMinute',
  'inputTokensPerMinute',
  'outputTokensPerMinute',
  'requestsPerMinute',
  'tokensPerDay',
  'concurrentRequests',
];

/** Whether a quota is applied as 0. */
export function isZero(quota: MappedQuota): boolean {
  return quota.appliedValue === 0;
}

/** Whether a quota is applied above 0 and below AWS's default. */
export function isLowered(quota: MappedQuota): boolean {
  return quota.defaultValue !== null && quota.appliedValue > 0 && quota.appliedValue < quota.defaultValue;
}

function isUnmapped(quota: MappedQuota): boolean {
  return quota.mapping === 'unmapped';
}

/** A test for quotas that have every word; an id of a profile has its model's. */
function hasWords(text: string): (quota: MappedQuota) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ modelLabel, quotaName, quotaCode, modelIds }) => {
    const names = [modelLabel, quotaName, quotaCode, ...modelIds].join('\n').toLowerCase();
    return words.every((word) => names.includes(word) || modelIds.some((id) => word.endsWith(`.${id}`)));
  };
}

function byModelAndScope(a: MappedQuota, b: MappedQuota): number {
  return (
    a.modelLabel.localeCompare(b.modelLabel, 'en') ||
    b.endpoint.localeCompare(a.endpoint, 'en') ||
    (a.variant ?? '').localeCompare(b.variant ?? '', 'en') ||
    SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
    DIMENSIONS.indexOf(a.dimension) - DIMENSIONS.indexOf(b.dimension) ||
    a.quotaCode.localeCompare(b.quotaCode, 'en')
  );
}

/** Exactly the public fields, in the public order. */
function toPublicQuota(quota: MappedQuota): MappedQuota {
  return {
    quotaCode: quota.quotaCode,
    quotaName: quota.quotaName,
    endpoint: quota.endpoint,
    scope: quota.scope,
    dimension: quota.dimension,
    variant: quota.variant,
    modelLabel: quota.modelLabel,
    modelIds: quota.modelIds,
    mapping: quota.mapping,
    appliedValue: quota.appliedValue,
    defaultValue: quota.defaultValue,
    adjustable: quota.adjustable,
  };
}

/** Makes the document of one account and Region. */
export function toQuotasDocument(
  catalog: QuotaCatalog,
  origin: { readonly accountId: string | null; readonly region: string },
  filters: QuotaFilters = {},
): QuotasDocument {
  const { quotas } = catalog;
  const tests = [
    ...(filters.zero ? [isZero] : []),
    ...(filters.lowered ? [isLowered] : []),
    ...(filters.unmapped ? [isUnmapped] : []),
  ];
  const isNamed = hasWords(filters.text ?? '');
  const isShown = (quota: MappedQuota) =>
    isNamed(quota) && (tests.length === 0 || (isOfModels(quota) && tests.some((passes) => passes(quota))));
  const ofModels = quotas.filter(isOfModels);
  return {
    schemaVersion: SCHEMA_VERSION,
    accountId: origin.accountId,
    region: origin.region,
    readAt: toIso(catalog.readAt),
    quotas: quotas.filter(isShown).map(toPublicQuota).sort(byModelAndScope),
    counts: {
      total: catalog.totalQuotas,
      inference: ofModels.length,
      zero: ofModels.filter(isZero).length,
      belowDefault: ofModels.filter(isLowered).length,
      unmapped: ofModels.filter(isUnmapped).length,
      other: quotas.length - ofModels.length,
    },
  };
}
