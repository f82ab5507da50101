import type { Evaluation } from '../findings/evaluation';
import type { Report } from '../findings/report';
import { ownersOf, thresholdsFor } from '../rules/match-rules';
import { muteOfFinding } from '../rules/mute';
import { isQuiet } from '../rules/quiet-hours';
import type { AlertRules } from '../rules/rules';
import { findingSubject } from '../rules/subject';
import { isLatePoints, isOfHiddenRefusals } from '../vocabulary/blind-spot';
import type { DescribedFinding, Finding } from '../vocabulary/finding';
import type { MappedQuota } from '../vocabulary/quota';
import type { Thresholds } from '../vocabulary/severity';
import type { EpochMinute } from '../vocabulary/time';
import type { AlertEntries } from './entry';
import { isNews, isOfTraffic } from './kinds';
import { type AlertEvent, advanceAlerts } from './lifecycle';
import { DEFAULT_ALERT_POLICY } from './policy';

/** Under what rules, and when, alerts go on. */
export interface DeliveryMoment {
  readonly rules: AlertRules;
  /** For quotas that no rule gives others. */
  readonly thresholds: Thresholds;
  readonly quotas: readonly MappedQuota[];
  readonly now: EpochMinute;
}

function warningPercentOf({ rules, thresholds, quotas }: DeliveryMoment): (finding: Finding) => number {
  const byCode = new Map(quotas.map((quota) => [quota.quotaCode, quota]));
  return ({ quotaCode }) => {
    const quota = quotaCode === null ? undefined : byCode.get(quotaCode);
    return (quota ? thresholdsFor(rules, quota, thresholds) : thresholds).warningPercent;
  };
}

/**
 * The life cycle of alerts under rules. What is muted is forgotten: it says nothing, not even that it is over, and opens
 * anew when the mute ends and it is still there; news of the time of the mute is never told. In quiet hours everything
 * but what is critical, or was told as critical, waits; what is over by their end was never told. A daily finding that
 * shows yesterday's number says nothing but that it is over. While CloudWatch is late nothing is over that its numbers would
 * have to show, and while refused calls cannot be read nothing that they would.
 */
export function advanceAlertsByRules(
  previous: AlertEntries,
  { described, muted, resting }: Pick<Report, 'described'> & Pick<Evaluation, 'muted' | 'resting'>,
  moment: DeliveryMoment,
): { entries: AlertEntries; events: AlertEvent[] } {
  const { rules, now } = moment;
  const isMutedNow = (one: DescribedFinding) =>
    muted.has(one.finding.id) || muteOfFinding(one.finding, moment) !== null;
  // News is led through the life cycle all the same, so that it counts as told when the mute ends.
  const heard = described.filter((one) => isNews(one.finding) || !isMutedNow(one));
  const kept = Object.entries(previous).filter(([, { last }]) => !isMutedNow(last));
  const isQuietNow = isQuiet(rules, now);
  const isLate = described.some(({ finding }) => isLatePoints(finding));
  const areRefusalsHidden = described.some(({ finding }) => isOfHiddenRefusals(finding));
  const { entries, events } = advanceAlerts(Object.fromEntries(kept), heard, now, {
    ...DEFAULT_ALERT_POLICY,
    warningPercentOf: warningPercentOf(moment),
    isHeldBack: (severity) => isQuietNow && severity !== 'critical',
    isResting: ({ id }) => resting.has(id),
    isUnseen: (finding) => (isLate && isOfTraffic(finding)) || (areRefusalsHidden && finding.kind === 'refused'),
  });
  return { entries, events: events.filter((event) => !isMutedNow(event)) };
}

/** The events of each topic that owns some of them, by ARN; the order of the events stays. */
export function groupByOwner(
  events: readonly AlertEvent[],
  { rules, quotas }: Pick<DeliveryMoment, 'rules' | 'quotas'>,
): Map<string, AlertEvent[]> {
  const byTopic = new Map<string, AlertEvent[]>();
  if (rules.owners.length === 0) return byTopic;
  for (const event of events) {
    for (const topicArn of ownersOf(rules, findingSubject(event.finding, quotas)))
      byTopic.set(topicArn, [...(byTopic.get(topicArn) ?? []), event]);
  }
  return byTopic;
}
