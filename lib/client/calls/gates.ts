import type { Clock } from '../contract/clock';
import type { OnQuotaEvent } from '../contract/events';
import type { QuotaLimits } from '../pool/call-at-gate';
import { QuotaGate } from '../pool/quota-gate';
import { type ModelPool, poolOf } from '../request/model-pool';
import { TokenLearner } from '../request/token-estimate';
import type { QuotaOptions } from './options';

const MOST_WAITING = 1_000;

/** A pool with the gate of its quotas and what was learned of its model. */
export interface OpenedPool {
  readonly pool: ModelPool;
  readonly gate: QuotaGate;
  readonly learner: TokenLearner;
}

/** The gates of a client, one a pool, opened when a call first comes. */
export interface Gates {
  of(modelId: string): OpenedPool;
}

function takeShare({ tokensPerMinute, requestsPerMinute, tokensPerDay }: QuotaLimits, share: number): QuotaLimits {
  return {
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute: tokensPerMinute * share }),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute: requestsPerMinute * share }),
    ...(tokensPerDay === undefined ? {} : { tokensPerDay: tokensPerDay * share }),
  };
}

/** Opens gates by the options of a client. */
export function createGates(
  { limits = {}, aliases = {}, share = 1, maxQueue = MOST_WAITING }: QuotaOptions,
  { clock, emit }: { readonly clock: Clock; readonly emit: OnQuotaEvent },
): Gates {
  const limitsByPool = new Map(
    Object.entries(limits).map(([modelId, own]) => [poolOf(modelId, aliases).key, takeShare(own, share)]),
  );
  const opened = new Map<string, OpenedPool>();
  return {
    of(modelId) {
      const pool = poolOf(modelId, aliases);
      const known = opened.get(pool.key);
      if (known) return known;
      const gate = new QuotaGate(limitsByPool.get(pool.key) ?? {}, { clock, emit, maxQueue });
      const fresh = { pool, gate, learner: new TokenLearner() };
      opened.set(pool.key, fresh);
      return fresh;
    },
  };
}
