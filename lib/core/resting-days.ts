import type { DescribedFinding } from './finding';
import type { Measurement } from './measurement';
import type { PoolMinute } from './pool';
import { utcMidnight } from './time';
import type { EpochMinute } from './usage';

function isActive(minute: PoolMinute): boolean {
  const { quotaTokens, invocations, throttles, clientErrors, serverErrors } = minute;
  return quotaTokens + invocations + throttles + clientErrors + serverErrors > 0;
}

/**
 * Ids of the daily findings that rest: nobody called what they are about since UTC midnight, refused calls included. What
 * they show is yesterday's number: at most it falls, so it is no reason to speak, and nobody is there to be refused. Where
 * somebody calls, the last 24 hours count as they stand, for AWS may read the day so.
 */
export function findRestingDays(
  described: readonly DescribedFinding[],
  measurements: readonly Measurement[],
  now: EpochMinute,
): ReadonlySet<string> {
  const midnight = utcMidnight(now);
  const resting = new Set(
    measurements
      .filter(({ day, minutes }) => day && !minutes.some((one) => one.minute >= midnight && isActive(one)))
      .map(({ quota }) => quota.quotaCode),
  );
  return new Set(
    described
      .map(({ finding }) => finding)
      .filter(({ kind, quotaCode }) => (kind === 'utilization' || kind === 'dailyPool') && resting.has(quotaCode ?? ''))
      .map(({ id }) => id),
  );
}
