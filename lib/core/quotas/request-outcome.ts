import type { Quota } from '../vocabulary/quota';
import { type IncreaseRequest, isOpenStatus } from './increase-request';

/** What became of a request, told by the applied value; AWS's own status seldom does. */
export type RequestOutcome = 'open' | 'granted' | 'partly' | 'notGranted' | 'unknown';

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

/** What became of a request; `quota` is `undefined` when it is not listed any more. */
export function outcomeOf({ status, desiredValue }: IncreaseRequest, quota: Quota | undefined): RequestOutcome {
  if (!quota) return 'unknown';
  if (quota.appliedValue >= desiredValue) return 'granted';
  if (isOpenStatus(status)) return 'open';
  if (REFUSED.has(status)) return 'notGranted';
  return CLOSED.has(status) ? outcomeOfClosed(quota.appliedValue, quota.defaultValue) : 'unknown';
}
