import { isCallOf } from '../../traffic/call-of-model';
import type { ResolvedModelId } from '../../traffic/model-traffic';

/** Whether an id that was called is of a model. Of an id that names no model, the calls under just that id. @see isCallOf */
export function isOfModel(
  model: string,
  resolve: (modelId: string) => ResolvedModelId,
): (modelId: string | null) => boolean {
  const wanted = resolve(model);
  return (modelId) => {
    if (modelId === null) return false;
    if (modelId === model) return true;
    if (wanted.kind !== 'model') return false;
    return isCallOf({ modelId: model, model: wanted }, { modelId, resolution: resolve(modelId) });
  };
}
