import { countReading, type ReadingCost } from '../../aws/metric-points';
import type { SeriesHistory } from '../../lib/core/traffic/history';
import { LATE_POINT_GRACE_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { Connection } from './connection';
import { type EvaluatedRegion, evaluateReadings, type JudgingOptions } from './evaluate-region';
import { type QuotaReading, type QuotaReadingOptions, readQuotas } from './read-quotas';
import { readTraffic } from './read-usage';

/** Quotas are read again this often: they change in hours, and take 12 pages and more. */
const QUOTAS_REFRESH_MINUTES = 5;

/** A Region that is evaluated again and again over the same connection. */
export interface FollowedRegion {
  readonly region: string;
  /** Reads what is due, and evaluates. What could not be read is in the result. */
  evaluate(now: EpochMinute): Promise<EvaluatedRegion>;
  /** What a further evaluation reads of CloudWatch; `null` before the first one. */
  nextCost(): ReadingCost | null;
}

/**
 * Follows a Region: quotas every five minutes, of the series the minutes since the last read, and before them those whose
 * points may have been late.
 */
export function followRegion(
  connection: Connection,
  options: Omit<QuotaReadingOptions, 'now'> & JudgingOptions,
): FollowedRegion {
  let quotas: { readonly reading: QuotaReading; readonly at: EpochMinute } | null = null;
  let known: ReadonlyMap<string, SeriesHistory> = new Map();
  let cost: ReadingCost | null = null;
  const { region } = connection;
  return {
    region,
    nextCost: () => cost,
    async evaluate(now) {
      const isDue = quotas === null || now - quotas.at >= QUOTAS_REFRESH_MINUTES;
      const [reading, usage] = await Promise.all([
        quotas === null || isDue ? readQuotas(connection, { ...options, now }) : quotas.reading,
        readTraffic(connection, now, { progress: options.progress, known }),
      ]);
      // A reading that failed is made again at the next evaluation.
      if (isDue && reading.fatal === null) quotas = { reading, at: now };
      if (usage.fatal === null) known = usage.histories;
      const again = { from: now - LATE_POINT_GRACE_MINUTES, until: now };
      cost = countReading(usage.listed.map((series) => ({ ...series, ...again })));
      const judged = evaluateReadings({ quotas: reading, usage }, { ...options, region, now });
      return { connection, quotas: reading, usage, ...judged };
    },
  };
}
