import type { Place } from '../../core/vocabulary/place';
import type { Severity } from '../../core/vocabulary/severity';
import type { EpochMinute } from '../../core/vocabulary/time';
import type { SafeHtml } from '../markup/html';

/** An account in a Region, as a row shows it. */
export interface TargetRow {
  readonly place: Place;
  readonly severity: Severity;
  /** What is open, by severity. */
  readonly counts: Readonly<Record<'critical' | 'warning' | 'unknown', number>>;
  /** What to look at first; `null`: nothing is open. */
  readonly worst: { readonly subject: string; readonly percent: number | null } | null;
  /** When it was last seen; `null`: it never was, or that is not known. */
  readonly seenAt: EpochMinute | null;
  /** Why it cannot be seen, in short and as AWS says it, in the reader's language; `null`: it can. */
  readonly why: { readonly reason: string; readonly said: string } | null;
  /** The name of the account as it stands in the row; it may lead to the target. */
  readonly heading: SafeHtml;
}
