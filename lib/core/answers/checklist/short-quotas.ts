import { isSpentBy } from '../../measure/spending';
import type { Found } from '../../vocabulary/found';
import { isOfModels, type MappedQuota } from '../../vocabulary/quota';
import type { AccountFacts } from './facts';

/** Kinds of finding by which a quota is short. */
const SHORT: ReadonlySet<Found['kind']> = new Set(['utilization', 'dailyPool', 'throttled']);

/** Whether a finding says that a quota is nearly used up, or refuses calls. */
export function isShort({ kind, severity }: Found): boolean {
  return SHORT.has(kind) && (severity === 'warning' || severity === 'critical');
}

/** Quotas that are nearly used up, or called though they are 0. */
export function findShortQuotas({ quotas, evaluation }: Pick<AccountFacts, 'quotas' | 'evaluation'>): MappedQuota[] {
  const short = new Set(evaluation.found.filter(isShort).map(({ quotaCode }) => quotaCode));
  const isSpent = (quota: MappedQuota) => evaluation.traffic.some((one) => isSpentBy(quota, one));
  return quotas
    .filter(isOfModels)
    .filter((quota) => short.has(quota.quotaCode) || (quota.appliedValue === 0 && isSpent(quota)));
}
