import { attemptsAt } from '../measure/spending';
import type { ModelTraffic } from '../traffic/model-traffic';
import type { Found, FoundContext, FoundRemedy, Phrase } from '../vocabulary/found';
import { isOfModels, type MappedQuota } from '../vocabulary/quota';
import { spellCount, spellDimension, spellQuantity, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { OF_NO_QUOTA } from './of-no-quota';
import { desiredValueOf, type IncreaseSources, increaseCommand, tellOpenRequest } from './remedies';
import type { FindingSurroundings } from './surroundings';

/** How many quotas of a group are named in words; the rest is counted. */
const NAMED_QUOTAS = 5;

function modelIdsOf(quotas: readonly MappedQuota[]): string[] {
  return [...new Set(quotas.flatMap((quota) => quota.modelIds))].sort();
}

/**
 * A request above the default; no command where one is open, for AWS takes no second one, or where the default is unknown,
 * for AWS refuses a value not above it.
 */
function raiseRemedy(quota: MappedQuota, sources: IncreaseSources): FoundRemedy {
  const subject: Phrase = (words) =>
    `${quota.quotaCode} ${spellQuotaSubject(quota, words)} (${spellDimension(quota.dimension, words)})`;
  const open = tellOpenRequest(quota, sources);
  if (open !== null) return { title: (words) => `${subject(words)}: ${open(words)}`, command: null };
  return quota.defaultValue === null
    ? { title: (words) => words.zero.raiseInConsole(subject(words)), command: null }
    : {
        title: (words) => words.zero.raise(subject(words)),
        command: increaseCommand(quota.quotaCode, desiredValueOf(quota, quota.appliedValue), sources.region),
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

/** Whether a quota is not to be counted in a group. */
type LeaveOut = (quota: MappedQuota) => boolean;

/** A quota of a group with the calls of the last day that spend it. */
interface Member {
  readonly quota: MappedQuota;
  readonly attempts: number;
}

/** Quotas that are the matter in the same way. */
interface Group {
  /** Those that are counted; what was called most comes first. */
  readonly members: readonly Member[];
  readonly called: readonly Member[];
  /** Those that are left out. */
  readonly leftOut: number;
  /** All inference quotas of the list. */
  readonly total: number;
}

/** The quotas of a kind, without those left out; `null` when none is left. */
function gather(
  isOfKind: LeaveOut,
  traffic: readonly ModelTraffic[],
  { quotas }: FindingSurroundings,
  isLeftOut: LeaveOut,
): Group | null {
  const counted = quotas.filter((quota) => isOfModels(quota) || attemptsAt([quota], traffic, 'day') > 0);
  const all = counted.filter(isOfKind);
  const members = all
    .filter((quota) => !isLeftOut(quota))
    .map((quota) => ({ quota, attempts: attemptsAt([quota], traffic, 'day') }))
    .sort((a, b) => b.attempts - a.attempts || byLikelyUse(a.quota, b.quota));
  if (members.length === 0) return null;
  const called = members.filter(({ attempts }) => attempts > 0);
  return { members, called, leftOut: all.length - members.length, total: counted.length };
}

/** Those that matter: what was called, else all. */
function matterOf({ members, called }: Group): MappedQuota[] {
  return (called.length > 0 ? called : members).map(({ quota }) => quota);
}

function raiseRemedies(group: Group, sources: IncreaseSources): FoundRemedy[] {
  const raisable = matterOf(group).filter(({ adjustable }) => adjustable);
  return raisable.slice(0, NAMED_QUOTAS).map((quota) => raiseRemedy(quota, sources));
}

/** A line a quota: code, subject and dimension, and whatever `extra` adds. */
function nameMembers(
  { members }: Group,
  extra: (member: Member) => string,
  words: Words,
): (readonly [string, string])[] {
  return members.slice(0, NAMED_QUOTAS).map((member) => {
    const { quota } = member;
    const name = `${spellQuotaSubject(quota, words)}, ${spellDimension(quota.dimension, words)}`;
    return [quota.quotaCode, `${name}${extra(member)}`] as const;
  });
}

/** Says of a group that it is not all there is. */
function spellLeftOut({ leftOut }: Group, words: Words): string {
  return leftOut === 0 ? '' : ` ${words.zero.muted(spellCount(leftOut, words), leftOut === 1)}`;
}

function tellZeros(group: Group, words: Words): FoundContext {
  const { members, called, total } = group;
  const count = spellCount(members.length, words);
  const inference = spellQuantity(total, words.nouns.inferenceQuota, words);
  const attempted = called.length > 0 ? ` ${words.zero.attempted(spellCount(called.length, words))}` : '';
  return {
    subject: words.zero.subject(count, spellCount(total, words)),
    summary: `${words.zero.summary(count, inference)}${attempted}${spellLeftOut(group, words)}`,
    details: nameMembers(
      group,
      ({ attempts }) => (attempts > 0 ? `: ${spellQuantity(attempts, words.nouns.attempt, words)}` : ''),
      words,
    ),
  };
}

function tellLowered(group: Group, words: Words): FoundContext {
  const { members, called } = group;
  const quotas = spellQuantity(members.length, words.nouns.quota, words);
  const summary = words.below.summary(
    { quotas, isOne: members.length === 1 },
    { count: spellCount(called.length, words), isOne: called.length === 1 },
  );
  return {
    subject: words.below.subject(quotas),
    summary: `${summary}${spellLeftOut(group, words)}`,
    details: nameMembers(
      group,
      ({ quota: { appliedValue, defaultValue } }) =>
        `: ${words.quota.applied(spellCount(appliedValue, words))}, ${words.quota.standard(spellCount(defaultValue ?? 0, words))}`,
      words,
    ),
  };
}

/**
 * All quotas whose applied value is 0, as one finding: critical when calls were attempted against one, else a warning.
 * The quotas with attempted traffic come first. `null` when no quota is 0 but those left out.
 */
export function findZeroQuotas(
  traffic: readonly ModelTraffic[],
  surroundings: FindingSurroundings,
  isLeftOut: LeaveOut = () => false,
): Found | null {
  const group = gather(({ appliedValue }) => appliedValue === 0, traffic, surroundings, isLeftOut);
  if (!group) return null;
  const { members, called, total } = group;
  return {
    ...OF_NO_QUOTA,
    id: 'zeroQuota',
    kind: 'zeroQuota',
    severity: called.length > 0 ? 'critical' : 'warning',
    modelIds: modelIdsOf(matterOf(group)),
    appliedValue: 0,
    cause: {
      kind: 'zeroQuota',
      confidence: 'high',
      evidence: (words) => [
        words.zero.evidence(spellCount(members.length, words), spellQuantity(total, words.nouns.inferenceQuota, words)),
      ],
    },
    remedies: [...raiseRemedies(group, surroundings), { title: (words) => words.zero.notAdjustable, command: null }],
    context: (words) => tellZeros(group, words),
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
): Found | null {
  const isLowered = ({ appliedValue, defaultValue }: MappedQuota) =>
    defaultValue !== null && appliedValue > 0 && appliedValue < defaultValue;
  const group = gather(isLowered, traffic, surroundings, isLeftOut);
  if (!group) return null;
  return {
    ...OF_NO_QUOTA,
    id: 'belowDefault',
    kind: 'belowDefault',
    severity: group.called.length > 0 ? 'warning' : 'ok',
    modelIds: modelIdsOf(matterOf(group)),
    appliedValue: null,
    cause: null,
    remedies: raiseRemedies(group, surroundings),
    context: (words) => tellLowered(group, words),
  };
}
