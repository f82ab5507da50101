import { type Mute, muteOf } from '../rules/match-rules';
import type { MutingMoment } from '../rules/mute';
import { quotaSubject } from '../rules/subject';
import type { FindingKind } from '../vocabulary/finding';
import type { Found } from '../vocabulary/found';
import type { MappedQuota } from '../vocabulary/quota';
import { toMinute } from '../vocabulary/time';

/** A finding with the mute that holds for it. */
export interface MutedFinding {
  readonly found: Found;
  readonly mute: Mute | null;
}

function endOf({ until }: Mute): number {
  return until === null ? Number.POSITIVE_INFINITY : toMinute(until);
}

/**
 * A grouped finding without its muted quotas. When only muted quotas make it what it is, the whole group is shown, as
 * muted: it must neither be told as over nor vanish from the list. Of several mutes the one that ends first counts, for
 * then there is something to tell again.
 */
export function findGroup(
  kind: FindingKind,
  find: (isLeftOut: (quota: MappedQuota) => boolean) => Found | null,
  moment: MutingMoment,
): MutedFinding[] {
  const { rules, now } = moment;
  const whole = find(() => false);
  if (!whole) return [];
  if (rules.mutes.length === 0) return [{ found: whole, mute: null }];
  const mutes: Mute[] = [];
  const heard = find((quota) => {
    const mute = muteOf(rules, quotaSubject(quota, kind), now);
    if (mute) mutes.push(mute);
    return mute !== null;
  });
  if (heard && (heard.severity !== 'ok' || whole.severity === 'ok')) {
    // What mutes the group mutes each of its quotas, and none would be left.
    return [{ found: heard, mute: null }];
  }
  const [first = null] = mutes.sort((a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b)));
  return [{ found: whole, mute: first }];
}
