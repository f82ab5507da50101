import type { Finding } from '../vocabulary/finding';
import type { Severity } from '../vocabulary/severity';
import type { FlappingPolicy } from './flapping';

/** Times and margins of the life cycle, in minutes, points of utilization and evaluations. */
export interface AlertPolicy extends FlappingPolicy {
  /** Until what is open is told again. */
  readonly reminderMinutes: number;
  /** The same for what is critical. */
  readonly criticalReminderMinutes: number;
  /** An open utilization clears only below the warning threshold less this margin. */
  readonly hysteresisPoints: number;
  /** The warning threshold of what a finding is about. */
  readonly warningPercentOf: (finding: Finding) => number;
  /** Whether something of this severity must wait: it is spoken of by the first evaluation that need not hold it back. */
  readonly isHeldBack: (severity: Severity) => boolean;
  /**
   * Whether a finding shows yesterday's number: it neither opens nor escalates nor is reminded of, at any severity, and
   * may only recover.
   */
  readonly isResting: (finding: Finding) => boolean;
  /** Whether the absence of a finding says nothing now: an alert that was told of then stays open. */
  readonly isUnseen: (finding: Finding) => boolean;
  /** A finding recovers when it was clear in this many evaluations, over at least the minutes of `clearMinutesOf`. */
  readonly clearEvaluations: number;
}

/** The policy in force unless the user says otherwise. */
export const DEFAULT_ALERT_POLICY: Omit<AlertPolicy, 'warningPercentOf'> = {
  reminderMinutes: 24 * 60,
  criticalReminderMinutes: 4 * 60,
  hysteresisPoints: 5,
  clearEvaluations: 2,
  clearMinutes: 15,
  maximumClearMinutes: 4 * 60,
  flappingMinutes: 6 * 60,
  isHeldBack: () => false,
  isResting: () => false,
  isUnseen: () => false,
};
