import { nameModel } from '../../quotas/same-model';
import type { ResolvedModelId } from '../../traffic/model-traffic';

/** The id at the end of an ARN; an id itself. */
function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/**
 * Whether an id that was called is of a model: by a base id its calls in every scope, by a system profile's those of its
 * scope, application profiles of it among them, by an application profile's that one alone. Of an id that names no model,
 * the calls under just that id.
 */
export function isOfModel(
  model: string,
  resolve: (modelId: string) => ResolvedModelId,
): (modelId: string | null) => boolean {
  const wanted = resolve(model);
  return (modelId) => {
    if (modelId === null) return false;
    if (modelId === model) return true;
    if (wanted.kind !== 'model') return false;
    const called = resolve(modelId);
    if (called.kind !== 'model' || !nameModel([wanted.baseModelId], called.baseModelId)) return false;
    if (wanted.via === 'base') return true;
    return wanted.via === 'profile' ? called.scope === wanted.scope : lastPart(modelId) === lastPart(model);
  };
}
