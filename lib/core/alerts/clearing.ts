import type { Finding } from '../vocabulary/finding';
import type { EpochMinute } from '../vocabulary/time';
import type { AlertEntry } from './entry';
import { clearMinutesOf, NEVER_FLAPPED } from './flapping';
import { isSpokenOf } from './kinds';
import type { AlertPolicy } from './policy';

/** Whether an evaluation shows something to speak of. */
export function isBad(finding: Finding): boolean {
  return finding.severity !== 'ok' && isSpokenOf(finding);
}

/** Whether a finding is no longer bad, but too near to it to be over. */
export function isHeldOpen(finding: Finding, policy: AlertPolicy): boolean {
  const percent = finding.utilizationPercent;
  return (
    isSpokenOf(finding) && percent !== null && percent >= policy.warningPercentOf(finding) - policy.hysteresisPoints
  );
}

/** The clear evaluations of an entry, the one of `now` among them. */
export function countClear(
  { clear, clearSince }: AlertEntry,
  now: EpochMinute,
): { readonly clear: number; readonly clearSince: EpochMinute } {
  return { clear: clear + 1, clearSince: clearSince ?? now };
}

/** Whether an entry that `now` shows clear was so often and long enough to be over. */
export function isClearEnough(entry: AlertEntry, now: EpochMinute, policy: AlertPolicy): boolean {
  const { clear, clearSince } = countClear(entry, now);
  const minutes = clearMinutesOf(entry.flapping ?? NEVER_FLAPPED, policy);
  return clear >= policy.clearEvaluations && now - clearSince >= minutes;
}
