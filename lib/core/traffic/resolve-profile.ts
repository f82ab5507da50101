import { GLOBAL_PREFIX, isContextVariant, isGeographicPrefix } from '../quotas/model-id';
import type { FoundationModel, InferenceProfile } from '../vocabulary/model';
import type { UnknownReason } from '../vocabulary/unknown-reason';
import type { CallScope, ResolvedModelId } from './model-traffic';

const MODEL_ARN = /^arn:[^:]+:bedrock:([^:]*):[^:]*:foundation-model\/(.+)$/;

/** An id that no model can be named for. */
export function unmapped(why: UnknownReason['why'], id: string): ResolvedModelId {
  return { kind: 'unmapped', reason: { why, id } };
}

/** The Region of a profile's own ARN; empty when it has none. */
function regionOf({ arn }: InferenceProfile): string {
  return arn.split(':')[3] ?? '';
}

/** A system-defined profile says by its prefix where it routes; one of tomorrow by a model ARN without Region. */
function toSystemScope(profile: InferenceProfile): CallScope {
  const prefix = profile.id.slice(0, Math.max(0, profile.id.indexOf('.')));
  if (isGeographicPrefix(prefix)) return 'crossRegion';
  const isRegionless = profile.modelArns.some((arn) => MODEL_ARN.exec(arn)?.[1] === '');
  return prefix === GLOBAL_PREFIX || isRegionless ? 'globalCrossRegion' : 'crossRegion';
}

/** What profiles are read with. */
export interface ProfileContext {
  readonly models: ReadonlyMap<string, FoundationModel>;
  /** Model ARNs that are the only one of a system-defined profile. */
  readonly soleRoutes: ReadonlySet<string>;
}

/**
 * An application profile has the model ARNs of what it copies: one without Region is of a `global.` profile, several
 * are of a geographic one, and a single one in the profile's own Region is of the model itself, unless that model
 * cannot be called on demand. `null`: it may be of the model or of a geographic profile with that one route.
 */
function toApplicationScope(
  profile: InferenceProfile,
  baseModelId: string,
  { models, soleRoutes }: ProfileContext,
): CallScope | null {
  const regions = new Set(profile.modelArns.map((arn) => MODEL_ARN.exec(arn)?.[1] ?? ''));
  if (regions.has('')) return 'globalCrossRegion';
  const own = regionOf(profile);
  if (regions.size > 1 || (own !== '' && !regions.has(own))) return 'crossRegion';
  const types = models.get(baseModelId)?.inferenceTypes ?? [];
  if (types.includes('INFERENCE_PROFILE') && !types.includes('ON_DEMAND')) return 'crossRegion';
  return profile.modelArns.some((arn) => soleRoutes.has(arn)) ? null : 'onDemand';
}

/** The model behind a profile, by the model ARNs it routes to. */
export function resolveProfile(profile: InferenceProfile, context: ProfileContext): ResolvedModelId {
  const [baseModelId, ...others] = new Set(profile.modelArns.map((arn) => MODEL_ARN.exec(arn)?.[2]));
  if (baseModelId === undefined || others.includes(undefined)) {
    return unmapped('noRoute', profile.id);
  }
  if (others.length > 0) return unmapped('severalModels', profile.id);
  if (isContextVariant(baseModelId)) return unmapped('provisionedOnly', baseModelId);
  if (profile.type === 'SYSTEM_DEFINED') {
    return { kind: 'model', scope: toSystemScope(profile), baseModelId, via: 'profile', name: profile.id };
  }
  const scope = toApplicationScope(profile, baseModelId, context);
  if (scope === null) {
    return { kind: 'unmapped', reason: { why: 'ambiguousCopy', id: profile.id, baseModelId } };
  }
  return { kind: 'model', scope, baseModelId, via: 'applicationProfile', name: profile.name.trim() || profile.id };
}

/** The model ARNs that are a system-defined profile's only one. */
export function toSoleRoutes(profiles: readonly InferenceProfile[]): ReadonlySet<string> {
  const routes = profiles.filter(({ type }) => type === 'SYSTEM_DEFINED').map(({ modelArns }) => new Set(modelArns));
  return new Set(routes.filter(({ size }) => size === 1).flatMap((arns) => [...arns]));
}
