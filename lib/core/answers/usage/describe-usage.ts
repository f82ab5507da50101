import { effectiveLimit, isSpentBy } from '../../measure/spending';
import type { ModelTraffic, TrafficMinute } from '../../traffic/model-traffic';
import { combineProvenance } from '../../traffic/quota-tokens';
import { sumMinutes } from '../../traffic/sum-traffic';
import type { Provenance } from '../../vocabulary/finding';
import type { Dimension, MappedQuota } from '../../vocabulary/quota';
import { type EpochMinute, MINUTES_PER_DAY, utcMidnight } from '../../vocabulary/time';
import { type MinuteValue, type Spread, spreadOf, weightedQuantileOf } from './spread';
import { dayOfLimit, findGrowth } from './trend';

/** The time that was looked at. */
export interface UsagePeriod {
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
  /** Minutes a point of CloudWatch stands for: 1, 5 or 60. */
  readonly pointMinutes: number;
}

/** Tokens of a request. */
export interface RequestSize {
  readonly average: number;
  /** Of the means of points, each weighted by its requests: CloudWatch does not keep single requests. */
  readonly p90: number;
}

/** A UTC day. */
export interface DayUsage {
  /** Midnight it begins with. */
  readonly day: EpochMinute;
  /** Whether all of it was looked at. */
  readonly isWhole: boolean;
  readonly tokens: number;
  readonly requests: number;
  readonly throttles: number;
  /** Tokens of its fullest minute. */
  readonly peak: number;
}

/** An hour of the week, in UTC. */
export interface HourUsage {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Quota tokens a minute, over all minutes of such hours. */
  readonly tokensPerMinute: number;
}

/** Where growth leads. */
export interface UsageTrend {
  /** Of what the days are compared: tokens a day, or those of the fullest minute. */
  readonly dimension: Extract<Dimension, 'tokensPerDay' | 'tokensPerMinute'>;
  /** Tokens a day, or a minute, more each week. */
  readonly perWeek: number;
  readonly quotaCode: string | null;
  readonly limit: number | null;
  /** Monday of the week in which the limit is met at this growth; `null`: not within a year, or there is no limit. */
  readonly limitWeek: EpochMinute | null;
}

/** What the minutes of some traffic were. */
export interface Usage {
  /** As CloudWatch knows them. */
  readonly modelIds: readonly string[];
  /** Points with accepted calls or tokens, in minutes. */
  readonly busyMinutes: number;
  /** Quota tokens, over busy minutes; `null`: there are none. */
  readonly tokensPerMinute: Spread | null;
  readonly provenance: Provenance | null;
  readonly requestsPerMinute: Spread | null;
  readonly inputTokensPerRequest: RequestSize | null;
  readonly outputTokensPerRequest: RequestSize | null;
  /** Tokens read from a cache, and written to it. */
  readonly cacheReadTokensPerRequest: RequestSize | null;
  readonly cacheWriteTokensPerRequest: RequestSize | null;
  /** `share` of all calls, from 0 to 1; 0 without any. `minutes` as busyMinutes. */
  readonly throttles: { readonly calls: number; readonly minutes: number; readonly share: number };
  /** Sums of the period. */
  readonly total: { readonly tokens: number; readonly requests: number };
  readonly days: readonly DayUsage[];
  /** 168, from Sunday 00:00 on. */
  readonly hoursOfWeek: readonly HourUsage[];
  /** `null`: the days do not grow, or are too few to say. */
  readonly trend: UsageTrend | null;
}

function isBusy({ invocations, quotaTokens }: TrafficMinute): boolean {
  return invocations > 0 || quotaTokens > 0;
}

type TokenKind = 'input' | 'output' | 'cacheRead' | 'cacheWrite';

/** `null` where no token of the kind was counted, or no request. */
function sizeOf(minutes: readonly TrafficMinute[], kind: TokenKind): RequestSize | null {
  const counted = minutes.filter(({ invocations }) => invocations > 0);
  const requests = counted.reduce((sum, { invocations }) => sum + invocations, 0);
  const tokens = counted.reduce((sum, one) => sum + one[kind], 0);
  const p90 = weightedQuantileOf(
    counted.map((one) => ({ value: one[kind] / one.invocations, weight: one.invocations })),
    0.9,
  );
  return tokens === 0 || p90 === null ? null : { average: tokens / requests, p90 };
}

