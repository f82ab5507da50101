import { EN } from '../../language/en';
import { type Language, wordsOf } from '../../language/language';
import type { QuotaChange } from '../quotas/quota-change';
import { muteOfFinding } from '../rules/mute';
import type { Lateness } from '../traffic/echo';
import type { ModelTraffic, UnmappedUsage } from '../traffic/model-traffic';
import type { BlindSpot } from '../vocabulary/blind-spot';
import type { DescribedFinding } from '../vocabulary/finding';
import type { EpochMinute } from '../vocabulary/time';
import { findCoverage, findUnmappedUsage } from './coverage';
import { findLatePoints } from './late-points';
import { findMissedRuns } from './missed-runs';
import { findGroup, type MutedFinding } from './mute-findings';
import { findQuotaChanges } from './quota-changed';
import type { FindingSurroundings } from './surroundings';
import { findThrottles } from './throttled';
import { describeMeasurement } from './utilization';
import { findBelowDefault, findZeroQuotas } from './zero-and-lowered';

/** What an evaluation found its way to before anything is put into words. */
export interface Seen {
  readonly traffic: readonly ModelTraffic[];
  /** Traffic that no quota covers. */
  readonly unmapped: readonly UnmappedUsage[];
  readonly changes: readonly QuotaChange[];
  /** The clock of the evaluation before; `null` when there was none. */
  readonly evaluatedUntil: EpochMinute | null;
  readonly blindSpots: readonly BlindSpot[];
  /** `null`: CloudWatch is on time, as far as is known. */
  readonly late: Lateness | null;
}

type Surroundings = Omit<FindingSurroundings, 'words'>;

/** All findings in the language of the surroundings, in no order. */
function findIn(seen: Seen, surroundings: FindingSurroundings): MutedFinding[] {
  const { traffic, unmapped, changes, evaluatedUntil, blindSpots, late } = seen;
  const { measurements, words, now } = surroundings;
  const single = [
    ...measurements.map((measurement) => describeMeasurement(measurement, 'utilization', surroundings)),
    ...measurements
      .filter(({ quota }) => quota.scope === 'account')
      .map((measurement) => describeMeasurement(measurement, 'dailyPool', surroundings)),
    ...traffic.map((modelTraffic) => findThrottles(modelTraffic, surroundings)),
    ...unmapped.map((usage) => findUnmappedUsage(usage, surroundings)),
    ...findQuotaChanges(changes, traffic, surroundings),
    ...findCoverage(blindSpots, words),
    late && findLatePoints(late, now, words),
    findMissedRuns({ now, evaluatedUntil }, { blindSpots, late, words }),
  ].filter((one) => one !== null);
  return [
    ...single.map((described) => ({ described, mute: muteOfFinding(described, surroundings) })),
    ...findGroup('zeroQuota', (isLeftOut) => findZeroQuotas(traffic, surroundings, isLeftOut), surroundings),
    ...findGroup('belowDefault', (isLeftOut) => findBelowDefault(traffic, surroundings, isLeftOut), surroundings),
  ];
}

/** The public finding with the words of another language for people. */
function translate({ described: { finding }, mute }: MutedFinding, spoken: DescribedFinding | undefined): MutedFinding {
  if (!spoken) throw new RangeError(`the finding ${finding.id} is not found in every language`);
  const context = { ...spoken.context, remedies: spoken.finding.remedies };
  return { described: { finding, context }, spoken: spoken.finding, mute };
}

/** All findings: public ones in English, for programs read them, and what people read in their language. */
export function findAll(seen: Seen, surroundings: Surroundings, language: Language): MutedFinding[] {
  const found = findIn(seen, { ...surroundings, words: EN });
  if (language === 'en') return found;
  const spoken = findIn(seen, { ...surroundings, words: wordsOf(language) });
  const byId = new Map(spoken.map(({ described }) => [described.finding.id, described]));
  return found.map((one) => translate(one, byId.get(one.described.finding.id)));
}
