import type { Provenance } from '../vocabulary/finding';
import { inOrder, minutesBetween, minutesFrom } from '../vocabulary/minute-list';
import type { Endpoint } from '../vocabulary/quota';
import type { EpochMinute, MinuteUsage, ModelSeries } from '../vocabulary/series';
import { type SeriesIdentity, seriesKeyOf } from '../vocabulary/series-key';
import type { UnknownReason } from '../vocabulary/unknown-reason';
import { type BurndownRates, burndownOf } from './burndown';
import { combineProvenance, type QuotaTokens, quotaTokensOf } from './quota-tokens';

/** The scopes calls are made in; each (endpoint, scope, base model) has quotas of its own. */
export type CallScope = 'onDemand' | 'crossRegion' | 'globalCrossRegion';

/** Where the traffic of one metric ModelId counts. */
export type PoolResolution =
  | { readonly kind: 'pool'; readonly scope: CallScope; readonly baseModelId: string; readonly name: string }
  | { readonly kind: 'unmapped'; readonly reason: UnknownReason };

/** One minute of a pool or of a sum of pools. */
export interface PoolMinute {
  readonly minute: EpochMinute;
  readonly quotaTokens: number;
  readonly provenance: Provenance;
  readonly invocations: number;
  readonly throttles: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  /** Raw tokens: what mantle quotas count, and for the average per call. */
  readonly input: number;
  readonly output: number;
}

/** One metric ModelId that spends a pool. */
export interface Caller {
  readonly modelId: string;
  /** What a person calls it: the application profile's name, else the ModelId. */
  readonly name: string;
  /** The day, ascending. */
  readonly minutes: readonly PoolMinute[];
}

/** All traffic of one base model in one scope of one endpoint: what its quotas are compared with. */
export interface Pool {
  readonly endpoint: Endpoint;
  readonly scope: CallScope;
  readonly baseModelId: string;
  readonly callers: readonly Caller[];
  /** Sum over the callers of the day, ascending; minutes without traffic are absent. */
  readonly minutes: readonly PoolMinute[];
  /** First minute of the look-back: what per-minute quotas and throttles are judged by. */
  readonly lookFrom: EpochMinute;
  /** The minutes of the look-back. */
  readonly recent: readonly PoolMinute[];
}

/** What an evaluation looks at: complete minutes before `until`, and of them per series those from `fromOf` on. */
export interface LookBack {
  readonly until: EpochMinute;
  /** By the key of the series. */
  readonly fromOf: (seriesKey: string) => EpochMinute;
  /** The user's own burndown rates. */
  readonly burndownRates?: BurndownRates;
}

/** Traffic that belongs to no known pool: said with its amount, never guessed, never dropped. */
export interface UnmappedUsage extends SeriesIdentity {
  /** Whether the model is known and only its quotas are not. */
  readonly isModelKnown: boolean;
  readonly reason: UnknownReason;
  /** The look-back. Quota tokens are counted with rate 1 where CloudWatch gives none, so they are lower bounds. */
  readonly recent: readonly PoolMinute[];
}

/** The key of the series a caller of a pool is. */
export function callerKeyOf(pool: Pick<Pool, 'endpoint'>, caller: Pick<Caller, 'modelId'>): string {
  return seriesKeyOf({ endpoint: pool.endpoint, modelId: caller.modelId });
}

/** Sums minute lists into one ascending list; a minute's provenance is that of its parts that count. */
export function sumMinutes(lists: readonly (readonly PoolMinute[])[]): readonly PoolMinute[] {
  if (lists.length === 1 && lists[0]) return lists[0];
  const byMinute = new Map<EpochMinute, PoolMinute[]>();
  for (const list of lists) {
    for (const part of list) {
      const parts = byMinute.get(part.minute);
      if (parts) parts.push(part);
      else byMinute.set(part.minute, [part]);
    }
  }
  return [...byMinute.values()].map(addUp).sort((a, b) => a.minute - b.minute);
}

