import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute } from '../vocabulary/time';
import { type Mute, muteOf } from './match-rules';
import type { AlertRules } from './rules';
import { type FindingSubject, findingSubject } from './subject';

/** What mutes are held against. */
export interface MutingMoment {
  readonly rules: AlertRules;
  readonly quotas: readonly MappedQuota[];
  readonly now: EpochMinute;
}

/** The mute of a finding as a whole; `null` when none holds. */
export function muteOfFinding(finding: FindingSubject, { rules, quotas, now }: MutingMoment): Mute | null {
  return rules.mutes.length === 0 ? null : muteOf(rules, findingSubject(finding, quotas), now);
}
