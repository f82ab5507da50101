import { type Mute, muteOf } from '../rules/match-rules';
import type { AlertRules } from '../rules/rules';
import { findingSubject, quotaSubject } from '../rules/subject';
import type { DescribedFinding, Finding, FindingKind } from '../vocabulary/finding';
import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/series';
import { toMinute } from '../vocabulary/time';

/** What mutes are held against. */
export interface MutingMoment {
  readonly rules: AlertRules;
  readonly quotas: readonly MappedQuota[];
  readonly now: EpochMinute;
}

/** A finding with the mute that holds for it. */
export interface MutedFinding {
  readonly described: DescribedFinding;
  /** The same finding with the words of the context's language; absent: English. */
  readonly spoken?: Finding;
  readonly mute: Mute | null;
}

function endOf({ until }: Mute): number {
  return until === null ? Number.POSITIVE_INFINITY : toMinute(until);
}

/** The mute of a finding as a whole; `null` when none holds. */
export function muteOfFinding({ finding }: DescribedFinding, { rules, quotas, now }: MutingMoment): Mute | null {
  return rules.mutes.length === 0 ? null : muteOf(rules, findingSubject(finding, quotas), now);
}

/**
 * A grouped finding without its muted quotas. When only muted quotas make it what it is, the whole group is shown, as
 * muted: it must neither be told as over nor vanish from the list. Of several mutes the one that ends first counts, for
 * then there is something to tell again.
 */
export function findGroup(
  kind: FindingKind,
  find: (isLeftOut: (quota: MappedQuota) => boolean) => DescribedFinding | null,
  moment: MutingMoment,
): MutedFinding[] {
  const { rules, now } = moment;
  const whole = find(() => false);
  if (!whole) return [];
  if (rules.mutes.length === 0) return [{ described: whole, mute: null }];
  const mutes: Mute[] = [];
  const heard = find((quota) => {
    const mute = muteOf(rules, quotaSubject(quota, kind), now);
    if (mute) mutes.push(mute);
    return mute !== null;
  });
  if (heard && (heard.finding.severity !== 'ok' || whole.finding.severity === 'ok')) {
    // What mutes the group mutes each of its quotas, and none would be left.
    return [{ described: heard, mute: null }];
  }
  const [first = null] = mutes.sort((a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b)));
  return [{ described: whole, mute: first }];
}
