import type { Evaluation } from '../../findings/evaluation';
import type { ModelAvailability } from '../../quotas/model-availability';
import type { AlarmState, ModelLifecycle, Recipient, TrailState } from '../../vocabulary/account-state';
import type { BlindSpot, Read } from '../../vocabulary/blind-spot';
import type { MappedQuota } from '../../vocabulary/quota';
import type { RuleProblem } from '../../vocabulary/rule-problem';
import type { EpochMinute } from '../../vocabulary/time';
import type { BillLine } from '../bill';
import type { FollowedRequest } from '../increase';

/** What a watchdog could not say yet, or never. */
export interface OutboxHealth {
  /** Runs whose messages wait. */
  readonly waiting: number;
  /** The oldest of them; `null`: nothing waits. */
  readonly since: EpochMinute | null;
  /** Messages that were refused for good and are kept in the table. */
  readonly aside: number;
  /** The newest of them; `at` is the time of its run, `why` what was said when it was refused. */
  readonly lastAside: { readonly at: EpochMinute | null; readonly subject: string; readonly why: string } | null;
}

/** A watchdog that is deployed; what could not be read has its blind spots. */
export interface DeployedWatchdog {
  readonly kind: 'deployed';
  readonly stack: string;
  /** Of the newest own point in the last hours; `null`: there is none. */
  readonly lastRun: Read<EpochMinute | null>;
  readonly alarms: Read<readonly AlarmState[]>;
  readonly recipients: Read<readonly Recipient[]>;
  /** What is wrong with the rules in Parameter Store. */
  readonly ruleProblems: Read<readonly RuleProblem[]>;
  /** Messages that Lambda did not take; `null`: no queue reported any. */
  readonly deadLetters: Read<number | null>;
  readonly outbox: Read<OutboxHealth>;
  /** What records refused calls for it; `null`: it reads none. */
  readonly trails: Read<readonly TrailState[]> | null;
}

/** The watchdog of a Region, if there is one. */
export type WatchdogHealth =
  | DeployedWatchdog
  | { readonly kind: 'absent'; readonly stack: string }
  /** `why` in the reader's language. */
  | { readonly kind: 'unknown'; readonly stack: string; readonly why: string };

/** What was read of one account and Region. */
export interface ReadFacts {
  readonly evaluation: Evaluation;
  readonly quotas: readonly MappedQuota[];
  readonly blindSpots: readonly BlindSpot[];
  readonly requests: readonly FollowedRequest[];
  readonly availability: readonly ModelAvailability[];
  readonly lifecycles: Read<readonly ModelLifecycle[]>;
}

/** All that a doctor looks at, of one account and Region. */
export interface AccountFacts extends ReadFacts {
  readonly watchdog: WatchdogHealth;
}

/** What the watchdog is expected to cost in a month, in US dollars. */
export interface ExpectedBill {
  readonly afterFreeTier: number;
  readonly beforeFreeTier: number;
  readonly lines: readonly BillLine[];
  /** The same with the calls that `refusalEvidence` takes. */
  readonly withRefusalEvidence: { readonly afterFreeTier: number; readonly beforeFreeTier: number };
}
