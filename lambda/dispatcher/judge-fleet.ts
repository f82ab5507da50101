import type { AlertEntries, AlertEvent } from '../../lib/core/alerts';
import { advanceAlertsByRules } from '../../lib/core/alerts/advance-by-rules';
import { findCoverage } from '../../lib/core/findings/coverage';
import { describe } from '../../lib/core/findings/tell';
import type { AlertRules } from '../../lib/core/rules/rules';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { Found } from '../../lib/core/vocabulary/found';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { EN } from '../../lib/language/en';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';

/** Under what rules, and when. */
export interface FleetMoment {
  readonly rules: AlertRules;
  readonly config: Pick<PollerConfig, 'language' | 'thresholds'>;
  readonly now: EpochMinute;
}

/** What is the matter with the fleet itself. */
export interface FleetTroubles {
  /** What failed. */
  readonly blindSpots: readonly BlindSpot[];
  /** Targets that cannot be read. */
  readonly unread: readonly Found[];
}

/** What the fleet itself cannot do, as alerts with a life of their own: targets that cannot be read, a list that fails. */
export function judgeFleet(
  previous: AlertEntries,
  { blindSpots, unread }: FleetTroubles,
  { rules, config, now }: FleetMoment,
): { readonly entries: AlertEntries; readonly events: readonly AlertEvent[] } {
  const readers = { programs: EN, people: wordsOf(config.language) };
  const described = [...unread, ...findCoverage(blindSpots)].map((found) => describe(found, readers));
  const report = { described, muted: new Map(), resting: new Set<string>() };
  return advanceAlertsByRules(previous, report, { rules, thresholds: config.thresholds, quotas: [], now });
}
