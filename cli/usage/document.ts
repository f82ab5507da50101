import { SCHEMA_VERSION } from '../../lib/contract';
import {
  describeUsage,
  limitsOf,
  type RequestSize,
  type Spread,
  type Usage,
  type UsagePeriod,
  type UsageShare,
  type UsageTrend,
} from '../../lib/core/answers/usage';
import type { ModelTraffic } from '../../lib/core/traffic/model-traffic';
import type { Endpoint, MappedQuota } from '../../lib/core/vocabulary/quota';
import { toIso } from '../../lib/core/vocabulary/time';
import type { RegionHistory } from '../region/read-history';

interface SpreadDocument extends Omit<Spread, 'peakAt'> {
  /** ISO. */
  readonly peakAt: string;
}

/** A quota that usage can be held against. */
export interface LimitDocument {
  readonly quotaCode: string;
  readonly dimension: string;
  /** In the unit of the usage. */
  readonly limit: number;
}

/** What the minutes of some traffic were, as programs read it: times are ISO, days dates. */
export interface UsageFigures extends Pick<Usage, 'modelIds' | 'busyMinutes' | 'throttles' | 'provenance'> {
  readonly tokensPerMinute: SpreadDocument | null;
  readonly requestsPerMinute: SpreadDocument | null;
  readonly inputTokensPerRequest: RequestSize | null;
  readonly outputTokensPerRequest: RequestSize | null;
  readonly cacheReadTokensPerRequest: RequestSize | null;
  readonly cacheWriteTokensPerRequest: RequestSize | null;
  readonly days: readonly {
    readonly date: string;
    readonly isWhole: boolean;
    readonly tokens: number;
    readonly requests: number;
    readonly throttles: number;
    readonly peakTokensPerMinute: number;
  }[];
  readonly hoursOfWeek: Usage['hoursOfWeek'];
  readonly trend: (Omit<UsageTrend, 'limitWeek'> & { readonly limitWeek: string | null }) | null;
  /** What this traffic and no other spends. */
  readonly limits: readonly LimitDocument[];
}

/** One model in one scope. */
export interface PoolDocument extends UsageFigures {
  readonly baseModelId: string;
  readonly scope: ModelTraffic['scope'];
  readonly endpoint: Endpoint;
}

/** What `usage --json` prints for a Region. */
export interface UsageDocument extends UsageFigures {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly accountId: string | null;
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly resolutionSeconds: number;
  /** Each model in each scope; absent where there is one. */
  readonly pools?: readonly PoolDocument[];
  /** Who spent it; absent without `--by`. */
  readonly by?: readonly UsageShare[];
  /** The day's quota of all models together, in tokens; `null`: none is known. */
  readonly accountDay: { readonly quotaCode: string; readonly limit: number } | null;
}

/** To two decimals. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function roundSpread(spread: Spread | null): SpreadDocument | null {
  if (!spread) return null;
  const { p50, p90, p99, peak, peakAt } = spread;
  return { p50: round(p50), p90: round(p90), p99: round(p99), peak: round(peak), peakAt: toIso(peakAt) };
}

function roundSize(size: RequestSize | null): RequestSize | null {
  return size && { average: round(size.average), p90: round(size.p90) };
}

function toDate(day: number): string {
  return toIso(day).slice(0, 10);
}

function toFigures(
  traffic: readonly ModelTraffic[],
  { quotas, traffic: all, period }: Pick<RegionHistory, 'traffic' | 'period'> & { quotas: readonly MappedQuota[] },
): UsageFigures {
  const limits = limitsOf(quotas, traffic, all);
  const usage = describeUsage(traffic, period, limits);
  const { trend } = usage;
  return {
    modelIds: usage.modelIds,
    busyMinutes: usage.busyMinutes,
    tokensPerMinute: roundSpread(usage.tokensPerMinute),
    provenance: usage.provenance,
    requestsPerMinute: roundSpread(usage.requestsPerMinute),
    inputTokensPerRequest: roundSize(usage.inputTokensPerRequest),
    outputTokensPerRequest: roundSize(usage.outputTokensPerRequest),
    cacheReadTokensPerRequest: roundSize(usage.cacheReadTokensPerRequest),
    cacheWriteTokensPerRequest: roundSize(usage.cacheWriteTokensPerRequest),
    throttles: usage.throttles,
    days: usage.days.map(({ day, isWhole, tokens, requests, throttles, peak }) => ({
      date: toDate(day),
      tokens: round(tokens),
      requests,
      throttles,
      isWhole,
      peakTokensPerMinute: round(peak),
    })),
    hoursOfWeek: usage.hoursOfWeek.map((hour) => ({ ...hour, tokensPerMinute: round(hour.tokensPerMinute) })),
    trend: trend && {
      ...trend,
      perWeek: round(trend.perWeek),
      limitWeek: trend.limitWeek === null ? null : toDate(trend.limitWeek),
    },
    limits: limits.map(({ quota: { quotaCode, dimension }, limit }) => ({ quotaCode, dimension, limit: round(limit) })),
  };
}

function toTimes({ from, until, pointMinutes }: UsagePeriod) {
  return { from: toIso(from), to: toIso(until), resolutionSeconds: pointMinutes * 60 };
}

/** The usage of a Region: all that was read as one, and each model and scope by itself. */
export function toUsageDocument(history: RegionHistory, by: readonly UsageShare[] | null): UsageDocument {
  const { connection, quotas, traffic, period } = history;
  const read = { quotas: quotas.catalog.quotas, traffic, period };
  const day = quotas.catalog.quotas.find(({ scope, dimension }) => scope === 'account' && dimension === 'tokensPerDay');
  const pools = traffic
    .map((one): PoolDocument => {
      const { baseModelId, scope, endpoint } = one;
      return { baseModelId, scope, endpoint, ...toFigures([one], read) };
    })
    .sort((a, b) => (b.tokensPerMinute?.peak ?? 0) - (a.tokensPerMinute?.peak ?? 0));
  const { modelIds, ...figures } = toFigures(traffic, read);
  return {
    schemaVersion: SCHEMA_VERSION,
    accountId: quotas.accountId,
    region: connection.region,
    modelIds,
    ...toTimes(period),
    ...figures,
    ...(pools.length > 1 ? { pools } : {}),
    ...(by
      ? { by: by.map((one) => ({ ...one, tokens: round(one.tokens), share: round(one.share * 100) / 100 })) }
      : {}),
    accountDay: day ? { quotaCode: day.quotaCode, limit: day.appliedValue } : null,
  };
}
