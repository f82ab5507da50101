import type { BlindSpot } from '../../vocabulary/blind-spot';
import type { RuleProblem } from '../../vocabulary/rule-problem';
import type { EpochMinute } from '../../vocabulary/time';

/** What a check found, as data: words come later. */
export type CheckSaid =
  | { readonly kind: 'caller'; readonly accountId: string; readonly region: string }
  | { readonly kind: 'callerUnknown' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'called' }
  | { readonly kind: 'failed'; readonly blindSpot: BlindSpot }
  | { readonly kind: 'notTried' }
  /** The check of the call itself says why. */
  | { readonly kind: 'callFailed'; readonly action: string }
  | { readonly kind: 'mapped'; readonly mapped: number; readonly unmapped: number }
  | { readonly kind: 'zero'; readonly zero: number; readonly spent: readonly string[] }
  | { readonly kind: 'belowDefault'; readonly below: number; readonly spent: readonly string[] }
  | { readonly kind: 'unmappedUsage'; readonly modelIds: readonly string[] }
  | {
      readonly kind: 'access';
      readonly asked: number;
      readonly open: number;
      readonly unsaid: number;
      readonly closed: readonly { readonly modelId: string; readonly why: string }[];
      /** Of the closed, those that were called. */
      readonly called: readonly string[];
    }
  | { readonly kind: 'burndown'; readonly modelIds: readonly string[] }
  | { readonly kind: 'lifecycle'; readonly models: readonly LeavingModel[] }
  | { readonly kind: 'requests'; readonly open: number; readonly notGranted: readonly string[] }
  | { readonly kind: 'recorded' }
  | { readonly kind: 'absent'; readonly stack: string }
  | { readonly kind: 'deployed'; readonly stack: string }
  | { readonly kind: 'lastRun'; readonly at: EpochMinute | null; readonly minutesAgo: number | null }
  | {
      readonly kind: 'alarms';
      readonly total: number;
      readonly inAlarm: readonly string[];
      readonly withoutData: number;
    }
  | { readonly kind: 'emails'; readonly confirmed: number; readonly pending: readonly string[] }
  | { readonly kind: 'rules'; readonly problems: readonly RuleProblem[] }
  | { readonly kind: 'deadLetters'; readonly messages: number };

/** A model that is called and will not stay. */
export interface LeavingModel {
  readonly modelId: string;
  readonly isLegacy: boolean;
  readonly endOfLife: EpochMinute | null;
}

/** One thing that was looked at. */
export interface Check {
  /** Stable: `credentials`, `call/cloudwatch:ListMetrics`, `quotas/zero`, `watchdog/alarms` … */
  readonly id: string;
  readonly status: 'ok' | 'wrong' | 'unknown';
  readonly said: CheckSaid;
  /** What to run next, without the program's name; `null`: nothing. */
  readonly command: string | null;
}

/** A check that hangs on a call which failed, and whose own check says why. */
export function toUnanswered(id: string, { source }: BlindSpot): Check {
  return { id, status: 'unknown', said: { kind: 'callFailed', action: source }, command: null };
}

/** A check of what could not be read. */
export function toUnread(id: string, blindSpot: BlindSpot): Check {
  return { id, status: 'unknown', said: { kind: 'failed', blindSpot }, command: null };
}
