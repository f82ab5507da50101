import type { Amount } from './document';

/** Quotas that processes share; absent: not known, and not shared. */
export interface SharedLimits {
  readonly tokensPerMinute?: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerDay?: number;
}

/** What a lease is sized by. */
export interface LeaseNeeds {
  readonly limits: SharedLimits;
  /** What all took of the last minute. */
  readonly taken: Amount;
  /** What others hold. */
  readonly held: Amount;
  /** What all took of the UTC day, with what others hold. */
  readonly today: number;
  /** The call that waits, or none: zeros. */
  readonly call: Amount;
  /** Calls that wait. */
  readonly waiting: number;
  /** What this process took of the last minute. */
  readonly recent: Amount;
  /** Tokens of its largest call lately. */
  readonly largest: number;
}

/** What a process may hold, for how many slots; `lacks`: what has no room for the call that waits. */
export interface LeaseSize extends Amount {
  readonly slots: number;
  readonly lacks: 'minute' | 'day' | null;
}

/** How far ahead quota is taken, by how full the minute is: where there is plenty no call is to wait for the store. */
const AHEAD: readonly { readonly below: number; readonly slots: number }[] = [
  { below: 0.5, slots: 30 },
  { below: 0.75, slots: 5 },
];

/** Slots of a lease where there is little: it is used at once. */
const AT_ONCE = 1;

/** Of what is left, a process takes so much at most, so that others find some; a call that waits may take all. */
const MOST_AHEAD = 0.2;
const MOST_AT_ONCE = 0.5;

/** Calls of the largest size for which quota is held where it can be. */
const CALLS_AHEAD = 3;

const SLOTS_OF_A_MINUTE = 30;

interface Side {
  readonly left: number;
  readonly call: number;
  readonly waiting: number;
  readonly recent: number;
  readonly largest: number;
}

function sizeSide({ left, call, waiting, recent, largest }: Side, slots: number): number {
  if (left === Number.POSITIVE_INFINITY) return 0;
  const isAhead = slots > AT_ONCE;
  const expected = isAhead ? Math.max((recent * slots) / SLOTS_OF_A_MINUTE, CALLS_AHEAD * largest) : 0;
  const wanted = Math.max(call * waiting, expected + call);
  const most = left * (isAhead ? MOST_AHEAD : MOST_AT_ONCE);
  return Math.max(0, Math.min(left, Math.max(call, Math.min(wanted, most))));
}

/**
 * Sizes a lease. 60,000 tokens a minute, 12,000 taken, calls of 700 at 6,000 a minute: 30 slots ahead (one minute), the larger
 * of 6,000 and 3 × 700 tokens, at most a fifth of the 48,000 that are left: 6,000.
 */
export function sizeLease({ limits, taken, held, today, call, waiting, recent, largest }: LeaseNeeds): LeaseSize {
  const { tokensPerMinute, requestsPerMinute, tokensPerDay = Number.POSITIVE_INFINITY } = limits;
  const fullness = Math.max(
    taken.tokens / (tokensPerMinute ?? Number.POSITIVE_INFINITY),
    taken.requests / (requestsPerMinute ?? Number.POSITIVE_INFINITY),
  );
  const slots = AHEAD.find(({ below }) => fullness < below)?.slots ?? AT_ONCE;
  const dayLeft = Math.max(0, tokensPerDay - today);
  const left = {
    tokens: (tokensPerMinute ?? Number.POSITIVE_INFINITY) - taken.tokens - held.tokens,
    requests: (requestsPerMinute ?? Number.POSITIVE_INFINITY) - taken.requests - held.requests,
  };
  const tokenNeed = Math.min(call.tokens, tokensPerMinute ?? call.tokens);
  if (tokenNeed > dayLeft) return { slots, tokens: 0, requests: 0, lacks: 'day' };
  const lacksTokens = tokensPerMinute !== undefined && tokenNeed > left.tokens;
  const lacksRequests = requestsPerMinute !== undefined && call.requests > left.requests;
  if (lacksTokens || lacksRequests) return { slots, tokens: 0, requests: 0, lacks: 'minute' };
  const ofTokens = { left: Math.min(left.tokens, dayLeft), call: tokenNeed, recent: recent.tokens, largest };
  const ofRequests = { left: left.requests, call: call.requests, recent: recent.requests, largest: 1 };
  return {
    slots,
    tokens: sizeSide({ ...ofTokens, waiting }, slots),
    requests: sizeSide({ ...ofRequests, waiting }, slots),
    lacks: null,
  };
}
