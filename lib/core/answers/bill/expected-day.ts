import { isDue, STATISTICS_PER_TICK, type Temperature, takeTemperatures } from '../../measure/reading-plan';
import type { ModelTraffic } from '../../traffic/model-traffic';
import { LISTING_INTERVAL_MINUTES, QUIET_EVALUATION_MINUTES } from '../../vocabulary/cadence';
import type { MappedQuota } from '../../vocabulary/quota';
import type { ModelSeries } from '../../vocabulary/series';
import { seriesKeyOf } from '../../vocabulary/series-key';
import { type EpochMinute, MINUTES_PER_DAY } from '../../vocabulary/time';
import type { DayCounts } from './monthly-amounts';

/** CloudWatch lists a series as recently active for so long after its last point. */
const RECENT_MINUTES = 180;

/** Metrics of a regular read: calls, throttles and the native estimate. */
const METRICS_PER_READ = 3;

/** Sources that are listed, a call each. */
const LISTINGS = 3;

/**
 * What one evaluation and one tick of benchmark `bill` took, as counted by the local account on 2026-11-27: 5,423 write units
 * in 765 evaluations, 1,584 read units in 1,440 ticks, 37 ms a tick.
 */
const PER_EVALUATION = { writeUnits: 5_423 / 765 };
const PER_TICK = { readUnits: 1_584 / 1_440, milliseconds: 37 };

/** The last day of an account and Region. */
export interface SeenDay {
  readonly series: readonly ModelSeries[];
  readonly traffic: readonly ModelTraffic[];
  readonly quotas: readonly MappedQuota[];
  /** Exclusive end of the day. */
  readonly until: EpochMinute;
}

/** The minutes in which a series is listed as active. */
function activeMinutes({ minutes }: ModelSeries, from: EpochMinute): ReadonlySet<EpochMinute> {
  const active = new Set<EpochMinute>();
  for (const { minute } of minutes) {
    for (let at = Math.max(from, minute); at < minute + RECENT_MINUTES; at++) active.add(at);
  }
  return active;
}

/**
 * What the watchdog would do in a day like the last one: an estimate, for its reads are planned over the traffic that was
 * seen, and what a tick writes is taken from a benchmark. No message is counted.
 */
export function expectDay({ series, traffic, quotas, until }: SeenDay): DayCounts {
  const from = until - MINUTES_PER_DAY;
  const watched = series.map((one) => ({ key: seriesKeyOf(one), active: activeMinutes(one, from) }));
  let temperatures: Record<string, Temperature> = {};
  let [statistics, batched, evaluations] = [0, 0, 0];
  for (let now = from; now < until; now++) {
    if (now % LISTING_INTERVAL_MINUTES === 0) temperatures = takeTemperatures(traffic, quotas, now);
    const due = watched.filter(
      ({ key, active }) => active.has(now) && isDue(now - 1, temperatures[key] ?? 'cold', now),
    ).length;
    const metrics = due * METRICS_PER_READ;
    if (metrics > STATISTICS_PER_TICK) batched += metrics;
    else statistics += metrics;
    if (due > 0 || now % QUIET_EVALUATION_MINUTES === 0) evaluations++;
  }
  return {
    calls: new Map([
      ['cloudwatch:GetMetricStatistics', statistics],
      ['cloudwatch:MetricsRequested', batched],
      ['cloudwatch:ListMetrics', (MINUTES_PER_DAY / LISTING_INTERVAL_MINUTES) * LISTINGS],
      ['cloudwatch:PutMetricData', evaluations],
      ['dynamodb:WriteUnits', evaluations * PER_EVALUATION.writeUnits],
      ['dynamodb:ReadUnits', MINUTES_PER_DAY * PER_TICK.readUnits],
    ]),
    ticks: MINUTES_PER_DAY,
    messages: 0,
    meanTickMs: PER_TICK.milliseconds,
    logBytes: 0,
  };
}
