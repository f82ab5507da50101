import { type AlertEntries, type AlertEvent, advanceAlerts, DEFAULT_ALERT_POLICY } from '../../lib/core/alerts';
import { findCoverage } from '../../lib/core/findings/coverage';
import { describe } from '../../lib/core/findings/tell';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { Words } from '../../lib/core/words/words';
import { EN } from '../../lib/language/en';

/** What the fleet itself cannot do, as alerts with a life of their own: targets that cannot be read, a list that fails. */
export function judgeFleet(
  previous: AlertEntries,
  blindSpots: readonly BlindSpot[],
  now: EpochMinute,
  words: Words,
): { readonly entries: AlertEntries; readonly events: readonly AlertEvent[] } {
  const described = findCoverage(blindSpots).map((found) => describe(found, { programs: EN, people: words }));
  return advanceAlerts(previous, described, now, DEFAULT_ALERT_POLICY);
}
