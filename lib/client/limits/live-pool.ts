import type { FoundLimits } from '../../core/limits/find-limits';
import type { QuotaLimits } from '../pool/call-at-gate';

/** What live limits say of a pool, as far as they are believed. */
export interface LivePool {
  readonly limits: QuotaLimits;
  /** Whether calls are to fail at once, but for a probe. */
  readonly isBlocked: boolean;
}

/** A limit of 0 blocks, so that an old one is taken for not known. */
function believe(value: number | null, isFresh: boolean): number | null {
  return value === 0 && !isFresh ? null : value;
}

/** Of old limits the values hold on, and nothing is blocked. */
export function toLivePool(found: FoundLimits, isFresh: boolean): LivePool {
  const tokensPerMinute = believe(found.tokensPerMinute, isFresh);
  const requestsPerMinute = believe(found.requestsPerMinute, isFresh);
  const tokensPerDay = believe(found.tokensPerDay, isFresh);
  return {
    limits: {
      ...(tokensPerMinute === null ? {} : { tokensPerMinute }),
      ...(requestsPerMinute === null ? {} : { requestsPerMinute }),
      ...(tokensPerDay === null ? {} : { tokensPerDay }),
    },
    isBlocked: isFresh && found.blocked !== null,
  };
}