function toDays(minutes: readonly TrafficMinute[], { from, until, pointMinutes }: UsagePeriod): DayUsage[] {
  const count = Math.max(0, Math.ceil((until - utcMidnight(from)) / MINUTES_PER_DAY));
  const days = Array.from({ length: count }, (_, index) => {
    const day = utcMidnight(from) + index * MINUTES_PER_DAY;
    const isWhole = day >= from && day + MINUTES_PER_DAY <= until;
    return { day, isWhole, tokens: 0, requests: 0, throttles: 0, peak: 0 };
  });
  for (const { minute, quotaTokens, invocations, throttles } of minutes) {
    const day = days[(utcMidnight(minute) - utcMidnight(from)) / MINUTES_PER_DAY];
    if (!day) continue;
    day.tokens += quotaTokens;
    day.requests += invocations;
    day.throttles += throttles;
    day.peak = Math.max(day.peak, quotaTokens / pointMinutes);
  }
  return days;
}

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;
const HOURS_PER_WEEK = 168;

function hourOfWeek(minute: EpochMinute): number {
  return (Math.floor(minute / 60) + FIRST_WEEKDAY * 24) % HOURS_PER_WEEK;
}

function toHours(minutes: readonly TrafficMinute[], { from, until }: UsagePeriod): HourUsage[] {
  const seen = Array.from({ length: HOURS_PER_WEEK }, () => 0);
  const tokens = Array.from({ length: HOURS_PER_WEEK }, () => 0);
  for (let minute = from; minute < until; minute++) seen[hourOfWeek(minute)] = (seen[hourOfWeek(minute)] ?? 0) + 1;
  for (const { minute, quotaTokens } of minutes) {
    tokens[hourOfWeek(minute)] = (tokens[hourOfWeek(minute)] ?? 0) + quotaTokens;
  }
  return tokens.map((sum, index) => ({
    weekday: Math.floor(index / 24),
    hour: index % 24,
    tokensPerMinute: sum / Math.max(1, seen[index] ?? 0),
  }));
}

/** Monday of the week of a day. */
function weekOf(day: EpochMinute): EpochMinute {
  const weekday = (Math.floor(day / MINUTES_PER_DAY) + FIRST_WEEKDAY + 6) % 7;
  return day - weekday * MINUTES_PER_DAY;
}

/** A quota that may be met, with its value for this traffic. */
export interface UsageLimit {
  readonly quota: MappedQuota;
  readonly limit: number;
}

function trendOf(days: readonly DayUsage[], limits: readonly UsageLimit[], until: EpochMinute): UsageTrend | null {
  // Days before the first call are no part of a growth: whoever begins does not grow from nothing.
  const whole = days.slice(days.findIndex(({ tokens }) => tokens > 0)).filter(({ isWhole }) => isWhole);
  const today = utcMidnight(until);
  const trends = (['tokensPerMinute', 'tokensPerDay'] as const).flatMap((dimension): UsageTrend[] => {
    const growth = findGrowth(
      whole.map(({ day, tokens, peak }) => ({ day, value: dimension === 'tokensPerDay' ? tokens : peak })),
    );
    if (!growth) return [];
    const own = limits.filter(({ quota }) => quota.dimension === dimension);
    const lowest = own.reduce<UsageLimit | null>((low, one) => (low && low.limit <= one.limit ? low : one), null);
    const met = lowest && dayOfLimit(growth, lowest.limit, today);
    return [
      {
        dimension,
        perWeek: growth.perDay * 7,
        quotaCode: lowest?.quota.quotaCode ?? null,
        limit: lowest?.limit ?? null,
        limitWeek: met === null ? null : weekOf(met),
      },
    ];
  });
  const [first] = trends.sort(
    (a, b) => (a.limitWeek ?? Number.MAX_VALUE) - (b.limitWeek ?? Number.MAX_VALUE) || (a.limit ? -1 : 1),
  );
  return first ?? null;
}

