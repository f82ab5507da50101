import type { DescribedFinding } from '../vocabulary/finding';
import type { Severity } from '../vocabulary/severity';
import type { EpochMinute } from '../vocabulary/time';
import type { Recurrence } from './flapping';

/** What is remembered of a finding between evaluations. */
export interface AlertEntry {
  /** Consecutive evaluations that showed it clear, and the first of them. */
  readonly clear: number;
  readonly clearSince: EpochMinute | null;
  readonly since: EpochMinute;
  /** `null` until it is spoken of, and when it is over. */
  readonly spokenAt: EpochMinute | null;
  /** The worst severity spoken of. */
  readonly severity: Severity;
  /** The last bad state, told again when it recovers; without its words when it is over. */
  readonly last: DescribedFinding;
  /** Absent in entries of older versions: it never came back. */
  readonly flapping?: Recurrence;
  /** It recovered, and is only kept to know it again when it comes back soon. Absent: it did not. */
  readonly isOver?: boolean;
}

/** Alert entries by finding id. */
export type AlertEntries = Readonly<Record<string, AlertEntry>>;
