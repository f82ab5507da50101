import { modelKeyOf } from '../quotas/same-model';
import type { ModelTraffic } from '../traffic/model-traffic';
import type { MappedQuota } from '../vocabulary/quota';

/** The traffic that may spend a quota: all of its models, of any scope. */
export type FindSpenders = (quota: Pick<MappedQuota, 'scope' | 'modelIds'>) => readonly ModelTraffic[];

/** Traffic by model, so that thousands of quotas need not be compared with thousands of models each. */
export function indexSpenders(traffic: readonly ModelTraffic[]): FindSpenders {
  const byModel = new Map<string, ModelTraffic[]>();
  for (const one of traffic) {
    const key = modelKeyOf(one.baseModelId);
    const known = byModel.get(key);
    if (known) known.push(one);
    else byModel.set(key, [one]);
  }
  return ({ scope, modelIds }) => {
    if (scope === 'account') return traffic;
    const keys = new Set(modelIds.map(modelKeyOf));
    return [...keys].flatMap((key) => byModel.get(key) ?? []);
  };
}
