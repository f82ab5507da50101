import { type IncreaseRequest, isOpenStatus } from '../../quotas/increase-request';
import type { Quota } from '../../vocabulary/quota';

/** What became of a request, told by the applied value; AWS's own status seldom does. */
export type RequestOutcome = 'open' | 'granted' | 'partly' | 'notGranted' | 'unknown';

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

/** Statuses by which AWS says that it will not raise the value. */
const REFUSED: ReadonlySet<string> = new Set(['DENIED', 'NOT_APPROVED', 'INVALID_REQUEST']);

/** Statuses that end a request and say nothing of the value. */
const CLOSED: ReadonlySet<string> = new Set(['CASE_CLOSED', 'APPROVED']);

/**
 * A value above AWS's default that is less than was asked for was raised, though not as far; one that is not above it was not.
 * Without a default nothing can be told of it.
 */
function outcomeOfClosed(appliedValue: number, defaultValue: number | null): RequestOutcome {
  if (defaultValue === null) return 'unknown';
  return appliedValue > defaultValue ? 'partly' : 'notGranted';
}

function outcomeOf({ status, desiredValue }: IncreaseRequest, quota: Quota | undefined): RequestOutcome {
  if (!quota) return 'unknown';
  if (quota.appliedValue >= desiredValue) return 'granted';
  if (isOpenStatus(status)) return 'open';
  if (REFUSED.has(status)) return 'notGranted';
  return CLOSED.has(status) ? outcomeOfClosed(quota.appliedValue, quota.defaultValue) : 'unknown';
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
