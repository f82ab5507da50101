import { METRICS } from '../lib/contract';
import type { Evaluation } from '../lib/core/evaluate';
import type { MappedQuota } from '../lib/core/quota';
import type { OwnMetric } from './aws/cloudwatch';

function highest(values: readonly (number | null)[]): number {
  return Math.max(0, ...values.filter((value) => value !== null));
}

/** The watchdog's own metrics of one evaluation; they feed the alarms and the dashboard. */
export function toOwnMetrics(evaluation: Evaluation, quotas: readonly MappedQuota[]): OwnMetric[] {
  const { findings, coverage } = evaluation.document;
  const utilizations = findings.filter((finding) => finding.kind === 'utilization');
  const percentOf = (isDaily: boolean) =>
    highest(utilizations.filter((f) => (f.dimension === 'tokensPerDay') === isDaily).map((f) => f.utilizationPercent));
  const throttles = findings.filter((f) => f.kind === 'throttled').reduce((sum, f) => sum + (f.usage?.value ?? 0), 0);
  return [
    { name: METRICS.highestUtilization, value: percentOf(false), unit: 'Percent' },
    { name: METRICS.highestDailyUtilization, value: percentOf(true), unit: 'Percent' },
    { name: METRICS.throttles, value: throttles, unit: 'Count' },
    { name: METRICS.zeroQuotas, value: quotas.filter((quota) => quota.appliedValue === 0).length, unit: 'Count' },
    { name: METRICS.coverageErrors, value: coverage.errors.length, unit: 'Count' },
  ];
}
