import type { Evaluation } from '../../findings/evaluation';
import { isSpentBy } from '../../measure/spending';
import { nameModel } from '../../quotas/same-model';
import type { CallScope, ModelTraffic } from '../../traffic/model-traffic';
import type { MappedQuota } from '../../vocabulary/quota';
import { MINUTES_PER_DAY } from '../../vocabulary/time';

const SECONDS_PER_MINUTE = 60;

/** How a budget of tokens spreads. */
export interface Pace {
  readonly tokensPerDay: number;
  readonly tokensPerMinute: number;
  readonly tokensPerSecond: number;
  /** Quota tokens; `null`: not given, and none was seen. */
  readonly tokensPerRequest: number | null;
  /** At that size; `null` without one. */
  readonly requestsPerMinute: number | null;
  readonly requestsPerSecond: number | null;
}

/** What paces the calls of a model. */
export interface ModelPace extends Pace {
  /** The quota that is spread: the day, or the minute where that is less or no day is known. */
  readonly quotaCode: string;
}

/** The arithmetic of spreading: 100,000 tokens a day are about 69 a minute. */
export function spreadDay(tokensPerDay: number, tokensPerRequest: number | null): Pace {
  const tokensPerMinute = tokensPerDay / MINUTES_PER_DAY;
  const requestsPerMinute = tokensPerRequest === null ? null : tokensPerMinute / Math.max(1, tokensPerRequest);
  return {
    tokensPerDay,
    tokensPerMinute,
    tokensPerSecond: tokensPerMinute / SECONDS_PER_MINUTE,
    tokensPerRequest,
    requestsPerMinute,
    requestsPerSecond: requestsPerMinute === null ? null : requestsPerMinute / SECONDS_PER_MINUTE,
  };
}

/** Quota tokens of a request in the last day; `null` when none was seen. */
function meanRequest({ minutes }: ModelTraffic): number | null {
  const requests = minutes.reduce((sum, { invocations }) => sum + invocations, 0);
  const tokens = minutes.reduce((sum, { quotaTokens }) => sum + quotaTokens, 0);
  return requests > 0 && tokens > 0 ? tokens / requests : null;
}

/** AWS raises a per-model daily row for cross-Region calls. */
const CROSS_REGION_DAILY_FACTOR = 2;

/** Tokens a day that a quota lets through; `null`: it counts no tokens of that kind. */
function dayOf({ scope, dimension, appliedValue }: MappedQuota, called: CallScope): number | null {
  if (dimension === 'tokensPerMinute') return appliedValue * MINUTES_PER_DAY;
  if (dimension !== 'tokensPerDay') return null;
  return scope === 'model' && called === 'crossRegion' ? appliedValue * CROSS_REGION_DAILY_FACTOR : appliedValue;
}

/** What is paced: a model in a scope, and the size of its requests where the caller knows it. */
export interface PaceQuestion {
  readonly baseModelId: string;
  readonly scope: CallScope;
  readonly tokensPerRequest: number | null;
}

/**
 * How fast a model can be called all day: the tightest of its quotas spread evenly, and never more requests than their quota.
 * `null`: no quota of its tokens is known.
 */
export function paceModel(
  { baseModelId, scope, tokensPerRequest }: PaceQuestion,
  quotas: readonly MappedQuota[],
  { traffic, now }: Pick<Evaluation, 'traffic' | 'now'>,
): ModelPace | null {
  const seen = traffic.find(
    (one) => one.endpoint === 'runtime' && one.scope === scope && nameModel([baseModelId], one.baseModelId),
  );
  const called: ModelTraffic = seen ?? {
    endpoint: 'runtime',
    scope,
    baseModelId,
    rate: null,
    callers: [],
    minutes: [],
    lookFrom: now,
    recent: [],
  };
  const spent = quotas.filter((quota) => isSpentBy(quota, called));
  const budgets = spent.flatMap((quota) => {
    const tokens = dayOf(quota, scope);
    return tokens === null ? [] : [{ quotaCode: quota.quotaCode, tokens }];
  });
  const [tightest] = budgets.sort((a, b) => a.tokens - b.tokens);
  if (!tightest) return null;
  const pace = spreadDay(tightest.tokens, tokensPerRequest ?? meanRequest(called));
  const requests = spent.find(({ dimension }) => dimension === 'requestsPerMinute')?.appliedValue ?? null;
  const requestsPerMinute =
    pace.requestsPerMinute === null || requests === null
      ? pace.requestsPerMinute
      : Math.min(pace.requestsPerMinute, requests);
  return {
    ...pace,
    requestsPerMinute,
    requestsPerSecond: requestsPerMinute === null ? null : requestsPerMinute / SECONDS_PER_MINUTE,
    quotaCode: tightest.quotaCode,
  };
}
