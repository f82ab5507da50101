import type { OwnMetric } from '../../aws/cloudwatch';
import { METRIC_DIMENSION, METRIC_NAMESPACE, METRICS, QUOTA_DIMENSION, QUOTA_METRIC } from '../../lib/contract';
import type { Evaluation } from '../../lib/core/findings/evaluation';
import { attemptsAt } from '../../lib/core/measure/spending';
import type { Found } from '../../lib/core/vocabulary/found';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';

/** Where the own metrics of a moment stand. */
export function ownMetricsOf({ watchdogName }: Pick<PollerConfig, 'watchdogName'>, at: EpochMinute) {
  return { namespace: METRIC_NAMESPACE, dimension: { name: METRIC_DIMENSION, value: watchdogName }, at };
}

function highest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

function utilizationsOf({ found }: Evaluation): Found[] {
  return found.filter(({ kind }) => kind === 'utilization');
}

/**
 * The watchdog's own metrics of one evaluation; they feed the alarms and the dashboard. While a part of the traffic could
 * not be read, what is low is unknown: it is left out, so that no alarm is told that all is well.
 */
export function toOwnMetrics(evaluation: Evaluation, quotas: readonly MappedQuota[]): OwnMetric[] {
  const { found, blindSpots, late, traffic } = evaluation;
  const utilizations = utilizationsOf(evaluation);
  const isBlind = evaluation.unread.traffic;
  const toPercent = (name: string, isDaily: boolean): OwnMetric[] => {
    const those = utilizations.filter((finding) => (finding.dimension === 'tokensPerDay') === isDaily);
    if (isBlind && those.every(({ severity }) => severity === 'ok')) return [];
    return [{ name, value: highest(those.map((finding) => finding.utilizationPercent)), unit: 'Percent' }];
  };
  const toCount = (name: string, value: number): OwnMetric[] =>
    isBlind && value === 0 ? [] : [{ name, value, unit: 'Count' }];
  const throttles = found.filter((f) => f.kind === 'throttled').reduce((sum, f) => sum + (f.usage?.value ?? 0), 0);
  const zeros = quotas.filter((quota) => quota.appliedValue === 0);
  return [
    ...toPercent(METRICS.highestUtilization, false),
    ...toPercent(METRICS.highestDailyUtilization, true),
    ...toCount(METRICS.throttles, throttles),
    ...toCount(METRICS.zeroQuotaRequests, attemptsAt(zeros, traffic, 'lookback')),
    { name: METRICS.zeroQuotas, value: zeros.length, unit: 'Count' },
    { name: METRICS.coverageErrors, value: blindSpots.length + (late ? 1 : 0), unit: 'Count' },
  ];
}

/** One metric for each quota with traffic; a quota of 0 has no percentage and so no metric. */
export function toQuotaMetrics(evaluation: Evaluation): OwnMetric[] {
  return utilizationsOf(evaluation).flatMap(({ quotaCode, utilizationPercent }) =>
    quotaCode === null || utilizationPercent === null
      ? []
      : [
          {
            name: QUOTA_METRIC,
            value: utilizationPercent,
            unit: 'Percent',
            dimension: { name: QUOTA_DIMENSION, value: quotaCode },
          },
        ],
  );
}
