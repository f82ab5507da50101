import type { MappedQuota } from '../vocabulary/quota';
import type { Thresholds } from '../vocabulary/severity';
import { type EpochMinute, toMinute } from '../vocabulary/time';
import { exactnessOf } from './pattern';
import type { AlertRules, MuteRule, RuleMatch } from './rules';
import { matchesSubject, quotaSubject, type RuleSubject } from './subject';

/** Why something is not told, and until when. */
export interface Mute {
  readonly reason: string;
  /** ISO time as the rule gives it; `null`: until the rule is removed. */
  readonly until: string | null;
}

/** How closely a match names quotas, as numbers compared from the first on. */
function specificityOf({ quotaCode, model, scope, dimension }: RuleMatch): readonly number[] {
  const others = Number(scope !== undefined) + Number(dimension !== undefined);
  return [exactnessOf(quotaCode), exactnessOf(model), others];
}

function compareSpecificity(a: RuleMatch, b: RuleMatch): number {
  const other = specificityOf(b);
  return (
    specificityOf(a)
      .map((value, index) => value - (other[index] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

/**
 * The thresholds of a quota: those of the most specific rule that matches ({@link ThresholdRule} has the order), what
 * it leaves out from `defaults`.
 */
export function thresholdsFor(rules: AlertRules, quota: MappedQuota, defaults: Thresholds): Thresholds {
  const subject = quotaSubject(quota);
  const [rule] = rules.thresholds
    .filter(({ match }) => matchesSubject(match, subject, 'anyModel'))
    .reverse()
    .sort((a, b) => compareSpecificity(b.match, a.match));
  return {
    warningPercent: rule?.warningPercent ?? defaults.warningPercent,
    criticalPercent: rule?.criticalPercent ?? defaults.criticalPercent,
  };
}

function endOf({ until }: MuteRule): number {
  return until === undefined ? Number.POSITIVE_INFINITY : toMinute(until);
}

/**
 * The mute that holds for a subject, of several the one that lasts longest; `null` when none does. A model must be all
 * the subject is about, so that no other model is silenced with it; `coverage` must be named as the kind.
 */
export function muteOf(rules: AlertRules, subject: RuleSubject, now: EpochMinute): Mute | null {
  const [mute] = rules.mutes
    .filter((rule) => now < endOf(rule))
    .filter(({ match }) => subject.kind !== 'coverage' || match.kind === 'coverage')
    .filter(({ match }) => matchesSubject(match, subject, 'onlyThese'))
    .sort((a, b) => (endOf(a) === endOf(b) ? 0 : endOf(b) - endOf(a)));
  return mute ? { reason: mute.reason, until: mute.until ?? null } : null;
}

/** Whether a subject is muted; for a quota of a grouped finding, ask with `quotaSubject(quota, kind)`. */
export function isMuted(rules: AlertRules, subject: RuleSubject, now: EpochMinute): boolean {
  return muteOf(rules, subject, now) !== null;
}

/** ARNs of the topics that own a subject, each once, in the order of the rules; one model that takes part is enough. */
export function ownersOf(rules: AlertRules, subject: RuleSubject): string[] {
  const owners = rules.owners.filter(({ match }) => matchesSubject(match, subject, 'anyModel'));
  return [...new Set(owners.map(({ topicArn }) => topicArn))];
}
