import type { Lease } from './document';
import type { LeaseSize, SharedLimits } from './size-lease';

/** A lease of which less is left, of its time or of its amount, is made anew. */
const TIME_LEFT = 0.75;
const AMOUNT_LEFT = 0.5;

/** Whether a call may go on what is held; one above the limit on all of it. A lease that is over ends with slot 0. */
export function coversCall(lease: Lease, tokens: number, limits: SharedLimits): boolean {
  const { tokensPerMinute, requestsPerMinute, tokensPerDay } = limits;
  const isCounted = tokensPerMinute !== undefined || tokensPerDay !== undefined;
  return (
    lease.until > 0 &&
    (!isCounted || lease.tokens >= Math.min(tokens, tokensPerMinute ?? tokens)) &&
    (requestsPerMinute === undefined || lease.requests >= 1)
  );
}

/** Whether to lease more before it is missed; not where there is little, for others may need it. */
export function isLow(lease: Lease, granted: LeaseSize | null, slot: number): boolean {
  if (!granted || granted.lacks || granted.slots === 1) return false;
  const isSpent = lease.tokens < granted.tokens * AMOUNT_LEFT || lease.requests < granted.requests * AMOUNT_LEFT;
  return isSpent || lease.until - slot < granted.slots * TIME_LEFT;
}
