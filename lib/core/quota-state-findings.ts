import type { DescribedFinding, Finding, Remedy } from './finding';
import type { Pool } from './pool';
import type { MappedQuota } from './quota';
import { desiredValueOf, increaseCommand } from './remedy';
import { isSpentBy } from './spending';
import type { FindingSurroundings } from './utilization-finding';
import { spellCount, spellDimension, spellQuantity, spellQuotaSubject } from './wording';

/** How many quotas of a group are named in words; the rest is counted. */
const NAMED_QUOTAS = 5;

const EMPTY: Pick<Finding, 'scope' | 'dimension' | 'usage' | 'utilizationPercent' | 'headroom' | 'exhaustionAt'> = {
  scope: null,
  dimension: null,
  usage: null,
  utilizationPercent: null,
  headroom: null,
  exhaustionAt: null,
};

/** Calls of the last day that spend a quota, refused ones included: over the day, so that a quiet night changes nothing. */
export function attemptsAt(quota: MappedQuota, pools: readonly Pool[]): number {
  return pools
    .filter((pool) => isSpentBy(quota, pool))
    .flatMap((pool) => pool.minutes)
    .reduce((sum, minute) => sum + minute.invocations + minute.throttles + minute.clientErrors, 0);
}

function modelIdsOf(quotas: readonly MappedQuota[]): string[] {
  return [...new Set(quotas.flatMap((quota) => quota.modelIds))].sort();
}

/** A request above the default; no command where the default is unknown, for AWS refuses a value not above it. */
function raiseRemedy(quota: MappedQuota, region: string): Remedy {
  const subject = `${quota.quotaCode} ${spellQuotaSubject(quota)} (${spellDimension(quota.dimension)})`;
  return quota.defaultValue === null
    ? { title: `${subject}: ask for more in the Service Quotas console, which shows the default`, command: null }
    : {
        title: `${subject}: ask for more than the default`,
        command: increaseCommand(quota.quotaCode, desiredValueOf(quota, quota.appliedValue), region),
      };
}

/** Of quotas without traffic, those a person most likely wants: adjustable, tokens per minute, the largest defaults. */
function byLikelyUse(a: MappedQuota, b: MappedQuota): number {
  const isTokens = (quota: MappedQuota) => Number(quota.dimension === 'tokensPerMinute');
  return (
    Number(b.adjustable) - Number(a.adjustable) ||
    isTokens(b) - isTokens(a) ||
    (b.defaultValue ?? 0) - (a.defaultValue ?? 0) ||
    (a.quotaCode < b.quotaCode ? -1 : 1)
  );
}

/** A line a quota: code, subject and dimension, and whatever `extra` adds. */
function nameQuota(quota: MappedQuota, extra: string): readonly [string, string] {
  return [quota.quotaCode, `${spellQuotaSubject(quota)}, ${spellDimension(quota.dimension)}${extra}`];
}

/** Whether a quota is not to be counted in a group. */
type LeaveOut = (quota: MappedQuota) => boolean;

/** Says of a group that it is not all there is. */
function spellLeftOut(all: readonly MappedQuota[], told: readonly unknown[]): string {
  const count = all.length - told.length;
  return count === 0 ? '' : ` ${spellCount(count)} more ${count === 1 ? 'is' : 'are'} muted.`;
}

/**
 * All quotas whose applied value is 0, as one finding: critical when calls were attempted against one, else a warning.
 * The quotas with attempted traffic come first. `null` when no quota is 0 but those left out.
 */
