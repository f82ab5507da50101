import { isCallable, isContextVariant, providerPrefixes } from './model-catalog';
import type { CallScope } from './pool';
import type { FoundationModel, InferenceProfile } from './usage';

/** The pool a CloudWatch `ModelId` spends, or why none can be named. */
export type MetricModel =
  | {
      readonly kind: 'pool';
      readonly scope: CallScope;
      readonly baseModelId: string;
      /** By what the caller reached the model. */
      readonly via: 'base' | 'profile' | 'applicationProfile';
      /** What a person calls the caller: the application profile's name, else the id without its ARN. */
      readonly name: string;
    }
  | { readonly kind: 'unmapped'; readonly reason: string };

/** What is known of an account's models and profiles in one Region. */
export interface ModelIdContext {
  /** The live list merged with the known one. */
  readonly models: readonly FoundationModel[];
  /** System-defined and application profiles. */
  readonly profiles: readonly InferenceProfile[];
}

/**
 * Geographic prefixes of system-defined inference profiles; used only for models that no list names yet.
 * Source: AWS documentation on inference profiles, as of 2026-10.
 */
const GEOGRAPHIC_PREFIXES: ReadonlySet<string> = new Set(['us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca', 'sa']);
const GLOBAL_PREFIX = 'global';

/** ARN resource types whose traffic spends no on-demand or cross-Region quota, or none that is documented. */
const OTHER_RESOURCES: ReadonlyMap<string, string> = new Map([
  ['provisioned-model', 'provisioned throughput spends no on-demand quota'],
  ['custom-model', 'a custom model has quotas of its own'],
  ['custom-model-deployment', 'a custom model deployment has quotas of its own'],
  ['imported-model', 'an imported model has quotas of its own'],
]);

const MODEL_ARN = /^arn:[^:]+:bedrock:([^:]*):[^:]*:foundation-model\/(.+)$/;
const ANY_ARN = /^arn:[^:]+:bedrock:[^:]*:[^:]*:([^/:]+)\/(.+)$/;

function unmapped(reason: string): MetricModel {
  return { kind: 'unmapped', reason };
}

/** The pool behind a profile: one model ARN is on demand, several are cross-Region, one without Region is global. */
function toProfilePool(profile: InferenceProfile): MetricModel {
  const arns = [...new Set(profile.modelArns)].map((arn) => MODEL_ARN.exec(arn));
  const regions = arns.map((match) => match?.[1]);
  const [baseModelId, ...others] = new Set(arns.map((match) => match?.[2]));
  if (baseModelId === undefined || others.includes(undefined)) {
    return unmapped(`inference profile ${profile.id} does not say which foundation model it routes to`);
  }
  if (others.length > 0) return unmapped(`inference profile ${profile.id} routes to more than one model`);
  if (isContextVariant(baseModelId)) return unmapped(`${baseModelId} is reachable by provisioned throughput only`);
  const isApplication = profile.type === 'APPLICATION';
  const isGlobal = regions.includes('') || (!isApplication && profile.id.startsWith(`${GLOBAL_PREFIX}.`));
  const regional: CallScope = isApplication && arns.length === 1 ? 'onDemand' : 'crossRegion';
  const scope = isGlobal ? 'globalCrossRegion' : regional;
  const name = isApplication ? profile.name.trim() || profile.id : profile.id;
  return { kind: 'pool', scope, baseModelId, via: isApplication ? 'applicationProfile' : 'profile', name };
}

/**
 * Prepares the reading of CloudWatch `ModelId` values: base ids, profile ids with any geographic prefix or `global.`,
 * bare application-profile ids, and ARNs of all of them. A model that no list names yet is accepted if its provider is
 * known. Provisioned, custom and imported models, context variants and everything else are `unmapped` with a reason,
 * never guessed. Never throws.
 */
export function createModelIdResolver(context: ModelIdContext): (modelId: string) => MetricModel {
  const models = new Map(context.models.map((model) => [model.id, model]));
  const providers = providerPrefixes(context.models);
  const profiles = new Map(context.profiles.flatMap((profile) => [profile.id, profile.arn].map((id) => [id, profile])));

  const isNewModel = (id: string): boolean => {
    const [, provider = ''] = /^([a-z0-9-]+)\.[a-z0-9][\w.:-]*$/i.exec(id) ?? [];
    return providers.has(provider);
  };

  const resolveBase = (id: string): MetricModel => {
    const model = models.get(id);
    if (isContextVariant(id) || (model && !isCallable(model))) {
      return unmapped(`${id} is reachable by provisioned throughput only`);
    }
    if (!model && !isNewModel(id)) return unmapped(`${id} is no model that is known`);
    return { kind: 'pool', scope: 'onDemand', baseModelId: id, via: 'base', name: id };
  };

  const resolvePrefixed = (id: string): MetricModel | null => {
    const [, prefix = '', rest = ''] = /^([a-z0-9-]+)\.(.+)$/.exec(id) ?? [];
    const isPrefix = GEOGRAPHIC_PREFIXES.has(prefix) || prefix === GLOBAL_PREFIX;
    if (!models.has(rest) && !(isPrefix && isNewModel(rest))) return null;
    const base = resolveBase(rest);
    if (base.kind === 'unmapped') return base;
    const scope = prefix === GLOBAL_PREFIX ? 'globalCrossRegion' : 'crossRegion';
    return { ...base, scope, via: 'profile', name: id };
  };

  const resolveId = (id: string): MetricModel => {
    if (models.has(id)) return resolveBase(id);
    const profile = profiles.get(id);
    if (profile) return toProfilePool(profile);
    const prefixed = resolvePrefixed(id);
    if (prefixed) return prefixed;
    if (/^[a-z0-9]{12}$/.test(id)) {
      return unmapped(`${id} looks like an application inference profile, and no profile of that id is listed`);
    }
    return resolveBase(id);
  };

  const resolveArn = (arn: string): MetricModel => {
    const [, resource = '', id = ''] = ANY_ARN.exec(arn) ?? [];
    const other = OTHER_RESOURCES.get(resource);
    if (other !== undefined) return unmapped(`${arn}: ${other}`);
    if (resource === 'foundation-model') return resolveBase(id);
    if (resource === 'inference-profile') {
      const profile = profiles.get(arn) ?? profiles.get(id);
      return profile ? toProfilePool(profile) : (resolvePrefixed(id) ?? unmapped(`${arn}: no such profile is listed`));
    }
    if (resource === 'application-inference-profile') {
      const profile = profiles.get(arn) ?? profiles.get(id);
      return profile ? toProfilePool(profile) : unmapped(`${arn}: no such application inference profile is listed`);
    }
    return unmapped(`${arn} is no kind of resource that is known`);
  };

  return (modelId) => (modelId.startsWith('arn:') ? resolveArn(modelId) : resolveId(modelId));
}
