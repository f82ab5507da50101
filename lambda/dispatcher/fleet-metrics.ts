import type { OwnMetric } from '../../aws/cloudwatch';
import { METRICS, REGION_DIMENSION, REGION_METRICS } from '../../lib/contract';
import { IDLE_MINUTES, type TargetRecord } from '../../lib/core/targets';
import type { EpochMinute } from '../../lib/core/vocabulary/time';

/** Minutes after which what a target said last is no news of it: two looks at an idle one, and some to spare. */
const FORGOTTEN_MINUTES = 2 * IDLE_MINUTES + 5;

/** How the numbers of targets become one. */
const METRIC_KINDS = [
  { name: METRICS.highestUtilization, unit: 'Percent', isHighest: true },
  { name: METRICS.highestDailyUtilization, unit: 'Percent', isHighest: true },
  { name: METRICS.throttles, unit: 'Count', isHighest: false },
  { name: METRICS.zeroQuotas, unit: 'Count', isHighest: false },
  { name: METRICS.zeroQuotaRequests, unit: 'Count', isHighest: false },
  { name: METRICS.coverageErrors, unit: 'Count', isHighest: false },
] as const;

/**
 * The watchdog's own metrics for all its targets: the highest of percentages, the sum of counts. A target that was not read
 * for long, or never, adds nothing but its miss, for what it would say is unknown.
 */
export function toFleetMetrics(records: Iterable<TargetRecord>, now: EpochMinute): OwnMetric[] {
  const all = [...records];
  const seen = all.filter(({ evaluatedAt }) => evaluatedAt !== null && now - evaluatedAt <= FORGOTTEN_MINUTES);
  const missed = all.filter(({ misses }) => misses > 0).length;
  return METRIC_KINDS.flatMap(({ name, unit, isHighest }) => {
    const own = name === METRICS.coverageErrors && missed > 0 ? [missed] : [];
    const values = [...seen.map(({ metrics }) => metrics[name]).filter((value) => value !== undefined), ...own];
    if (values.length === 0) return [];
    const value = isHighest ? Math.max(...values) : values.reduce((sum, one) => sum + one, 0);
    return [{ name, value, unit }];
  });
}

/** Those of each Region that are asked for, each of the targets there. */
export function toRegionMetrics(records: Iterable<TargetRecord>, now: EpochMinute): OwnMetric[] {
  const byRegion = new Map<string, TargetRecord[]>();
  for (const record of records) {
    const { region } = record.target;
    byRegion.set(region, [...(byRegion.get(region) ?? []), record]);
  }
  return [...byRegion].flatMap(([region, some]) =>
    toFleetMetrics(some, now)
      .filter(({ name }) => REGION_METRICS.includes(name))
      .map((metric) => ({ ...metric, dimension: { name: REGION_DIMENSION, value: region } })),
  );
}
