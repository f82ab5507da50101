import { findSibling } from '../../findings/remedies';
import { effectiveLimit, isSpentBy } from '../../measure/spending';
import type { IncreaseRequest } from '../../quotas/increase-request';
import { toOpenRequests } from '../../quotas/increase-request';
import type { ModelTraffic, TrafficMinute } from '../../traffic/model-traffic';
import { sumMinutes } from '../../traffic/sum-traffic';
import type { MappedQuota } from '../../vocabulary/quota';
import { chooseValue, startingValueOf, type ValueBasis } from '../increase';
import { describeUsage, limitsOf, type Usage, type UsagePeriod } from '../usage';
import { type ThrottleTimes, throttleTimesOf } from './throttle-times';

/**
 * Input tokens, cached ones too, above which a request counts as large. Support asks for the share of large requests and
 * names no size; a choice of ours, 2026-11.
 */
export const LARGE_INPUT_TOKENS = 10_000;

/** Why no metric counts what a quota limits: a special way of calling, calls at a time, or no model is known for it. */
export type Unmeasured = 'variant' | 'concurrentRequests' | 'unmapped';

/** What a case says of one quota. */
export interface TicketQuota {
  readonly quota: MappedQuota;
  /** `null`: its traffic can be measured. */
  readonly unmeasured: Unmeasured | null;
  /** `null`: no call was seen, or none can be. */
  readonly usage: Usage | null;
  /** The fullest minute, or day, in the unit of the quota; `null`: no use was seen. */
  readonly peak: number | null;
  /** Of the limit, from 0; may pass 1. `null`: no use, or a quota of 0. */
  readonly utilization: number | null;
  /** `null`: no value can be computed. */
  readonly desiredValue: number | null;
  readonly basis: ValueBasis | null;
  /** Of the requests, those in minutes whose mean input is over {@link LARGE_INPUT_TOKENS}; `null` without requests. */
  readonly largeShare: number | null;
  readonly throttleTimes: ThrottleTimes | null;
  readonly openRequest: IncreaseRequest | null;
  /** The adjustable quota that AWS raises this one with; `null`: it is adjustable itself, or there is none. */
  readonly sibling: MappedQuota | null;
}

/** What a case is written from. */
export interface TicketQuestion {
  /** All of the Region. */
  readonly quotas: readonly MappedQuota[];
  readonly traffic: readonly ModelTraffic[];
  readonly period: UsagePeriod;
  /** Open or not. */
  readonly requests: readonly IncreaseRequest[];
  /** To ask for of each; `null`: chosen. */
  readonly value: number | null;
}

function whyUnmeasured({ variant, dimension, scope, modelIds }: MappedQuota): Unmeasured | null {
  if (variant !== null) return 'variant';
  if (dimension === 'concurrentRequests') return 'concurrentRequests';
  return modelIds.length === 0 && scope !== 'account' ? 'unmapped' : null;
}

const COLUMNS = { inputTokensPerMinute: 'input', outputTokensPerMinute: 'output' } as const;

function peakOf({ dimension }: MappedQuota, usage: Usage, minutes: readonly TrafficMinute[]): number | null {
  const all = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0) || null;
  switch (dimension) {
    case 'tokensPerMinute':
      return usage.tokensPerMinute?.peak || null;
    case 'requestsPerMinute':
      return usage.requestsPerMinute?.peak ?? null;
    case 'tokensPerDay':
      return all(usage.days.map(({ tokens }) => tokens));
    case 'concurrentRequests':
      return null;
    default:
      return all(minutes.map((one) => one[COLUMNS[dimension]]));
  }
}

function largeShareOf(minutes: readonly TrafficMinute[]): number | null {
  const sum = (some: readonly TrafficMinute[]) => some.reduce((total, { invocations }) => total + invocations, 0);
  const all = sum(minutes);
  const isLarge = ({ input, cacheRead, cacheWrite, invocations }: TrafficMinute) =>
    input + cacheRead + cacheWrite > LARGE_INPUT_TOKENS * invocations;
  return all === 0 ? null : sum(minutes.filter(isLarge)) / all;
}

/** Support, other than the API, takes values below the default, so without use a small first one is asked for where one is known. */
function chooseDesired(
  quota: MappedQuota,
  value: number | null,
  peak: number | null,
): Pick<TicketQuota, 'desiredValue' | 'basis'> {
  if (value !== null) return { desiredValue: value, basis: 'given' };
  const start = startingValueOf(quota);
  if (peak === null && start !== null && start > quota.appliedValue) return { desiredValue: start, basis: 'start' };
  const planned = chooseValue(quota, null, peak);
  if (planned.kind !== 'ask') return { desiredValue: null, basis: null };
  return { desiredValue: planned.desiredValue, basis: planned.basis };
}

function limitOf(quota: MappedQuota, traffic: readonly ModelTraffic[]): number {
  const tokensOf = (scope: ModelTraffic['scope']) =>
    traffic
      .filter((one) => one.scope === scope)
      .flatMap(({ minutes }) => minutes)
      .reduce((sum, { quotaTokens }) => sum + quotaTokens, 0);
  return effectiveLimit(quota, { onDemand: tokensOf('onDemand'), crossRegion: tokensOf('crossRegion') });
}

/** What a case says of one quota, from all calls that spend it. */
export function describeTicket(quota: MappedQuota, question: TicketQuestion): TicketQuota {
  const { quotas, traffic, period, requests, value } = question;
  const own = traffic.filter((one) => isSpentBy(quota, one));
  const minutes = sumMinutes(own.map((one) => one.minutes)).filter(
    ({ minute }) => minute >= period.from && minute < period.until,
  );
  const seen = describeUsage(own, period, limitsOf([quota], own, traffic));
  const usage = seen.busyMinutes > 0 || seen.throttles.calls > 0 ? seen : null;
  const peak = usage && peakOf(quota, usage, minutes);
  return {
    quota,
    unmeasured: whyUnmeasured(quota),
    usage,
    peak,
    utilization: peak === null || quota.appliedValue === 0 ? null : peak / limitOf(quota, own),
    ...chooseDesired(quota, value, peak),
    largeShare: largeShareOf(minutes),
    throttleTimes: throttleTimesOf(minutes),
    openRequest: toOpenRequests(requests, quotas).findLast((one) => one.quotaCode === quota.quotaCode) ?? null,
    sibling: quota.adjustable ? null : (findSibling(quota, quotas) ?? null),
  };
}
