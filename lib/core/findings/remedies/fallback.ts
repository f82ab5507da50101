import type { Measurement } from '../../measure/measurement';
import { modelKeyOf, nameModel, representativeOf } from '../../quotas/same-model';
import { resolveProfile } from '../../traffic/resolve-profile';
import type { FoundRemedy, Phrase } from '../../vocabulary/found';
import type { InferenceProfile } from '../../vocabulary/model';
import type { MappedQuota } from '../../vocabulary/quota';
import { shortenLabel, spellCount, spellPercent, spellScope } from '../../vocabulary/wording';

/** A scope is offered while at least this share of it is free. */
const FALLBACK_FREE_PERCENT = 20;

/** Ids named of one scope; a Region seldom has more than two geographic profiles of a model. */
const NAMED_IDS = 2;

/** What another scope is looked for in. */
export interface FallbackSources {
  readonly quotas: readonly MappedQuota[];
  readonly measurements: readonly Measurement[];
  /** Those of the Region; empty when they are not known. */
  readonly profiles: readonly InferenceProfile[];
}

/** What is free of the scope of a quota, in percent: of its minute and of its day, whichever is fuller. */
function freePercentOf({ scope, modelIds }: MappedQuota, { quotas, measurements }: FallbackSources): number {
  const ofScope = quotas.filter(
    (other) =>
      other.endpoint === 'runtime' &&
      other.variant === null &&
      (other.scope === scope || (other.scope === 'model' && scope !== 'globalCrossRegion')) &&
      other.modelIds.some((id) => modelIds.includes(id)),
  );
  if (ofScope.some(({ appliedValue }) => appliedValue === 0)) return 0;
  const codes = new Set(ofScope.map(({ quotaCode }) => quotaCode));
  const used = measurements.filter(({ quota }) => codes.has(quota.quotaCode));
  return 100 - Math.max(0, ...used.map(({ utilizationPercent }) => utilizationPercent ?? 0));
}

/** The system-defined profiles of a base model in a scope, as the Region lists them. */
function listedIds(baseModelId: string, scope: MappedQuota['scope'], profiles: readonly InferenceProfile[]): string[] {
  return profiles
    .filter(({ type }) => type === 'SYSTEM_DEFINED')
    .filter((profile) => {
      const modelTraffic = resolveProfile(profile, { models: new Map(), soleRoutes: new Set() });
      return (
        modelTraffic.kind === 'model' &&
        nameModel([baseModelId], modelTraffic.baseModelId) &&
        modelTraffic.scope === scope
      );
    })
    .map(({ id }) => id)
    .sort();
}

/** The ids to call a model by in a scope; empty when they cannot be known. A geographic prefix is never guessed. */
function idsOf(baseModelId: string, scope: MappedQuota['scope'], profiles: readonly InferenceProfile[]): string[] {
  if (scope === 'onDemand') return [baseModelId];
  const listed = listedIds(baseModelId, scope, profiles).slice(0, NAMED_IDS);
  return listed.length === 0 && profiles.length === 0 && scope === 'globalCrossRegion'
    ? [`global.${baseModelId}`]
    : listed;
}

/** What to call: the ids where they are known, else the model and the scope. */
function nameTarget(quota: MappedQuota, other: MappedQuota, { profiles }: FallbackSources): Phrase {
  const shared = other.modelIds.filter((id) => quota.modelIds.includes(id));
  const isOne = new Set(shared.map(modelKeyOf)).size === 1;
  const ids = isOne ? idsOf(representativeOf(shared), other.scope, profiles) : [];
  return (words) => {
    const name =
      ids.length > 0
        ? ids.join(words.remedy.or)
        : `${shortenLabel(other.modelLabel)} ${spellScope(other.scope, words)}`;
    return other.endpoint === quota.endpoint ? name : words.remedy.byRuntime(name);
  };
}

function offer(quota: MappedQuota, other: MappedQuota, freePercent: number, sources: FallbackSources): Phrase {
  const target = nameTarget(quota, other, sources);
  return (words) => {
    const { meanwhile, meanwhileGlobal } = words.remedy;
    const spell = other.scope === 'globalCrossRegion' ? meanwhileGlobal : meanwhile;
    return spell(target(words), spellPercent(freePercent, words), spellCount(other.appliedValue, words));
  };
}

/**
 * Another scope of the same model with room now, most free first; empty when there is none. Scopes that spend the same
 * quota are none: a daily row of a model counts its on-demand and cross-Region calls alike.
 */
export function fallbackRemedies(quota: MappedQuota, sources: FallbackSources): FoundRemedy[] {
  const candidates = sources.quotas.filter(
    (other) =>
      other.dimension === 'tokensPerMinute' &&
      other.variant === null &&
      other.endpoint === 'runtime' &&
      (other.scope !== quota.scope || other.endpoint !== quota.endpoint) &&
      (quota.scope !== 'model' || other.scope === 'globalCrossRegion') &&
      other.modelIds.some((id) => quota.modelIds.includes(id)),
  );
  return candidates
    .map((other) => ({ other, freePercent: freePercentOf(other, sources) }))
    .filter(({ freePercent }) => freePercent > FALLBACK_FREE_PERCENT)
    .sort((a, b) => b.freePercent - a.freePercent)
    .slice(0, 1)
    .map(({ other, freePercent }) => ({ title: offer(quota, other, freePercent, sources), command: null }));
}
