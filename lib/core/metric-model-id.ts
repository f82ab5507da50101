import { hasContextSuffix } from './model-names';
import type { CallScope, PoolResolution } from './pool';
import type { FoundationModel, InferenceProfile } from './usage';

/** What is known of the Region's models and profiles. */
export interface ModelIdContext {
  readonly models: readonly FoundationModel[];
  readonly profiles: readonly InferenceProfile[];
}

/** Geographic prefixes of inference profiles seen until 2026-10; an unknown one is recognised by the id behind it. */
const GEOGRAPHIC_PREFIXES: ReadonlySet<string> = new Set([
  'us',
  'eu',
  'apac',
  'jp',
  'au',
  'ca',
  'sa',
  'us-gov',
  'uk',
  'in',
  'kr',
  'mx',
  'il',
  'af',
  'me',
]);

const GLOBAL_PREFIX = 'global';

/** Resource types whose ARN ends in an id that may be looked at; the others have quotas of their own. */
const ARN = /^arn:[^:]*:bedrock:([^:]*):[^:]*:([a-z-]+)\/(.+)$/;

const OWN_QUOTAS: Readonly<Record<string, string>> = {
  'provisioned-model': 'provisioned throughput has capacity of its own',
  'custom-model': 'custom models have quotas of their own',
  'custom-model-deployment': 'custom model deployments have quotas of their own',
  'imported-model': 'imported models have quotas of their own',
};

function unmapped(reason: string): PoolResolution {
  return { kind: 'unmapped', reason };
}

/** The scope an application profile copied, from the models it routes to. */
function scopeOfProfile(modelArns: readonly string[]): CallScope {
  if (modelArns.some((arn) => ARN.exec(arn)?.[1] === '')) return 'globalCrossRegion';
  return modelArns.length > 1 ? 'crossRegion' : 'onDemand';
}

function resolveProfile(profile: InferenceProfile): PoolResolution {
  const ids = new Set(profile.modelArns.flatMap((arn) => ARN.exec(arn)?.[3] ?? []));
  const [baseModelId, ...others] = ids;
  if (baseModelId === undefined || others.length > 0) {
    return unmapped(`the inference profile ${profile.name} routes to ${ids.size} base models`);
  }
  return { kind: 'pool', scope: scopeOfProfile(profile.modelArns), baseModelId, name: profile.name };
}

/**
 * Makes the function that sends a metric `ModelId` to its pool: a base id to on demand, an id behind a geographic prefix
 * to cross-Region, one behind `global.` to global cross-Region, an application profile to the pool of its source.
 * Whatever is not certain is unmapped, with the reason.
 */
export function createModelIdResolver({ models, profiles }: ModelIdContext): (modelId: string) => PoolResolution {
  const baseIds = new Set(models.map((model) => model.id));
  const providers = new Set(models.map((model) => model.id.slice(0, model.id.indexOf('.'))));
  const applications = new Map(
    profiles.filter((profile) => profile.type === 'APPLICATION').map((profile) => [profile.id, profile]),
  );

  /** A base id of the list, or one of tomorrow behind a provider that is known today. */
  const isBaseId = (id: string) => baseIds.has(id) || (id.includes('.') && providers.has(id.slice(0, id.indexOf('.'))));

  const resolvePrefixed = (id: string): PoolResolution | null => {
    const prefix = id.slice(0, id.indexOf('.'));
    const baseModelId = id.slice(prefix.length + 1);
    if (prefix === '' || !isBaseId(baseModelId)) return null;
    if (prefix === GLOBAL_PREFIX) return { kind: 'pool', scope: 'globalCrossRegion', baseModelId, name: id };
    const isGeographic =
      GEOGRAPHIC_PREFIXES.has(prefix) || (baseIds.has(baseModelId) && /^[a-z]{2,5}(-[a-z]+)?$/.test(prefix));
    return isGeographic ? { kind: 'pool', scope: 'crossRegion', baseModelId, name: id } : null;
  };

  const resolveId = (id: string): PoolResolution => {
    if (hasContextSuffix(id)) return unmapped('an id with a context length is served by provisioned throughput only');
    const application = applications.get(id);
    if (application) return resolveProfile(application);
    if (baseIds.has(id)) return { kind: 'pool', scope: 'onDemand', baseModelId: id, name: id };
    const prefixed = resolvePrefixed(id);
    if (prefixed) return prefixed;
    if (isBaseId(id)) return { kind: 'pool', scope: 'onDemand', baseModelId: id, name: id };
    return unmapped('no model, inference profile or application inference profile of this Region has this id');
  };

  return (modelId) => {
    if (!modelId.startsWith('arn:')) return resolveId(modelId);
    const [, , resourceType = '', id = ''] = ARN.exec(modelId) ?? [];
    const reason = OWN_QUOTAS[resourceType];
    if (reason !== undefined) return unmapped(reason);
    if (['foundation-model', 'inference-profile', 'application-inference-profile'].includes(resourceType))
      return resolveId(id);
    return unmapped('an ARN of a kind that no inference quota covers');
  };
}
