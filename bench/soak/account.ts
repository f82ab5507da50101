import type { LocalAccount } from '../../local/account/local-account';
import type { QuotaTableRow } from '../../local/quotas/table';
import { POOL_CODE, POOL_NAME, SOAK_START, type SoakPlan, type SoakTraffic } from './plan';

const MINUTE_MS = 60_000;

/** The quotas of a plan's models, and the pool of all. */
export function toRows(plan: SoakPlan, poolLimit: number): QuotaTableRow[] {
  const quotas = plan.traffic.flatMap(({ model }) =>
    model.requests ? [model.tokens, model.requests] : [model.tokens],
  );
  const all = [...quotas, { quotaCode: POOL_CODE, quotaName: POOL_NAME, limit: poolLimit }];
  return all.map(({ quotaCode, quotaName, limit }) => ({
    quotaCode,
    quotaName,
    appliedValue: limit,
    defaultValue: limit,
    adjustable: true,
  }));
}

/** Puts a minute of a model into CloudWatch; it shows when the plan says. */
export function recordMinute(account: LocalAccount, traffic: SoakTraffic, minute: number): void {
  const absolute = SOAK_START / MINUTE_MS + minute;
  const visibleAt = SOAK_START + (minute + (traffic.visibleAfter[minute] ?? 0)) * MINUTE_MS;
  const values: Record<string, number> = {
    Invocations: traffic.invocations[minute] ?? 0,
    EstimatedTPMQuotaUsage: traffic.tokens[minute] ?? 0,
    InvocationThrottles: traffic.throttles[minute] ?? 0,
  };
  for (const [name, sum] of Object.entries(values)) {
    if (sum === 0) continue;
    account.record(
      { namespace: 'AWS/Bedrock', name, dimensions: { ModelId: traffic.model.modelId } },
      { minute: absolute, sum, visibleAt },
    );
  }
}
