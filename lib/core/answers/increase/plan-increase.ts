import { desiredValueOf, findSibling } from '../../findings/remedies';
import { type Measurement, ownUsageOf } from '../../measure/measurement';
import { type IncreaseRequest, toOpenRequests } from '../../quotas/increase-request';
import type { MappedQuota } from '../../vocabulary/quota';

/** Open requests that AWS takes of an account. Source: AWS documentation on Service Quotas, 2026-10; 2 in opt-in Regions. */
const OPEN_REQUESTS = 20;

/**
 * Values to start with on an account without traffic, tokens a day: small ones are granted sooner, and more is asked for once
 * they are used. Source: advice of AWS Support as handed on, 2026; it is no rule.
 */
const STARTING_VALUES = { embeddings: 100_000, others: 50_000 } as const;

/** What a value was chosen by: the caller, the use that was seen, AWS's default, or nothing but that it is a start. */
export type ValueBasis = 'given' | 'peak' | 'default' | 'start';

/** What can be asked for of one quota, or why nothing can. */
export type PlannedIncrease =
  | {
      readonly kind: 'ask';
      readonly quota: MappedQuota;
      readonly desiredValue: number;
      readonly basis: ValueBasis;
      /** The use that was seen, in the quota's own unit; `null`: none. */
      readonly peak: number | null;
    }
  /** AWS takes a request for the sibling, and raises this one with it; `null`: there is none, a Support case is the way. */
  | { readonly kind: 'notAdjustable'; readonly quota: MappedQuota; readonly sibling: MappedQuota | null }
  | { readonly kind: 'open'; readonly quota: MappedQuota; readonly request: IncreaseRequest }
  | { readonly kind: 'tooMany'; readonly quota: MappedQuota; readonly open: number }
  /** AWS refuses a value that is not above `least`. */
  | { readonly kind: 'tooSmall'; readonly quota: MappedQuota; readonly least: number }
  /** A quota of 0 whose default is not known: no value is known to be taken. */
  | { readonly kind: 'noDefault'; readonly quota: MappedQuota }
  | { readonly kind: 'unknown'; readonly quotaCode: string };

/** What increases are planned by. */
export interface IncreaseQuestion {
  /** Each once. */
  readonly quotaCodes: readonly string[];
  /** Of all of them; `null`: chosen for each. */
  readonly value: number | null;
  readonly quotas: readonly MappedQuota[];
  readonly measurements: readonly Measurement[];
  /** Open or not. */
  readonly requests: readonly IncreaseRequest[];
}

/** The first value to ask for without traffic; `null`: none is known for such a quota. */
export function startingValueOf({ dimension, modelLabel }: MappedQuota): number | null {
  if (dimension !== 'tokensPerDay') return null;
  return /embed/i.test(modelLabel) ? STARTING_VALUES.embeddings : STARTING_VALUES.others;
}

/**
 * What to ask for of one quota that nothing stands against.
 * @param value `null`: chosen. @param peak the use that was seen, in the unit of the quota; `null`: none.
 */
export function chooseValue(quota: MappedQuota, value: number | null, peak: number | null): PlannedIncrease {
  const { appliedValue, defaultValue } = quota;
  const least = Math.max(appliedValue, defaultValue ?? 0);
  if (value !== null) {
    return value > least
      ? { kind: 'ask', quota, desiredValue: value, basis: 'given', peak }
      : { kind: 'tooSmall', quota, least };
  }
  const start = startingValueOf(quota);
  if (defaultValue === null && appliedValue === 0) {
    return start === null
      ? { kind: 'noDefault', quota }
      : { kind: 'ask', quota, desiredValue: start, basis: 'start', peak };
  }
  const desiredValue = desiredValueOf(quota, peak ?? 0);
  const isDefault = defaultValue !== null && desiredValue === defaultValue + 1;
  return { kind: 'ask', quota, desiredValue, basis: isDefault || peak === null ? 'default' : 'peak', peak };
}

/**
 * What to ask for, quota by quota, before AWS is asked: a value it accepts, never a second request for a quota, never more
 * than the account may have open.
 */
export function planIncreases(question: IncreaseQuestion): PlannedIncrease[] {
  const { quotaCodes, value, quotas, measurements, requests } = question;
  const open = toOpenRequests(requests, quotas);
  let count = open.length;
  return quotaCodes.map((quotaCode): PlannedIncrease => {
    const quota = quotas.find((one) => one.quotaCode === quotaCode);
    if (!quota) return { kind: 'unknown', quotaCode };
    if (!quota.adjustable) return { kind: 'notAdjustable', quota, sibling: findSibling(quota, quotas) ?? null };
    const request = open.findLast((one) => one.quotaCode === quotaCode);
    if (request) return { kind: 'open', quota, request };
    if (count >= OPEN_REQUESTS) return { kind: 'tooMany', quota, open: count };
    const measurement = measurements.find((one) => one.quota.quotaCode === quotaCode);
    const planned = chooseValue(quota, value, measurement ? ownUsageOf(measurement) : null);
    if (planned.kind === 'ask') count++;
    return planned;
  });
}
