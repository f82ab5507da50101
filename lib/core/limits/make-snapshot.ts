import type { Measurement } from '../measure/measurement';
import { modelKeyOf, representativeOf } from '../quotas/same-model';
import { type BurndownRates, burndownOf } from '../traffic/burndown';
import type { ModelTraffic } from '../traffic/model-traffic';
import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/time';
import { fitModels } from './fit-models';
import { quotasOfScope, toPoolLimits, type UseOfQuotas } from './pool-limits';
import { type LimitsSnapshot, type ModelLimits, POOL_SCOPES } from './snapshot';

/** What a snapshot is made of: an evaluation's, and the quotas it was made by. */
export interface LimitsKnowledge {
  readonly accountId: string | null;
  readonly region: string;
  readonly now: EpochMinute;
  /** As Service Quotas has them now: what holds from here on, whatever was in force before. */
  readonly quotas: readonly MappedQuota[];
  readonly measurements: readonly Measurement[];
  readonly traffic: readonly ModelTraffic[];
  readonly unread: { readonly traffic: boolean };
  /** The user's own, before the table's. @default - none */
  readonly burndownRates?: BurndownRates;
}

/** A model by what its ids have in common. */
interface Named {
  readonly ids: Set<string>;
  readonly quotas: MappedQuota[];
}

/** Quotas by model; one that several models spend is in each. Quotas without a model are in none: nothing is guessed. */
function groupByModel(quotas: readonly MappedQuota[]): ReadonlyMap<string, Named> {
  const models = new Map<string, Named>();
  for (const quota of quotas) {
    for (const id of quota.modelIds) {
      const key = modelKeyOf(id);
      const named = models.get(key) ?? { ids: new Set(), quotas: [] };
      models.set(key, named);
      named.ids.add(id);
      if (named.quotas.at(-1) !== quota) named.quotas.push(quota);
    }
  }
  return models;
}

function toModelLimits({ ids, quotas }: Named, use: UseOfQuotas, rates: BurndownRates): ModelLimits {
  const modelId = representativeOf([...ids]);
  const burndown = burndownOf(modelId, rates);
  const pools = POOL_SCOPES.flatMap((scope) => {
    const own = quotasOfScope(quotas, scope, modelId);
    return own.length === 0 ? [] : [[scope, toPoolLimits(own, scope, use)] as const];
  });
  return {
    modelId,
    burndownRate: burndown.kind === 'known' ? burndown.rate : null,
    pools: Object.fromEntries(pools),
  };
}

function byModelId({ modelId: a }: ModelLimits, { modelId: b }: ModelLimits): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The limits of the runtime endpoint's models as applications need them, in at most a parameter's size: models with traffic in
 * the last day come first, and those that do not fit are counted.
 */
export function makeSnapshot(knowledge: LimitsKnowledge): LimitsSnapshot {
  const { accountId, region, now, traffic, burndownRates = {} } = knowledge;
  const quotas = knowledge.quotas.filter(({ endpoint, variant }) => endpoint === 'runtime' && variant === null);
  const use: UseOfQuotas = {
    measurements: new Map(knowledge.measurements.map((one) => [one.quota.quotaCode, one])),
    isUnread: knowledge.unread.traffic,
  };
  const ofAccount = quotas.filter(({ scope, dimension }) => scope === 'account' && dimension !== 'concurrentRequests');
  const models = [...groupByModel(quotas).values()]
    .map((named) => toModelLimits(named, use, burndownRates))
    .filter(({ pools }) => Object.keys(pools).length > 0)
    .sort(byModelId);
  const active = new Set(
    traffic.filter(({ endpoint }) => endpoint === 'runtime').map(({ baseModelId }) => modelKeyOf(baseModelId)),
  );
  const account = ofAccount.length === 0 ? null : toPoolLimits(ofAccount, null, use);
  return fitModels({ accountId, region, madeAt: now, account, models, leftOut: 0 }, ({ modelId }) =>
    active.has(modelKeyOf(modelId)),
  );
}
