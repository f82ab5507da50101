import { headroomOf } from '../limits/headroom';
import type { OpenedTarget } from './target';

/** The order for one call, the best first: by a function of the model ids, or by the headroom of live limits. */
export type Rank = 'headroom' | ((modelIds: readonly string[]) => readonly string[]);

/** A target whose headroom is not known comes after those that have some, and before those that have none. */
const UNKNOWN_PERCENT = 1;

function byHeadroom(targets: readonly OpenedTarget[]): readonly OpenedTarget[] {
  return targets
    .map((target) => ({ target, percent: headroomOf(target.client, target.modelId) ?? UNKNOWN_PERCENT }))
    .sort((a, b) => b.percent - a.percent)
    .map(({ target }) => target);
}

/** The targets in the order in which one call tries them; those of equal rank as they are listed. */
export function orderTargets(targets: readonly OpenedTarget[], rank: Rank | undefined): readonly OpenedTarget[] {
  if (!rank) return targets;
  if (rank === 'headroom') return byHeadroom(targets);
  const ranked = rank(targets.map(({ modelId }) => modelId));
  const placeOf = ({ modelId }: OpenedTarget) => (ranked.includes(modelId) ? ranked.indexOf(modelId) : targets.length);
  return [...targets].sort((a, b) => placeOf(a) - placeOf(b));
}
