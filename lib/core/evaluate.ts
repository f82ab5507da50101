import { type CoverageError, findCoverage, findUnmappedUsage } from './blind-spot-findings';
import type { CheckDocument, DescribedFinding } from './finding';
import { measureQuota } from './measurement';
import { minutesFrom, type Pool, type PoolResolution, toPools } from './pool';
import type { MappedQuota } from './quota';
import { findBelowDefault, findZeroQuotas } from './quota-state-findings';
import { rankOf, type Thresholds } from './severity';
import { findThrottles } from './throttled-finding';
import { toIso } from './time';
import type { EpochMinute, ModelSeries } from './usage';
import { describeMeasurement, type FindingSurroundings } from './utilization-finding';

/** All an evaluation needs; it asks nothing else, so the same input gives the same answer. */
export interface EvaluationInput {
  readonly accountId: string | null;
  readonly region: string;
  /** The clock's minute; it is not complete and does not count. */
  readonly now: EpochMinute;
  /** How far back per-minute quotas, throttles and attempts are looked at. Daily quotas always look at the day. */
  readonly lookbackMinutes: number;
  /** First minute to look at of metric ModelIds whose look-back must begin earlier: their last read was longer ago. */
  readonly lookFrom?: ReadonlyMap<string, EpochMinute>;
  readonly quotas: readonly MappedQuota[];
  /** Per metric ModelId, the last 1,440 minutes. */
  readonly series: readonly ModelSeries[];
  readonly resolve: (modelId: string) => PoolResolution;
  readonly thresholds: Thresholds;
  readonly errors: readonly CoverageError[];
}

/** The public document and the words that go with its findings, in the same order. */
export interface Evaluation {
  readonly document: CheckDocument;
  readonly described: readonly DescribedFinding[];
  readonly pools: readonly Pool[];
}

function isNotNull<T>(value: T | null): value is T {
  return value !== null;
}

function byWorstFirst(a: DescribedFinding, b: DescribedFinding): number {
  return (
    rankOf(b.finding.severity) - rankOf(a.finding.severity) ||
    (b.finding.utilizationPercent ?? -1) - (a.finding.utilizationPercent ?? -1) ||
    a.finding.id.localeCompare(b.finding.id, 'en')
  );
}

/** The whole judgement of one account and Region at one moment: findings worst first, and what could not be seen. */
export function evaluate(input: EvaluationInput): Evaluation {
  const { now } = input;
  const from = now - input.lookbackMinutes;
  const fromOf = (modelId: string) => Math.min(from, input.lookFrom?.get(modelId) ?? from);
  const { pools, unmapped } = toPools(input.series, input.resolve, { until: now, fromOf });
  const measurements = input.quotas.map((quota) => measureQuota(quota, pools, now)).filter(isNotNull);
  const surroundings: FindingSurroundings = {
    region: input.region,
    now,
    thresholds: input.thresholds,
    quotas: input.quotas,
    measurements,
  };
  const described = [
    ...measurements.map((measurement) => describeMeasurement(measurement, 'utilization', surroundings)),
    ...measurements
      .filter(({ quota }) => quota.scope === 'account')
      .map((measurement) => describeMeasurement(measurement, 'dailyPool', surroundings)),
    ...pools.map((pool) => findThrottles(pool, surroundings)),
    findZeroQuotas(pools, surroundings),
    findBelowDefault(pools, surroundings),
    ...unmapped.map((usage) => findUnmappedUsage(usage, input.region)),
    ...findCoverage(input.errors),
  ]
    .filter(isNotNull)
    .sort(byWorstFirst);
  const activeCallers = pools.flatMap((pool) =>
    pool.callers.filter((caller) => minutesFrom(caller.minutes, pool.lookFrom).length > 0),
  );
  const activeUnmapped = unmapped.filter((usage) => usage.recent.length > 0);
  const mappedModelIds = activeCallers.map((caller) => caller.modelId).sort();
  const unmappedModelIds = activeUnmapped.map((usage) => usage.modelId).sort();
  return {
    pools,
    described,
    document: {
      schemaVersion: 1,
      accountId: input.accountId,
      region: input.region,
      evaluatedAt: toIso(now),
      findings: described.map(({ finding }) => finding),
      coverage: {
        activeModelIds: [...mappedModelIds, ...unmappedModelIds].sort(),
        mappedModelIds,
        unmappedModelIds,
        errors: input.errors.map(({ source, message }) => `${source}: ${message}`),
      },
    },
  };
}