export function findZeroQuotas(
  pools: readonly Pool[],
  surroundings: FindingSurroundings,
  isLeftOut: LeaveOut = () => false,
): DescribedFinding | null {
  const all = surroundings.quotas.filter((quota) => quota.appliedValue === 0);
  const zeros = all
    .filter((quota) => !isLeftOut(quota))
    .map((quota) => ({ quota, attempts: attemptsAt(quota, pools) }))
    .sort((a, b) => b.attempts - a.attempts || byLikelyUse(a.quota, b.quota));
  if (zeros.length === 0) return null;
  const attempted = zeros.filter(({ attempts }) => attempts > 0);
  const matter = attempted.length > 0 ? attempted.map(({ quota }) => quota) : zeros.map(({ quota }) => quota);
  const raisable = matter.filter((quota) => quota.adjustable).slice(0, NAMED_QUOTAS);
  const total = surroundings.quotas.length;
  const attemptText = attempted.length
    ? ` In the last 24 hours calls were attempted against ${spellQuantity(attempted.length, 'of them').replace(/s$/, '')}.`
    : '';
  return {
    finding: {
      ...EMPTY,
      id: 'zeroQuota',
      kind: 'zeroQuota',
      severity: attempted.length > 0 ? 'critical' : 'warning',
      quotaCode: null,
      modelIds: modelIdsOf(matter),
      appliedValue: 0,
      cause: {
        kind: 'zeroQuota',
        confidence: 'high',
        evidence: [
          `Service Quotas shows an applied value of 0 for ${spellCount(zeros.length)} of ${spellQuantity(total, 'inference quota')}`,
        ],
      },
      remedies: [
        ...raisable.map((quota) => raiseRemedy(quota, surroundings.region)),
        {
          title:
            'Quotas that are not adjustable: open a Support case of the free type "Account and billing" and name the models you need',
          command: null,
        },
      ],
    },
    context: {
      subject: `${spellCount(zeros.length)} of ${spellCount(total)} quotas are 0`,
      summary: `${spellCount(zeros.length)} of ${spellQuantity(total, 'inference quota')} are 0: every call against them is refused, often as "Too many tokens per day".${attemptText}${spellLeftOut(all, zeros)}`,
      details: zeros
        .slice(0, NAMED_QUOTAS)
        .map(({ quota, attempts }) => nameQuota(quota, attempts > 0 ? `: ${spellQuantity(attempts, 'attempt')}` : '')),
    },
  };
}

/**
 * All quotas applied below AWS's default but above 0, as one finding: a warning when one of them has traffic, else ok.
 * `null` when there is none but those left out.
 */
export function findBelowDefault(
  pools: readonly Pool[],
  surroundings: FindingSurroundings,
  isLeftOut: LeaveOut = () => false,
): DescribedFinding | null {
  const all = surroundings.quotas.filter(
    (quota) => quota.defaultValue !== null && quota.appliedValue > 0 && quota.appliedValue < quota.defaultValue,
  );
  const lowered = all
    .filter((quota) => !isLeftOut(quota))
    .map((quota) => ({ quota, attempts: attemptsAt(quota, pools) }))
    .sort((a, b) => b.attempts - a.attempts || byLikelyUse(a.quota, b.quota));
  if (lowered.length === 0) return null;
  const used = lowered.filter(({ attempts }) => attempts > 0).map(({ quota }) => quota);
  const matter = used.length > 0 ? used : lowered.map(({ quota }) => quota);
  return {
    finding: {
      ...EMPTY,
      id: 'belowDefault',
      kind: 'belowDefault',
      severity: used.length > 0 ? 'warning' : 'ok',
      quotaCode: null,
      modelIds: modelIdsOf(matter),
      appliedValue: null,
      cause: null,
      remedies: matter
        .filter((quota) => quota.adjustable)
        .slice(0, NAMED_QUOTAS)
        .map((quota) => raiseRemedy(quota, surroundings.region)),
    },
    context: {
      subject: `${spellQuantity(lowered.length, 'quota')} below the AWS default`,
      summary: `${spellQuantity(lowered.length, 'quota')} of this account ${lowered.length === 1 ? 'is' : 'are'} applied below the AWS default; ${spellCount(used.length)} of them ${used.length === 1 ? 'has' : 'have'} traffic in the last 24 hours.${spellLeftOut(all, lowered)}`,
      details: lowered
        .slice(0, NAMED_QUOTAS)
        .map(({ quota }) =>
          nameQuota(
            quota,
            `: applied ${spellCount(quota.appliedValue)}, AWS default ${spellCount(quota.defaultValue ?? 0)}`,
          ),
        ),
    },
  };
}
