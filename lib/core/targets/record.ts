import type { Statement } from '../vocabulary/statement';
import type { EpochMinute } from '../vocabulary/time';
import type { OpenAlerts } from './open-alerts';
import type { TargetPlace } from './target';

/** What the last look at a target left for whoever plans the next one, and for the watchdog's own metrics. */
export interface TargetRecord {
  readonly target: TargetPlace;
  /** Minutes between two looks. */
  readonly every: number;
  /** Looks in a row that saw nothing. */
  readonly misses: number;
  /** Why the last look saw nothing; `null`: it saw something. */
  readonly why: Statement | null;
  /** When it was last looked at. */
  readonly triedAt: EpochMinute;
  /** Of its last evaluation; `null`: there was none. */
  readonly evaluatedAt: EpochMinute | null;
  /** Own metrics of that evaluation, by name; what was unknown then is left out. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Of the last look that saw something; absent in records of older versions, and before the first. */
  readonly open?: OpenAlerts;
}

/** From so many misses in a row on, that a target cannot be read is told. */
export const TOLD_MISSES = 3;
