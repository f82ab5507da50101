import { modelKeyOf, representativeOf } from '../quotas/same-model';
import { inOrder, minutesBetween, minutesFrom } from '../vocabulary/minute-list';
import type { MinuteUsage, ModelSeries } from '../vocabulary/series';
import { type SeriesIdentity, seriesKeyOf } from '../vocabulary/series-key';
import type { EpochMinute } from '../vocabulary/time';
import { type BurndownRates, burndownOf } from './burndown';
import {
  type Caller,
  callerKeyOf,
  type ModelTraffic,
  type ResolvedModelId,
  type TrafficMinute,
  type UnmappedUsage,
} from './model-traffic';
import { combineProvenance, type QuotaTokens, quotaTokensOf } from './quota-tokens';

/** What an evaluation looks at: complete minutes before `until`, and of them per series those from `fromOf` on. */
export interface LookBack {
  readonly until: EpochMinute;
  /** By the key of the series. */
  readonly fromOf: (seriesKey: string) => EpochMinute;
  /** The user's own burndown rates. */
  readonly burndownRates?: BurndownRates;
}

/** Sums minute lists into one ascending list; a minute's provenance is that of its parts that count. */
export function sumMinutes(lists: readonly (readonly TrafficMinute[])[]): readonly TrafficMinute[] {
  if (lists.length === 1 && lists[0]) return lists[0];
  const byMinute = new Map<EpochMinute, TrafficMinute[]>();
  for (const list of lists) {
    for (const part of list) {
      const parts = byMinute.get(part.minute);
      if (parts) parts.push(part);
      else byMinute.set(part.minute, [part]);
    }
  }
  return [...byMinute.values()].map(addUp).sort((a, b) => a.minute - b.minute);
}

function addUp(parts: readonly TrafficMinute[]): TrafficMinute {
  const [first] = parts;
  if (!first) throw new RangeError('a minute without parts has no sum');
  if (parts.length === 1) return first;
  const sum = (pick: (part: TrafficMinute) => number) => parts.reduce((total, part) => total + pick(part), 0);
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
    cacheRead: sum((part) => part.cacheRead),
    cacheWrite: sum((part) => part.cacheWrite),
  };
}

function toTrafficMinutes(
  series: ModelSeries,
  baseModelId: string | null,
  { until, burndownRates }: LookBack,
): TrafficMinute[] {
  const tokensOf = series.endpoint === 'mantle' ? rawTokensOf : runtimeTokensOf(baseModelId, burndownRates);
  return minutesBetween(inOrder(series.minutes), Number.NEGATIVE_INFINITY, until).map((minute) =>
    toTrafficMinute(minute, tokensOf(minute), series.complete),
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

function toTrafficMinute(minute: MinuteUsage, tokens: QuotaTokens, complete: boolean): TrafficMinute {
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
    cacheRead: minute.cacheRead,
    cacheWrite: minute.cacheWrite,
  };
}

/** The series of one model and scope before they are summed up. */
interface Group extends Pick<ModelTraffic, 'endpoint' | 'scope'> {
  readonly baseModelIds: string[];
  readonly callers: Caller[];
}

function rateOf({ endpoint, baseModelIds }: Group, rates: BurndownRates = {}): number | null {
  if (endpoint === 'mantle') return 1;
  const known = baseModelIds.map((id) => burndownOf(id, rates));
  return known.reduce<number | null>((rate, one) => (one.kind === 'known' ? one.rate : rate), null);
}

function sumGroup(group: Group, { fromOf, burndownRates }: LookBack): ModelTraffic {
  const { endpoint, scope, baseModelIds, callers } = group;
  const minutes = sumMinutes(callers.map((caller) => caller.minutes));
  const starts = callers.map((caller) => fromOf(callerKeyOf({ endpoint }, caller)));
  const lookFrom = starts.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const recent = minutesFrom(minutes, lookFrom);
  return {
    endpoint,
    scope,
    baseModelId: representativeOf(baseModelIds),
    rate: rateOf(group, burndownRates),
    callers,
    minutes,
    lookFrom,
    recent,
  };
}

/** Sends every series that a quota may hold to exactly one model and scope, by whatever id it is called, or to the unmapped usage. */
export function sumTraffic(
  series: readonly ModelSeries[],
  resolve: (series: SeriesIdentity) => ResolvedModelId,
  lookBack: LookBack,
): { traffic: ModelTraffic[]; unmapped: UnmappedUsage[] } {
  const groups = new Map<string, Group>();
  const unmapped: UnmappedUsage[] = [];
  for (const one of series) {
    const { endpoint, modelId } = one;
    const resolution = resolve(one);
    if (resolution.kind === 'noQuota') continue;
    if (resolution.kind === 'unmapped') {
      const recent = minutesFrom(toTrafficMinutes(one, null, lookBack), lookBack.fromOf(seriesKeyOf(one)));
      unmapped.push({ endpoint, modelId, isModelKnown: false, reason: resolution.reason, recent });
      continue;
    }
    const { scope, baseModelId, name, via } = resolution;
    const key = `${endpoint} ${scope} ${modelKeyOf(baseModelId)}`;
    const group = groups.get(key) ?? { endpoint, scope, baseModelIds: [], callers: [] };
    group.baseModelIds.push(baseModelId);
    group.callers.push({
      modelId,
      name,
      profileName: via === 'applicationProfile' ? name : null,
      readUntil: one.complete ? Math.min(one.readUntil ?? lookBack.until, lookBack.until) : null,
      minutes: toTrafficMinutes(one, baseModelId, lookBack),
    });
    groups.set(key, group);
  }
  return { traffic: [...groups.values()].map((group) => sumGroup(group, lookBack)), unmapped };
}
