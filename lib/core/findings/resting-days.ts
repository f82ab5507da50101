import { type Measurement, toUtilizationPercent } from '../measure/measurement';
import { thresholdsFor } from '../rules/match-rules';
import type { AlertRules } from '../rules/rules';
import type { Found } from '../vocabulary/found';
import { minutesFrom } from '../vocabulary/minute-list';
import { rankOf, type Severity, severityOf, type Thresholds } from '../vocabulary/severity';
import type { EpochMinute } from '../vocabulary/time';

/** A daily finding that needs yesterday's tokens to be bad is spoken of only while calls are made: within this time. */
const CALLED_WITHIN_MINUTES = 60;

/** What resting is judged by. */
export interface RestingMoment {
  readonly now: EpochMinute;
  /** For quotas that no rule gives others. */
  readonly thresholds: Thresholds;
  readonly rules: AlertRules;
}

function isResting({ quota, day, limit, minutes }: Measurement, { now, thresholds, rules }: RestingMoment): boolean {
  if (!day) return false;
  const { utcDay, rolling24h } = day;
  const rankFor = (tokens: number) => {
    const percent = toUtilizationPercent(tokens, limit);
    // Of a zero quota any token is too many.
    const ofZero: Severity = tokens > 0 ? 'critical' : 'ok';
    return rankOf(percent === null ? ofZero : severityOf(percent, thresholdsFor(rules, quota, thresholds)));
  };
  const rank = rankFor(rolling24h.tokens);
  if (rankFor(utcDay.tokens) > rankOf('ok')) return false;
  const isYesterdays = rankFor(rolling24h.tokens - utcDay.tokens) >= rank;
  const isCalled = minutesFrom(minutes, now - CALLED_WITHIN_MINUTES).some(({ quotaTokens }) => quotaTokens > 0);
  return isYesterdays || !isCalled;
}

/**
 * Ids of the daily findings that rest. AWS documents neither reading of the day, so the larger is shown, and after UTC
 * midnight that is yesterday's number for hours. It is a reason to speak only where today makes it one: when the tokens
 * since midnight are bad alone, or lift what is left of yesterday to a severity it had not, while calls are made.
 * Else the finding rests: 97 % yesterday and nothing since says nothing today but that it is over, when the last 24 hours
 * are clear as well. Calls that are refused meanwhile are told by their `throttled` finding.
 */
export function findRestingDays(
  found: readonly Found[],
  measurements: readonly Measurement[],
  moment: RestingMoment,
): ReadonlySet<string> {
  const resting = new Set(
    measurements.filter((measurement) => isResting(measurement, moment)).map(({ quota }) => quota.quotaCode),
  );
  const isMeasured = ({ kind, quotaCode }: Found) =>
    (kind === 'utilization' || kind === 'dailyPool') && quotaCode !== null && resting.has(quotaCode);
  return new Set(found.filter(isMeasured).map(({ id }) => id));
}
