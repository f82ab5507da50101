import type { IncreaseRequest } from '../../quotas/increase-request';
import { outcomeOf, type RequestOutcome } from '../../quotas/request-outcome';
import type { Quota } from '../../vocabulary/quota';

/** A request to raise a quota, and what became of it. */
export interface FollowedRequest {
  /** `null`: AWS did not say. */
  readonly id: string | null;
  readonly quotaCode: string;
  /** `null`: the quota is not listed any more. */
  readonly quotaName: string | null;
  readonly desiredValue: number;
  /** AWS's word. */
  readonly status: string;
  readonly caseId: string | null;
  /** ISO time in UTC; `null`: AWS did not say. */
  readonly createdAt: string | null;
  readonly outcome: RequestOutcome;
  /** The value now; `null`: the quota is not listed any more. */
  readonly appliedValue: number | null;
}

/** What became of requests, the newest first; those of unknown age at the end. */
export function followRequests(requests: readonly IncreaseRequest[], quotas: readonly Quota[]): FollowedRequest[] {
  const byCode = new Map(quotas.map((quota) => [quota.quotaCode, quota]));
  return requests
    .map((request): FollowedRequest => {
      const quota = byCode.get(request.quotaCode);
      return {
        id: request.id ?? null,
        quotaCode: request.quotaCode,
        quotaName: quota?.quotaName ?? null,
        desiredValue: request.desiredValue,
        status: request.status,
        caseId: request.caseId,
        createdAt: request.createdAt,
        outcome: outcomeOf(request, quota),
        appliedValue: quota?.appliedValue ?? null,
      };
    })
    .sort((a, b) => {
      const [one, other] = [a.createdAt ?? '', b.createdAt ?? ''];
      return one === other ? 0 : one < other ? 1 : -1;
    });
}
