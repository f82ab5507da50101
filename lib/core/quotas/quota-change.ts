import type { MappedQuota } from '../vocabulary/quota';
import { type EpochMinute, MINUTES_PER_DAY } from '../vocabulary/time';

/** One quota that Service Quotas shows otherwise than before. */
export interface QuotaChange {
  /** The clock of the read that showed it; all changes of one read share it. */
  readonly at: EpochMinute;
  /** `null`: the row is new. */
  readonly before: MappedQuota | null;
  /** `null`: the row is gone, or its name is no inference quota's any more. */
  readonly after: MappedQuota | null;
  /** The name of a row that is listed still, but as no inference quota; else `null`. */
  readonly nowNamed: string | null;
}

/** A quota of an earlier read that is listed no more, or only under a name that no inference quota has. */
export interface LostQuota {
  readonly quota: MappedQuota;
  readonly nowNamed: string | null;
}

/** Minutes a change is kept: whatever goes wrong between reading and speaking, a day is time to make up for it. */
export const CHANGE_LIFETIME_MINUTES = MINUTES_PER_DAY;

/** A default that was not known, or is not, says nothing of a change. */
function hasOtherDefault(before: MappedQuota, after: MappedQuota): boolean {
  return before.defaultValue !== null && after.defaultValue !== null && before.defaultValue !== after.defaultValue;
}

/** Only what AWS says of a quota counts: mapping and parsed name change with an override or a release of ours, too. */
function isChanged(before: MappedQuota, after: MappedQuota): boolean {
  return (
    before.appliedValue !== after.appliedValue ||
    before.adjustable !== after.adjustable ||
    before.quotaName !== after.quotaName ||
    hasOtherDefault(before, after)
  );
}

/**
 * What changed between two reads, by quota code. Both lists hold what is known, so a quota that a failed page hides stands
 * in both; which quotas are lost for good is for the caller to say.
 * @param isNewCode whether a code that `before` lacks was in no earlier listing either.
 */
export function compareQuotas(
  before: readonly MappedQuota[],
  after: readonly MappedQuota[],
  { at, lost, isNewCode }: { at: EpochMinute; lost: readonly LostQuota[]; isNewCode: (quotaCode: string) => boolean },
): QuotaChange[] {
  const known = new Map(before.map((quota) => [quota.quotaCode, quota]));
  const shown = after.flatMap((quota): QuotaChange[] => {
    const earlier = known.get(quota.quotaCode) ?? null;
    const isNews = earlier ? isChanged(earlier, quota) : isNewCode(quota.quotaCode);
    return isNews ? [{ at, before: earlier, after: quota, nowNamed: null }] : [];
  });
  return [...shown, ...lost.map(({ quota, nowNamed }) => ({ at, before: quota, after: null, nowNamed }))];
}

/** The changes to remember after a read at `now`: the new ones, and those of the last day. */
export function keepChanges(
  previous: readonly QuotaChange[],
  fresh: readonly QuotaChange[],
  now: EpochMinute,
): QuotaChange[] {
  return [...previous.filter(({ at }) => now - at < CHANGE_LIFETIME_MINUTES), ...fresh];
}
