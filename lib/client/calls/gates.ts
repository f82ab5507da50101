import type { Clock } from '../contract/clock';
import type { OnQuotaEvent } from '../contract/events';
import type { LiveLimits } from '../limits/live-limits';
import { toLivePool } from '../limits/live-pool';
import type { QuotaLimits } from '../pool/call-at-gate';
import { QuotaGate } from '../pool/quota-gate';
import { type ModelPool, poolOf } from '../request/model-pool';
import { TokenLearner } from '../request/token-estimate';
import { SharedQuota, type SharedSettings } from '../shared/shared-quota';
import type { QuotaOptions } from './options';

const MOST_WAITING = 1_000;

/** A pool with the gate of its quotas and what was learned of its model. */
export interface OpenedPool {
  /** With the burndown rate of live limits, once they are read. */
  pool: ModelPool;
  readonly gate: QuotaGate;
  readonly learner: TokenLearner;
  readonly shared: SharedQuota | undefined;
}

/** The gates of a client, one a pool, opened when a call first comes. */
export interface Gates {
  of(modelId: string): OpenedPool;
  /** Percent that live limits leave to a model id's calls; `null`: not known. */
  headroomOf(modelId: string): number | null;
}

function takeShare({ tokensPerMinute, requestsPerMinute, tokensPerDay }: QuotaLimits, share: number): QuotaLimits {
  return {
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute: tokensPerMinute * share }),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute: requestsPerMinute * share }),
    ...(tokensPerDay === undefined ? {} : { tokensPerDay: tokensPerDay * share }),
  };
}

/** What gates need of their surroundings. */
export interface GateSurroundings {
  readonly clock: Clock;
  readonly emit: OnQuotaEvent;
  /** That of the Bedrock client, whose quotas are of it. */
  readonly region: () => Promise<string>;
  /** `null`: none are read. */
  readonly live: LiveLimits | null;
}

function openShared(
  { key, baseModelId }: ModelPool,
  { region, ...settings }: Pick<SharedSettings, 'store' | 'clock' | 'emit'> & Pick<GateSurroundings, 'region'>,
): SharedQuota {
  return new SharedQuota({ ...settings, modelId: baseModelId, key: async () => `${await region()} ${key}` });
}

/** Opens gates by the options of a client. */
export function createGates(
  {
    limits = {},
    aliases = {},
    processes = 1,
    share = 1 / processes,
    sharedStore,
    maxQueue = MOST_WAITING,
  }: QuotaOptions,
  { clock, emit, live, region }: GateSurroundings,
): Gates {
  const given = new Map(Object.entries(limits).map(([modelId, own]) => [poolOf(modelId, aliases).key, own]));
  const opened = new Map<string, OpenedPool>();
  const update = (one: OpenedPool) => {
    const found = live?.of(one.pool) ?? null;
    const own = given.get(one.pool.key);
    const read = found && toLivePool(found, live?.isFresh ?? false);
    const all = { ...read?.limits, ...own };
    one.shared?.setLimits(all);
    const isShared = one.shared !== undefined && !one.shared.isAway;
    one.gate.setLimits(isShared ? all : takeShare(all, share), read?.isBlocked && own === undefined);
    if (found?.burndownRate) one.pool = { ...one.pool, rate: found.burndownRate };
  };
  live?.onChange(() => {
    for (const one of opened.values()) update(one);
  });
  return {
    of(modelId) {
      const pool = poolOf(modelId, aliases);
      const known = opened.get(pool.key);
      if (known) return known;
      const shared = sharedStore && openShared(pool, { store: sharedStore, clock, emit, region });
      // Before the gate listens: limits change before calls go by them.
      shared?.onTurn(() => update(fresh));
      const gate = new QuotaGate({}, { clock, emit, maxQueue, shared });
      const fresh: OpenedPool = { pool, gate, learner: new TokenLearner(), shared };
      update(fresh);
      opened.set(pool.key, fresh);
      return fresh;
    },
    headroomOf(modelId) {
      live?.refresh();
      const found = live?.isFresh ? live.of(poolOf(modelId, aliases)) : null;
      return found && (found.blocked === null ? found.headroomPercent : 0);
    },
  };
}