function addUp(parts: readonly PoolMinute[]): PoolMinute {
  const [first] = parts;
  if (!first) throw new RangeError('a minute without parts has no sum');
  if (parts.length === 1) return first;
  const sum = (pick: (part: PoolMinute) => number) => parts.reduce((total, part) => total + pick(part), 0);
  return {
    minute: first.minute,
    quotaTokens: sum((part) => part.quotaTokens),
    provenance: combineProvenance(
      parts.filter((part) => part.invocations > 0 || part.quotaTokens > 0).map((part) => part.provenance),
    ),
    invocations: sum((part) => part.invocations),
    throttles: sum((part) => part.throttles),
    clientErrors: sum((part) => part.clientErrors),
    serverErrors: sum((part) => part.serverErrors),
    input: sum((part) => part.input),
    output: sum((part) => part.output),
  };
}

function toPoolMinutes(
  series: ModelSeries,
  baseModelId: string | null,
  { until, burndownRates }: LookBack,
): PoolMinute[] {
  const tokensOf = series.endpoint === 'mantle' ? rawTokensOf : runtimeTokensOf(baseModelId, burndownRates);
  return minutesBetween(inOrder(series.minutes), Number.NEGATIVE_INFINITY, until).map((minute) =>
    toPoolMinute(minute, tokensOf(minute), series.complete),
  );
}

function runtimeTokensOf(baseModelId: string | null, rates: BurndownRates = {}): (minute: MinuteUsage) => QuotaTokens {
  const burndown =
    baseModelId === null ? { kind: 'unknown' as const, reason: 'unmapped' } : burndownOf(baseModelId, rates);
  return (minute) => quotaTokensOf(minute, burndown);
}

/** The mantle endpoint has no burndown: its quotas count what CloudWatch counts. */
function rawTokensOf({ input, output }: MinuteUsage): QuotaTokens {
  return { tokens: input + output, provenance: 'native' };
}

function toPoolMinute(minute: MinuteUsage, tokens: QuotaTokens, complete: boolean): PoolMinute {
  return {
    minute: minute.minute,
    quotaTokens: tokens.tokens,
    provenance: complete ? tokens.provenance : 'lowerBound',
    invocations: minute.invocations,
    throttles: minute.throttles,
    clientErrors: minute.clientErrors,
    serverErrors: minute.serverErrors,
    input: minute.input,
    output: minute.output,
  };
}

/** Sends every series to exactly one pool, or to the unmapped usage. */
export function toPools(
  series: readonly ModelSeries[],
  resolve: (series: SeriesIdentity) => PoolResolution,
  lookBack: LookBack,
): { pools: Pool[]; unmapped: UnmappedUsage[] } {
  const callersByPool = new Map<string, Pick<Pool, 'endpoint' | 'scope' | 'baseModelId'> & { callers: Caller[] }>();
  const unmapped: UnmappedUsage[] = [];
  for (const one of series) {
    const { endpoint, modelId } = one;
    const resolution = resolve(one);
    if (resolution.kind === 'unmapped') {
      const recent = minutesFrom(toPoolMinutes(one, null, lookBack), lookBack.fromOf(seriesKeyOf(one)));
      unmapped.push({ endpoint, modelId, isModelKnown: false, reason: resolution.reason, recent });
      continue;
    }
    const { scope, baseModelId, name } = resolution;
    const key = `${endpoint} ${scope} ${baseModelId}`;
    const pool = callersByPool.get(key) ?? { endpoint, scope, baseModelId, callers: [] };
    pool.callers.push({ modelId, name, minutes: toPoolMinutes(one, baseModelId, lookBack) });
    callersByPool.set(key, pool);
  }
  const pools = [...callersByPool.values()].map((pool) => {
    const minutes = sumMinutes(pool.callers.map((caller) => caller.minutes));
    const lookFrom = Math.min(...pool.callers.map((caller) => lookBack.fromOf(callerKeyOf(pool, caller))));
    return { ...pool, minutes, lookFrom, recent: minutesFrom(minutes, lookFrom) };
  });
  return { pools, unmapped };
}
