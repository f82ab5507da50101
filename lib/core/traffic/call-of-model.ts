import { lastPartOf } from '../quotas/model-id';
import { nameModel } from '../quotas/same-model';
import type { ResolvedModelId } from './model-traffic';

/** An id that names a model. */
export type ResolvedModel = Extract<ResolvedModelId, { kind: 'model' }>;

/**
 * Whether calls under an id are of a model that was asked for: by a base id its calls in every scope, by a system profile's
 * those of its scope, application profiles of it among them, by an application profile's that caller alone.
 * @param asked the id that was asked for, and what it resolves to
 * @param called the id that was called, and what it resolves to
 */
export function isCallOf(
  asked: { readonly modelId: string; readonly model: ResolvedModel },
  called: { readonly modelId: string; readonly resolution: ResolvedModelId },
): boolean {
  const { model } = asked;
  const { resolution } = called;
  if (resolution.kind !== 'model' || !nameModel([model.baseModelId], resolution.baseModelId)) return false;
  if (model.via === 'base') return true;
  if (model.via === 'profile') return resolution.scope === model.scope;
  return lastPartOf(called.modelId) === lastPartOf(asked.modelId);
}
