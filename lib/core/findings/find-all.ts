import type { IncreaseRequest } from '../quotas/increase-request';
import type { QuotaChange } from '../quotas/quota-change';
import { muteOfFinding } from '../rules/mute';
import type { Lateness } from '../traffic/echo';
import type { ModelTraffic, UnmappedUsage } from '../traffic/model-traffic';
import type { BlindSpot } from '../vocabulary/blind-spot';
import type { EpochMinute } from '../vocabulary/time';
import { findCoverage } from './coverage';
import { findLatePoints } from './late-points';
import { findMissedRuns } from './missed-runs';
import { findGroup, type MutedFinding } from './mute-findings';
import { findQuotaChanges } from './quota-changed';
import { findRefused } from './refused';
import { findRequests } from './requests';
import type { FindingSurroundings } from './surroundings';
import { findThrottles } from './throttled';
import { findUnmappedUsage } from './unmapped-usage';
import { findUtilization } from './utilization';
import { findBelowDefault, findZeroQuotas } from './zero-and-lowered';

/** What an evaluation saw beside its measurements. */
export interface Seen {
  readonly traffic: readonly ModelTraffic[];
  /** Traffic that no quota covers. */
  readonly unmapped: readonly UnmappedUsage[];
  readonly changes: readonly QuotaChange[];
  /** Open or not, as far as they are known. */
  readonly requests: readonly IncreaseRequest[];
  /** The clock of the evaluation before; `null` when there was none. */
  readonly evaluatedUntil: EpochMinute | null;
  readonly pace: number;
  readonly blindSpots: readonly BlindSpot[];
  /** `null`: CloudWatch is on time, as far as is known. */
  readonly late: Lateness | null;
}

/** All that is the matter, in no order. */
export function findAll(seen: Seen, surroundings: FindingSurroundings): MutedFinding[] {
  const { traffic, unmapped, changes, requests, evaluatedUntil, pace, blindSpots, late } = seen;
  const { measurements, quotas, now, region } = surroundings;
  const single = [
    ...measurements.map((measurement) => findUtilization(measurement, 'utilization', surroundings)),
    ...measurements
      .filter(({ quota }) => quota.scope === 'account')
      .map((measurement) => findUtilization(measurement, 'dailyPool', surroundings)),
    ...traffic.map((modelTraffic) => findThrottles(modelTraffic, surroundings)),
    ...unmapped.map((usage) => findUnmappedUsage(usage, region)),
    ...findRefused(surroundings),
    ...findQuotaChanges(changes, traffic, surroundings),
    ...findRequests(requests, quotas, now),
    ...findCoverage(blindSpots),
    late && findLatePoints(late, now),
    findMissedRuns({ now, evaluatedUntil, pace }, { blindSpots, late }),
  ].filter((one) => one !== null);
  return [
    ...single.map((found) => ({ found, mute: muteOfFinding(found, surroundings) })),
    ...findGroup('zeroQuota', (isLeftOut) => findZeroQuotas(traffic, surroundings, isLeftOut), surroundings),
    ...findGroup('belowDefault', (isLeftOut) => findBelowDefault(traffic, surroundings, isLeftOut), surroundings),
  ];
}
