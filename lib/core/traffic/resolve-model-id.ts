import { GLOBAL_PREFIX, isCallable, isContextVariant, isProfilePrefix, providerPrefixes } from '../quotas/model-id';
import type { FoundationModel, InferenceProfile } from '../vocabulary/model';
import type { UnknownReason } from '../vocabulary/unknown-reason';
import type { ResolvedModelId } from './model-traffic';
import { resolveProfile, toSoleRoutes, unmapped } from './resolve-profile';

/** What is known of an account's models and profiles in one Region. */
export interface ModelIdContext {
  /** The live list merged with the known one. */
  readonly models: readonly FoundationModel[];
  /** System-defined and application profiles. */
  readonly profiles: readonly InferenceProfile[];
  /** ARN of a deployment of a custom model → the base model it was made from; those that were not looked up are absent. */
  readonly customDeployments?: Readonly<Record<string, string>>;
}

/** ARN resource types whose traffic spends no on-demand or cross-Region quota, or none that is documented. */
const OTHER_RESOURCES: ReadonlyMap<string, UnknownReason['why']> = new Map([
  ['prompt-router', 'promptRouter'],
  ['default-prompt-router', 'promptRouter'],
  ['provisioned-model', 'provisionedModel'],
  ['custom-model', 'customModel'],
]);

const CUSTOM_DEPLOYMENT = 'custom-model-deployment';

const ANY_ARN = /^arn:[^:]+:bedrock:[^:]*:[^:]*:([^/:]+)\/(.+)$/;

/**
 * Prepares the reading of CloudWatch `ModelId` values: base ids, profile ids with any geographic prefix or `global.`,
 * bare application-profile ids, and ARNs of all of them. A model that no list names yet is accepted if its provider is
 * known. Imported models are known to have no quota. Provisioned and custom models, context variants and everything else are `unmapped` with a reason,
 * never guessed. Never throws.
 */
export function createModelIdResolver(context: ModelIdContext): (modelId: string) => ResolvedModelId {
  const models = new Map(context.models.map((model) => [model.id, model]));
  const providers = providerPrefixes(context.models);
  const profiles = new Map(context.profiles.flatMap((profile) => [profile.id, profile.arn].map((id) => [id, profile])));
  profiles.delete('');
  const profileContext = { models, soleRoutes: toSoleRoutes(context.profiles) };

  const isNewModel = (id: string): boolean => {
    const [, provider = ''] = /^([a-z0-9-]+)\.[a-z0-9][\w.:-]*$/i.exec(id) ?? [];
    return providers.has(provider);
  };

  const resolveBase = (id: string): ResolvedModelId => {
    const model = models.get(id);
    if (isContextVariant(id) || (model && !isCallable(model))) {
      return unmapped('provisionedOnly', id);
    }
    if (!model && !isNewModel(id)) return unmapped('noModel', id);
    return { kind: 'model', scope: 'onDemand', baseModelId: id, via: 'base', name: id };
  };

  const resolvePrefixed = (id: string): ResolvedModelId | null => {
    const [, prefix = '', rest = ''] = /^([a-z0-9-]+)\.(.+)$/.exec(id) ?? [];
    if (!models.has(rest) && !(isProfilePrefix(prefix) && isNewModel(rest))) return null;
    const base = resolveBase(rest);
    if (base.kind !== 'model') return base;
    const scope = prefix === GLOBAL_PREFIX ? 'globalCrossRegion' : 'crossRegion';
    return { ...base, scope, via: 'profile', name: id };
  };

  const resolveId = (id: string): ResolvedModelId => {
    if (models.has(id)) return resolveBase(id);
    const profile = profiles.get(id);
    if (profile) return resolveProfile(profile, profileContext);
    const prefixed = resolvePrefixed(id);
    if (prefixed) return prefixed;
    if (/^[a-z0-9]{12}$/.test(id)) {
      return unmapped('likeApplicationProfile', id);
    }
    return resolveBase(id);
  };

  const resolveDeployment = (arn: string): ResolvedModelId => {
    const baseModelId = context.customDeployments?.[arn];
    if (baseModelId === undefined) return unmapped('customDeployment', arn);
    return { kind: 'model', scope: 'customDeployment', baseModelId, via: 'customDeployment', name: arn };
  };

  const resolveArn = (arn: string): ResolvedModelId => {
    const [, resource = '', id = ''] = ANY_ARN.exec(arn) ?? [];
    const other = OTHER_RESOURCES.get(resource);
    if (other !== undefined) return unmapped(other, arn);
    if (resource === CUSTOM_DEPLOYMENT) return resolveDeployment(arn);
    if (resource === 'imported-model') return { kind: 'noQuota', reason: { why: 'importedModel', id: arn } };
    if (resource === 'foundation-model') return resolveBase(id);
    if (resource === 'inference-profile') {
      const profile = profiles.get(arn) ?? profiles.get(id);
      return profile ? resolveProfile(profile, profileContext) : (resolvePrefixed(id) ?? unmapped('noProfile', arn));
    }
    if (resource === 'application-inference-profile') {
      const profile = profiles.get(arn) ?? profiles.get(id);
      return profile ? resolveProfile(profile, profileContext) : unmapped('noApplicationProfile', arn);
    }
    return unmapped('noResource', arn);
  };

  return (modelId) => (modelId.startsWith('arn:') ? resolveArn(modelId) : resolveId(modelId));
}

/** Whether a metric `ModelId` is the ARN of a deployment of a custom model, whose base model must be looked up. */
export function isCustomDeployment(modelId: string): boolean {
  return ANY_ARN.exec(modelId)?.[1] === CUSTOM_DEPLOYMENT;
}
