import type { Pool, PoolMinute } from '../../../../lib/core/traffic/pool';
import { SONNET } from '../fixtures';

/** One minute of a pool with some quota tokens. */
export function poolMinute(minute: number, quotaTokens: number): PoolMinute {
  return {
    minute,
    quotaTokens,
    provenance: 'native',
    invocations: 1,
    throttles: 0,
    clientErrors: 0,
    serverErrors: 0,
    input: quotaTokens,
    output: 0,
  };
}

/** The minutes of `[from, until)`, those without tokens left out. */
export function poolMinutes(from: number, until: number, tokensAt: (minute: number) => number): PoolMinute[] {
  return Array.from({ length: until - from }, (_, index) => poolMinute(from + index, tokensAt(from + index))).filter(
    ({ quotaTokens }) => quotaTokens > 0,
  );
}

/** A pool of Sonnet, cross-Region unless said otherwise. */
export function poolOf(minutes: readonly PoolMinute[], changes: Partial<Pool> = {}): Pool {
  return {
    endpoint: 'runtime',
    scope: 'crossRegion',
    baseModelId: SONNET,
    callers: [],
    minutes,
    lookFrom: 0,
    recent: [],
    ...changes,
  };
}
