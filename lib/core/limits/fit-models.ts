import { STANDARD_PARAMETER_BYTES } from '../rules/read-rules';
import type { LimitsSnapshot, ModelLimits } from './snapshot';
import { lengthOf, writeSnapshot } from './write-snapshot';

/**
 * The same snapshot in at most `most` characters, which are bytes here: those models that come first stay, in the order of
 * their ids, then others as far as there is room; who had to go is counted.
 */
export function fitModels(
  snapshot: LimitsSnapshot,
  comesFirst: (model: ModelLimits) => boolean,
  most: number = STANDARD_PARAMETER_BYTES,
): LimitsSnapshot {
  if (writeSnapshot(snapshot).length <= most) return snapshot;
  const { models } = snapshot;
  const inOrder = [...models.filter(comesFirst), ...models.filter((model) => !comesFirst(model))];
  // With the longest count that can be.
  let length = writeSnapshot({ ...snapshot, models: [], leftOut: models.length }).length;
  const kept = new Set<ModelLimits>();
  for (const model of inOrder) {
    length += lengthOf(model);
    if (length > most) break;
    kept.add(model);
  }
  return { ...snapshot, models: models.filter((model) => kept.has(model)), leftOut: models.length - kept.size };
}
