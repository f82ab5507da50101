import { nameModel } from '../../quotas/same-model';
import type { ResolvedModelId } from '../../traffic/model-traffic';
import type { MappedQuota } from '../../vocabulary/quota';
import type { TicketQuota } from './describe-ticket';

/** A model as a caller names it: by a base id all its scopes, by a profile that of its calls. */
export type ModelSubject = Extract<ResolvedModelId, { readonly kind: 'model' }>;

/** Used less than this share of its limit, a quota is not worth a case by use alone. A choice of ours, 2026-11. */
export const WORTH_SHARE = 0.5;

/** Why a quota of a model is in no case: no call in its scope, or enough is left. */
export interface LeftOut {
  readonly quota: MappedQuota;
  readonly reason: 'otherScope' | 'enough';
}

/** The token and request quotas that the calls of a model may spend; those of special ways of calling are none. */
export function quotasOfModel(subject: ModelSubject, quotas: readonly MappedQuota[]): MappedQuota[] {
  const isScope = ({ scope }: MappedQuota) =>
    subject.via === 'base' ||
    scope === subject.scope ||
    (scope === 'model' && (subject.scope === 'onDemand' || subject.scope === 'crossRegion'));
  return quotas.filter(
    (quota) =>
      quota.variant === null &&
      quota.dimension !== 'concurrentRequests' &&
      nameModel(quota.modelIds, subject.baseModelId) &&
      isScope(quota),
  );
}

function isWorth({ quota, utilization, usage }: TicketQuota): boolean {
  const { appliedValue, defaultValue } = quota;
  if (appliedValue === 0 || (defaultValue !== null && appliedValue < defaultValue)) return true;
  return (utilization ?? 0) > WORTH_SHARE || (usage?.throttles.calls ?? 0) > 0;
}

/**
 * Of the quotas of one model those that a case is worth: of the scopes that were called, or of all when none was, those that
 * are zero, below the AWS default, used over half, or throttled.
 */
export function leaveOut(all: readonly TicketQuota[]): { readonly kept: TicketQuota[]; readonly left: LeftOut[] } {
  const isCalled = all.some(({ usage }) => usage !== null);
  const kept: TicketQuota[] = [];
  const left: LeftOut[] = [];
  for (const one of all) {
    if (isCalled && one.usage === null) left.push({ quota: one.quota, reason: 'otherScope' });
    else if (isWorth(one)) kept.push(one);
    else left.push({ quota: one.quota, reason: 'enough' });
  }
  return { kept, left };
}
