import type { ValueInForce } from '../quotas/value-in-force';
import type { AlertRules } from '../rules/rules';
import type { Thresholds } from '../vocabulary/severity';
import type { EpochMinute } from '../vocabulary/time';
import type { PlacedRefusals } from './cause';
import type { FallbackSources, IncreaseSources } from './remedies';

/** What a finding about one account and Region needs beside the measurements. */
export interface FindingSurroundings extends FallbackSources, IncreaseSources {
  /** The clock's minute. */
  readonly now: EpochMinute;
  /** For quotas that no rule gives others. */
  readonly thresholds: Thresholds;
  readonly rules: AlertRules;
  /** What a quota was worth in a minute. */
  readonly valueInForce: ValueInForce;
  /** What CloudTrail recorded of the last hours; empty: nothing, or it is not looked at. */
  readonly refusals: readonly PlacedRefusals[];
  /** Whether the mantle endpoint counted tokens in the last 24 hours. */
  readonly hasMantleTraffic: boolean;
}
