import type { Evaluation } from '../../findings/evaluation';
import type { ModelAvailability } from '../../quotas/model-availability';
import type { BlindSpot, Read } from '../../vocabulary/blind-spot';
import type { MappedQuota } from '../../vocabulary/quota';
import type { RuleProblem } from '../../vocabulary/rule-problem';
import type { EpochMinute } from '../../vocabulary/time';
import type { BillLine } from '../bill';
import type { FollowedRequest } from '../increase';

/** How long a model will be there. */
export interface ModelLifecycle {
  readonly modelId: string;
  /** AWS's word, `ACTIVE` or `LEGACY`; `null`: AWS did not say. */
  readonly status: string | null;
  /** `null`: AWS names no day. */
  readonly endOfLife: EpochMinute | null;
}

/** A CloudWatch alarm. */
export interface AlarmState {
  readonly name: string;
  /** AWS's word: `OK`, `ALARM`, `INSUFFICIENT_DATA`. */
  readonly state: string;
}

/** Someone a topic sends to. */
export interface Recipient {
  readonly protocol: string;
  readonly endpoint: string;
  readonly state: 'confirmed' | 'pending' | 'deleted';
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
}

/** The watchdog of a Region, if there is one. */
export type WatchdogHealth =
  | DeployedWatchdog
  | { readonly kind: 'absent'; readonly stack: string }
  /** `why` in the reader's language. */
  | { readonly kind: 'unknown'; readonly stack: string; readonly why: string };

/** All that a doctor looks at, of one account and Region. */
export interface AccountFacts {
  readonly evaluation: Evaluation;
  readonly quotas: readonly MappedQuota[];
  readonly blindSpots: readonly BlindSpot[];
  readonly requests: readonly FollowedRequest[];
  readonly availability: readonly ModelAvailability[];
  readonly lifecycles: Read<readonly ModelLifecycle[]>;
  readonly watchdog: WatchdogHealth;
}

/** What the watchdog is expected to cost in a month, in US dollars. */
export interface ExpectedBill {
  readonly afterFreeTier: number;
  readonly beforeFreeTier: number;
  readonly lines: readonly BillLine[];
}