/** The fullest minute of each hour of a period, quota tokens; an hour without traffic is absent. */
export function hourlyPeaks(
  traffic: readonly ModelTraffic[],
  { from, until, pointMinutes }: UsagePeriod,
): { readonly minute: EpochMinute; readonly value: number }[] {
  const peaks = new Map<EpochMinute, number>();
  for (const { minute, quotaTokens } of sumMinutes(traffic.map((one) => one.minutes))) {
    if (minute < from || minute >= until || quotaTokens === 0) continue;
    const hour = minute - (minute % 60);
    peaks.set(hour, Math.max(peaks.get(hour) ?? 0, quotaTokens / pointMinutes));
  }
  return [...peaks].map(([minute, value]) => ({ minute, value }));
}

/** What some traffic was in a period, as one. @param limits of quotas that this traffic alone spends. */
export function describeUsage(
  traffic: readonly ModelTraffic[],
  period: UsagePeriod,
  limits: readonly UsageLimit[],
): Usage {
  const { from, until, pointMinutes } = period;
  const minutes = sumMinutes(traffic.map((one) => one.minutes)).filter(
    ({ minute }) => minute >= from && minute < until,
  );
  const busy = minutes.filter(isBusy);
  const perMinute = (pick: (minute: TrafficMinute) => number) =>
    spreadOf(busy.map((one): MinuteValue => [one.minute, pick(one) / pointMinutes]));
  const requests = perMinute(({ invocations }) => invocations);
  const calls = minutes.reduce((sum, { throttles }) => sum + throttles, 0);
  const accepted = minutes.reduce((sum, { invocations }) => sum + invocations, 0);
  const days = toDays(minutes, period);
  return {
    modelIds: [...new Set(traffic.flatMap(({ callers }) => callers.map(({ modelId }) => modelId)))].sort(),
    busyMinutes: busy.length * pointMinutes,
    tokensPerMinute: perMinute(({ quotaTokens }) => quotaTokens),
    provenance: busy.length === 0 ? null : combineProvenance(busy.map((one) => one.provenance)),
    requestsPerMinute: requests && requests.peak > 0 ? requests : null,
    inputTokensPerRequest: sizeOf(busy, 'input'),
    outputTokensPerRequest: sizeOf(busy, 'output'),
    cacheReadTokensPerRequest: sizeOf(busy, 'cacheRead'),
    cacheWriteTokensPerRequest: sizeOf(busy, 'cacheWrite'),
    throttles: {
      calls,
      minutes: minutes.filter(({ throttles }) => throttles > 0).length * pointMinutes,
      share: calls === 0 ? 0 : calls / (calls + accepted),
    },
    total: { tokens: days.reduce((sum, { tokens }) => sum + tokens, 0), requests: accepted },
    days,
    hoursOfWeek: toHours(minutes, period),
    trend: trendOf(days, limits, until),
  };
}

function tokensOf(traffic: readonly ModelTraffic[], scope: ModelTraffic['scope']): number {
  const own = traffic.filter((one) => one.scope === scope).flatMap((one) => one.minutes);
  return own.reduce((sum, { quotaTokens }) => sum + quotaTokens, 0);
}

/** The quotas that some traffic spends, all of it and nothing else of `all`: its sums can be held against them. */
export function limitsOf(
  quotas: readonly MappedQuota[],
  traffic: readonly ModelTraffic[],
  all: readonly ModelTraffic[],
): UsageLimit[] {
  const own = new Set(traffic);
  return quotas
    .filter((quota) => all.every((one) => isSpentBy(quota, one) === own.has(one)) && quota.appliedValue > 0)
    .map((quota) => {
      const scopes = { onDemand: tokensOf(traffic, 'onDemand'), crossRegion: tokensOf(traffic, 'crossRegion') };
      return { quota, limit: quota.scope === 'model' ? effectiveLimit(quota, scopes) : quota.appliedValue };
    });
}
