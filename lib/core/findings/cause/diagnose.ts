import { nameModel } from '../../quotas/same-model';
import type { CauseKind, Confidence } from '../../vocabulary/finding';
import type { FoundCause } from '../../vocabulary/found';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCauseEvidence } from './cause-words';
import { type EvidenceSources, gatherEvidence, type Reserved, type ThrottledMinute } from './evidence';
import { heldPercentOf, impliedReservation, largestOutputOf } from './reservation';
import { type JudgedMinutes, judgeMinute, type MinuteVerdict, NEAR_ZERO_PERCENT, peakMinuteOf } from './verdict';

/** A cause with the quota that binds, where one does. */
export interface Diagnosis {
  readonly cause: FoundCause;
  readonly quota: MappedQuota | null;
  /** What the calls of the fullest minute are known to have reserved; `null` where the cause is no reservation. */
  readonly reserved: Reserved | null;
}

/**
 * What the kind of evidence is worth when it explains every throttle. The reservation is never counted by CloudWatch, a
 * day is an estimate, and shared capacity is what is left when nothing else fits.
 */
const BEST_CONFIDENCE: Readonly<Record<CauseKind, Confidence>> = {
  zeroQuota: 'high',
  tokensPerMinute: 'high',
  requestsPerMinute: 'high',
  tokensPerDay: 'medium',
  reservation: 'medium',
  burst: 'medium',
  capacity: 'low',
  unknown: 'low',
};

/** Kinds that rest on use being low: a use that is only a lower bound proves nothing of the sort. */
const RESTS_ON_LOW_USE: ReadonlySet<CauseKind> = new Set(['reservation', 'burst', 'capacity']);

/** Below this share of the throttles, another cause is as much at work. */
const MAIN_SHARE = 0.5;

function groupByVerdict(evidence: readonly ThrottledMinute[]): JudgedMinutes[] {
  const all = evidence.reduce((sum, { throttles }) => sum + throttles, 0);
  const groups = new Map<string, { verdict: MinuteVerdict; minutes: ThrottledMinute[]; throttles: number }>();
  for (const minute of evidence) {
    const verdict = judgeMinute(minute);
    const key = `${verdict.kind} ${verdict.quota?.quotaCode ?? ''}`;
    const group = groups.get(key) ?? { verdict, minutes: [], throttles: 0 };
    group.minutes.push(minute);
    group.throttles += minute.throttles;
    if ((verdict.evidence?.percent ?? 0) > (group.verdict.evidence?.percent ?? 0)) group.verdict = verdict;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, share: group.throttles / all }))
    .sort((a, b) => b.throttles - a.throttles);
}

/** A reservation that would have to be larger than any, or that only the smallness of the quota suggests. */
function isFarFetched(group: JudgedMinutes): boolean {
  const { kind, evidence } = group.verdict;
  if (kind !== 'reservation' || !evidence) return false;
  const minute = peakMinuteOf(group, evidence);
  return heldPercentOf(evidence) < NEAR_ZERO_PERCENT || impliedReservation(minute, evidence) > largestOutputOf(minute);
}

function confidenceOf(group: JudgedMinutes): Confidence {
  const { verdict, minutes, share } = group;
  const best = BEST_CONFIDENCE[verdict.kind];
  const isLowerBound =
    RESTS_ON_LOW_USE.has(verdict.kind) && minutes.some(({ provenance }) => provenance === 'lowerBound');
  if (isLowerBound || isFarFetched(group) || share < MAIN_SHARE) return 'low';
  return best === 'high' && share < 1 ? 'medium' : best;
}

/**
 * Why calls of a model were throttled. Each minute with throttles is judged by the evidence of that minute; the cause of
 * most throttles is the cause, and what else was at work is told. Never "daily" while the day is low, and never a quota
 * when use is near zero.
 * @returns `null` when the look-back holds no throttles.
 */
export function diagnoseThrottles(sources: EvidenceSources): Diagnosis | null {
  const { modelTraffic, quotas, measurements } = sources;
  const [main, ...others] = groupByVerdict(gatherEvidence(sources));
  if (!main) return null;
  const { kind, quota } = main.verdict;
  const unseen = quotas.filter(
    ({ quotaCode, variant, scope, modelIds }) =>
      variant !== null &&
      !measurements.some((measurement) => measurement.quota.quotaCode === quotaCode) &&
      scope === modelTraffic.scope &&
      nameModel(modelIds, modelTraffic.baseModelId),
  );
  return {
    quota,
    reserved: kind === 'reservation' ? (main.verdict.evidence?.reserved ?? null) : null,
    cause: {
      kind,
      confidence: confidenceOf(main),
      evidence: (words) => spellCauseEvidence(main, others, unseen, words),
    },
  };
}
