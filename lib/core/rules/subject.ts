import type { Finding, FindingKind } from '../vocabulary/finding';
import type { Dimension, MappedQuota, Scope } from '../vocabulary/quota';
import { matchesEverything, matchesName, matchesPattern } from './pattern';
import { isOfPlace } from './place';
import type { RuleMatch } from './rules';

/** What a rule is held against: a quota, or a finding. */
export interface RuleSubject {
  /** `null`: about no single quota. */
  readonly quotaCode: string | null;
  /** Base model ids, or the unknown id of unmapped usage. */
  readonly modelIds: readonly string[];
  /** The model as quotas are named; several when the quota is not known. */
  readonly modelLabels: readonly string[];
  readonly scope: Scope | null;
  readonly dimension: Dimension | null;
  /** `null`: a quota as such, before anything is found about it. */
  readonly kind: FindingKind | null;
}

/** A quota as rules see it; with a kind, as the part it has in a grouped finding of that kind. */
export function quotaSubject(quota: MappedQuota, kind: FindingKind | null = null): RuleSubject {
  const { quotaCode, modelIds, modelLabel, scope, dimension } = quota;
  return { quotaCode, modelIds, modelLabels: modelLabel === '' ? [] : [modelLabel], scope, dimension, kind };
}

/** What rules look at of a finding. */
export type FindingSubject = Pick<Finding, 'quotaCode' | 'modelIds' | 'scope' | 'dimension' | 'kind'>;

/** A finding as rules see it; its model labels are those of its quota, or else of the quotas of its models. */
export function findingSubject(finding: FindingSubject, quotas: readonly MappedQuota[]): RuleSubject {
  const { quotaCode, modelIds, scope, dimension, kind } = finding;
  const isAbout = (quota: MappedQuota) =>
    quotaCode === null ? quota.modelIds.some((id) => modelIds.includes(id)) : quota.quotaCode === quotaCode;
  const labels = quotas.filter(isAbout).map(({ modelLabel }) => modelLabel);
  return { quotaCode, modelIds, modelLabels: [...new Set(labels)].filter(Boolean), scope, dimension, kind };
}

/** Whether the models of a subject are only who takes part in it: the account's pool, or a group of quotas. */
function isOfManyModels({ kind, quotaCode, scope }: RuleSubject): boolean {
  return scope === 'account' || (quotaCode === null && (kind === 'zeroQuota' || kind === 'belowDefault'));
}

/** How a model pattern is held against a subject of several models. */
export type ModelReading =
  /** One model that takes part is enough. */
  | 'anyModel'
  /** The subject is about the pattern's models and no others. */
  | 'onlyThese';

function matchesModel(pattern: string, subject: RuleSubject, reading: ModelReading): boolean {
  if (matchesEverything(pattern)) return true;
  const matches = (text: string) => matchesPattern(pattern, text);
  if (reading === 'anyModel') return [...subject.modelIds, ...subject.modelLabels].some(matches);
  if (isOfManyModels(subject)) return false;
  return subject.modelLabels.some(matches) || (subject.modelIds.length > 0 && subject.modelIds.every(matches));
}

/** Whether every field of a match holds for a subject. What a match says of the place must be settled before ({@link rulesAt}). */
export function matchesSubject(match: RuleMatch, subject: RuleSubject, reading: ModelReading): boolean {
  return (
    !isOfPlace(match) &&
    (match.quotaCode === undefined || matchesName(match.quotaCode, subject.quotaCode)) &&
    (match.model === undefined || matchesModel(match.model, subject, reading)) &&
    (match.scope === undefined || match.scope === subject.scope) &&
    (match.dimension === undefined || match.dimension === subject.dimension) &&
    (match.kind === undefined || match.kind === subject.kind)
  );
}
