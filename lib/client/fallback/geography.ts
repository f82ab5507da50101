import { GLOBAL_PREFIX, isGeographicPrefix, lastPartOf } from '../../core/quotas/model-id';

/** Where a call may be processed: a geographic prefix (`us`, `eu`, `apac` …), or `global`. */
export type Geography = string;

/** Regions of prefixes that are not the first part of the Region's name. Source: AWS documentation on inference profiles, 2026-10. */
const REGIONS: Readonly<Record<string, RegExp>> = {
  apac: /^ap-/,
  jp: /^ap-northeast-[13]$/,
  au: /^ap-southeast-[24]$/,
};

/** Whether a call of a model id from a Region stays within some geographies. */
export function staysWithin(modelId: string, region: string, allowed: readonly Geography[]): boolean {
  const id = lastPartOf(modelId);
  const prefix = id.slice(0, Math.max(0, id.indexOf('.')));
  if (prefix === GLOBAL_PREFIX || isGeographicPrefix(prefix)) return allowed.includes(prefix);
  // A base model answers in its own Region; of an application profile that is not known, so it must be allowed by name.
  if (prefix === '') return allowed.includes(id);
  return allowed.some((one) => REGIONS[one]?.test(region) ?? region.startsWith(`${one}-`));
}
