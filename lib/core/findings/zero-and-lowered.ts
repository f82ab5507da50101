import { attemptsAt } from '../measure/spending';
import type { ModelTraffic } from '../traffic/model-traffic';
import type { DescribedFinding, Finding, Remedy } from '../vocabulary/finding';
import type { MappedQuota } from '../vocabulary/quota';
import { spellCount, spellDimension, spellQuantity, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { desiredValueOf, increaseCommand, spellOpenRequest } from './remedies/increase';
import type { FindingSurroundings } from './surroundings';

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

function modelIdsOf(quotas: readonly MappedQuota[]): string[] {
  return [...new Set(quotas.flatMap((quota) => quota.modelIds))].sort();
}

/**
 * A request above the default; no command where one is open, for AWS takes no second one, or where the default is unknown,
 * for AWS refuses a value not above it.
 */
function raiseRemedy(quota: MappedQuota, surroundings: FindingSurroundings): Remedy {
  const { region, words } = surroundings;
  const subject = `${quota.quotaCode} ${spellQuotaSubject(quota, words)} (${spellDimension(quota.dimension, words)})`;
  const open = spellOpenRequest(quota, surroundings);
  if (open !== null) return { title: `${subject}: ${open}`, command: null };
  return quota.defaultValue === null
    ? { title: words.zero.raiseInConsole(subject), command: null }
    : {
        title: words.zero.raise(subject),
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
function nameQuota(quota: MappedQuota, extra: string, words: Words): readonly [string, string] {
  return [quota.quotaCode, `${spellQuotaSubject(quota, words)}, ${spellDimension(quota.dimension, words)}${extra}`];
}

/** Whether a quota is not to be counted in a group. */
type LeaveOut = (quota: MappedQuota) => boolean;

/** Says of a group that it is not all there is. */
function spellLeftOut(all: readonly MappedQuota[], told: readonly unknown[], words: Words): string {
  const count = all.length - told.length;
  return count === 0 ? '' : ` ${words.zero.muted(spellCount(count, words), count === 1)}`;
}

/**
 * All quotas whose applied value is 0, as one finding: critical when calls were attempted against one, else a warning.
 * The quotas with attempted traffic come first. `null` when no quota is 0 but those left out.
 */
export function findZeroQuotas(
  traffic: readonly ModelTraffic[],
  surroundings: FindingSurroundings,
  isLeftOut: LeaveOut = () => false,
): DescribedFinding | null {
  const all = surroundings.quotas.filter((quota) => quota.appliedValue === 0);
  const zeros = all
    .filter((quota) => !isLeftOut(quota))
    .map((quota) => ({ quota, attempts: attemptsAt(quota, traffic) }))
    .sort((a, b) => b.attempts - a.attempts || byLikelyUse(a.quota, b.quota));
  if (zeros.length === 0) return null;
  const attempted = zeros.filter(({ attempts }) => attempts > 0);
  const matter = attempted.length > 0 ? attempted.map(({ quota }) => quota) : zeros.map(({ quota }) => quota);
  const raisable = matter.filter((quota) => quota.adjustable).slice(0, NAMED_QUOTAS);
  const { words } = surroundings;
  const [count, total] = [spellCount(zeros.length, words), surroundings.quotas.length];
  const inference = spellQuantity(total, words.nouns.inferenceQuota, words);
  const attemptText = attempted.length ? ` ${words.zero.attempted(spellCount(attempted.length, words))}` : '';
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
        evidence: [words.zero.evidence(count, inference)],
      },
      remedies: [
        ...raisable.map((quota) => raiseRemedy(quota, surroundings)),
        { title: words.zero.notAdjustable, command: null },
      ],
    },
    context: {
      subject: words.zero.subject(count, spellCount(total, words)),
      summary: `${words.zero.summary(count, inference)}${attemptText}${spellLeftOut(all, zeros, words)}`,
      details: zeros
        .slice(0, NAMED_QUOTAS)
        .map(({ quota, attempts }) =>
          nameQuota(quota, attempts > 0 ? `: ${spellQuantity(attempts, words.nouns.attempt, words)}` : '', words),
        ),
    },
  };
}

/**
 * All quotas applied below AWS's default but above 0, as one finding: a warning when one of them has traffic, else ok.
 * `null` when there is none but those left out.
 */
export function findBelowDefault(
  traffic: readonly ModelTraffic[],
  surroundings: FindingSurroundings,
  isLeftOut: LeaveOut = () => false,
): DescribedFinding | null {
  const all = surroundings.quotas.filter(
    (quota) => quota.defaultValue !== null && quota.appliedValue > 0 && quota.appliedValue < quota.defaultValue,
  );
  const lowered = all
    .filter((quota) => !isLeftOut(quota))
    .map((quota) => ({ quota, attempts: attemptsAt(quota, traffic) }))
    .sort((a, b) => b.attempts - a.attempts || byLikelyUse(a.quota, b.quota));
  if (lowered.length === 0) return null;
  const used = lowered.filter(({ attempts }) => attempts > 0).map(({ quota }) => quota);
  const { words } = surroundings;
  const quotas = spellQuantity(lowered.length, words.nouns.quota, words);
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
        .map((quota) => raiseRemedy(quota, surroundings)),
    },
    context: {
      subject: words.below.subject(quotas),
      summary: `${words.below.summary(
        { quotas, isOne: lowered.length === 1 },
        { count: spellCount(used.length, words), isOne: used.length === 1 },
      )}${spellLeftOut(all, lowered, words)}`,
      details: lowered
        .slice(0, NAMED_QUOTAS)
        .map(({ quota }) =>
          nameQuota(
            quota,
            `: ${words.quota.applied(spellCount(quota.appliedValue, words))}, ${words.quota.standard(spellCount(quota.defaultValue ?? 0, words))}`,
            words,
          ),
        ),
    },
  };
}
