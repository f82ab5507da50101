import type { Measurement } from '../../measure/measurement';
import { resolveProfile } from '../../traffic/resolve-profile';
import type { Remedy } from '../../vocabulary/finding';
import type { InferenceProfile } from '../../vocabulary/model';
import type { MappedQuota } from '../../vocabulary/quota';
import { shortenLabel, spellCount, spellPercent, spellScope } from '../../vocabulary/wording';
import type { Words } from '../../words/words';

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
  /** The language of the advice. */
  readonly words: Words;
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
      return modelTraffic.kind === 'model' && modelTraffic.baseModelId === baseModelId && modelTraffic.scope === scope;
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
function spellTarget(quota: MappedQuota, other: MappedQuota, { profiles, words }: FallbackSources): string {
  const shared = other.modelIds.filter((id) => quota.modelIds.includes(id));
  const [baseModelId] = shared;
  const ids = shared.length === 1 && baseModelId !== undefined ? idsOf(baseModelId, other.scope, profiles) : [];
  const name =
    ids.length > 0 ? ids.join(words.remedy.or) : `${shortenLabel(other.modelLabel)} ${spellScope(other.scope, words)}`;
  return other.endpoint === quota.endpoint ? name : words.remedy.byRuntime(name);
}

/**
 * Another scope of the same model with room now, most free first; empty when there is none. Scopes that spend the same
 * quota are none: a daily row of a model counts its on-demand and cross-Region calls alike.
 */
export function fallbackRemedies(quota: MappedQuota, sources: FallbackSources): Remedy[] {
  const { words } = sources;
  const { meanwhile, meanwhileGlobal } = words.remedy;
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
    .map(({ other, freePercent }) => ({
      title: (other.scope === 'globalCrossRegion' ? meanwhileGlobal : meanwhile)(
        spellTarget(quota, other, sources),
        spellPercent(freePercent, words),
        spellCount(other.appliedValue, words),
      ),
      command: null,
    }));
}
