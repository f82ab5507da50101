import type { Finding, FindingKind } from './finding';
import { isMissedRuns } from './missed-runs';

/** Minutes a finding must last before it is spoken of. A failed read is no news when the next one succeeds. */
export function openingMinutesOf({ kind }: Finding): number {
  return kind === 'coverage' ? 10 : 0;
}

/** Kinds that tell how the account is set up, not what happens now: a reminder a day is enough at any severity. */
const STANDING_KINDS: ReadonlySet<FindingKind> = new Set(['zeroQuota', 'belowDefault', 'unmappedUsage', 'coverage']);

/** Kinds that tell what happened, not what is: each is told once, at any severity, and neither recurs nor recovers. */
const NEWS_KINDS: ReadonlySet<FindingKind> = new Set(['quotaChanged']);

/** Whether a finding tells what happened. */
export function isNews(finding: Finding): boolean {
  return NEWS_KINDS.has(finding.kind) || isMissedRuns(finding);
}

/** Whether reminders of a finding are due after the time of critical ones. */
export function isUrgent({ kind, severity }: Finding): boolean {
  return severity === 'critical' && !STANDING_KINDS.has(kind);
}

/** The account pool's utilization is told by its `dailyPool` finding, not twice. */
export function isSpokenOf({ kind, scope }: Finding): boolean {
  return !(kind === 'utilization' && scope === 'account');
}
