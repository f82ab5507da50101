import { isEndedRequest } from '../findings/requests';
import { isLatePoints, isMissedRuns, isOfStored } from '../vocabulary/blind-spot';
import { BLIND_BEFORE_TOLD_MINUTES } from '../vocabulary/cadence';
import type { Finding, FindingKind } from '../vocabulary/finding';

/**
 * Minutes a finding must last before it is spoken of. A failed read is no news when the next one succeeds; points count as
 * late when they have been so for long.
 */
export function openingMinutesOf(finding: Finding): number {
  return finding.kind === 'coverage' && !isLatePoints(finding) ? BLIND_BEFORE_TOLD_MINUTES : 0;
}

/** Kinds whose being clear is read from the traffic: nothing to see is a good sign only while CloudWatch shows all. */
const TRAFFIC_KINDS: ReadonlySet<FindingKind> = new Set([
  'utilization',
  'throttled',
  'dailyPool',
  'zeroQuota',
  'unmappedUsage',
]);

/** Whether a finding is over when the traffic says so. */
export function isOfTraffic({ kind }: Finding): boolean {
  return TRAFFIC_KINDS.has(kind);
}

/** Kinds that tell how the account is set up, not what happens now: a reminder a day is enough at any severity. */
const STANDING_KINDS: ReadonlySet<FindingKind> = new Set([
  'zeroQuota',
  'belowDefault',
  'unmappedUsage',
  'request',
  'coverage',
]);

/** Kinds that tell what happened, not what is: each is told once, at any severity, and neither recurs nor recovers. */
const NEWS_KINDS: ReadonlySet<FindingKind> = new Set(['quotaChanged']);

/** Whether a finding tells what happened. */
export function isNews(finding: Finding): boolean {
  return NEWS_KINDS.has(finding.kind) || isMissedRuns(finding) || isOfStored(finding) || isEndedRequest(finding);
}

/** Whether reminders of a finding are due after the time of critical ones. */
export function isUrgent({ kind, severity }: Finding): boolean {
  return severity === 'critical' && !STANDING_KINDS.has(kind);
}

/** The account pool's utilization is told by its `dailyPool` finding, not twice. */
export function isSpokenOf({ kind, scope }: Finding): boolean {
  return !(kind === 'utilization' && scope === 'account');
}
