import type { DayProfile } from '../measure/day-profile';
import type { Measurement } from '../measure/measurement';
import type { IncreaseRequest } from '../quotas/increase-request';
import type { QuotaChange } from '../quotas/quota-change';
import type { LedgerGroup } from '../refusals';
import type { Mute } from '../rules/match-rules';
import type { RuleAccount } from '../rules/place';
import type { AlertRules } from '../rules/rules';
import type { BurndownRates } from '../traffic/burndown';
import type { Lateness } from '../traffic/echo';
import type { ModelTraffic, ResolvedModelId } from '../traffic/model-traffic';
import type { BlindSpot } from '../vocabulary/blind-spot';
import type { Found } from '../vocabulary/found';
import type { InferenceProfile } from '../vocabulary/model';
import type { MappedQuota } from '../vocabulary/quota';
import type { ModelSeries } from '../vocabulary/series';
import type { Thresholds } from '../vocabulary/severity';
import type { EpochMinute } from '../vocabulary/time';

/** All an evaluation needs; it asks nothing else, so the same input gives the same answer. */
export interface EvaluationInput {
  /** `null` when nothing AWS answered carried it. */
  readonly accountId: string | null;
  /** The Region that is judged. */
  readonly region: string;
  /** What is known of the account, for rules that go by it, even when nothing AWS answered carried it; absent: nothing. */
  readonly account?: RuleAccount;
  /** The clock's minute; it is not complete and does not count. */
  readonly now: EpochMinute;
  /** How far back per-minute quotas, throttles and attempts are looked at. Daily quotas always look at the day. */
  readonly lookbackMinutes: number;
  /** First minute to look at of series, by key, whose look-back must begin earlier: their last read was longer ago. */
  readonly lookFrom?: ReadonlyMap<string, EpochMinute>;
  /** All of the Region, joined with their models. */
  readonly quotas: readonly MappedQuota[];
  /** Of both endpoints, the last 1,440 minutes each. */
  readonly series: readonly ModelSeries[];
  /** For `ModelId`s of the runtime endpoint; those of the mantle endpoint are told by its quotas. */
  readonly resolve: (modelId: string) => ResolvedModelId;
  /** The Region's inference profiles, to name the id to call instead; absent: not known. */
  readonly profiles?: readonly InferenceProfile[];
  /** For quotas that no rule gives others. */
  readonly thresholds: Thresholds;
  /** Their thresholds and mutes count. @default NO_ALERT_RULES */
  readonly rules?: AlertRules;
  /** The user's own burndown rates, before the table's. */
  readonly burndownRates?: BurndownRates;
  /** What Service Quotas showed otherwise than before, of the last day; a one-off check knows of none. */
  readonly changes?: readonly QuotaChange[];
  /** Increase requests, open or not, as far as they are known; absent: none is. */
  readonly requests?: readonly IncreaseRequest[];
  /** The days before, for daily forecasts; absent or `null` when nothing is remembered. */
  readonly profile?: DayProfile | null;
  /** The clock of the evaluation before; absent or `null` when there was none, as for a one-off check. */
  readonly evaluatedUntil?: EpochMinute | null;
  /** Minutes between two evaluations by plan, where they are more than the schedule's. @default 0 */
  readonly pace?: number;
  /** Refused calls that CloudTrail recorded in the last hours; absent: it is not looked at. */
  readonly refusals?: readonly LedgerGroup[];
  /** What could not be read. */
  readonly blindSpots: readonly BlindSpot[];
  /** Absent or `null`: CloudWatch is on time, as far as is known; a one-off check knows nothing of it. */
  readonly late?: Lateness | null;
}

/** What an evaluation could not read in full, so that its absence proves nothing. */
export interface Unread {
  readonly quotas: boolean;
  readonly traffic: boolean;
}

/** The callers of the look-back: base ids, profile ids, application-profile ids and ARNs, sorted, each once. */
export interface ActiveModelIds {
  readonly all: readonly string[];
  /** Those with a quota. */
  readonly mapped: readonly string[];
  /** Those without; an id that both endpoints know may be in both. */
  readonly unmapped: readonly string[];
}

/** The judgement of one account and Region at one moment, as data; {@link toReport} puts it into words. */
export interface Evaluation {
  /** `null` when nothing AWS answered carried it. */
  readonly accountId: string | null;
  /** The Region that was judged. */
  readonly region: string;
  /** The clock's minute, which is not complete. */
  readonly now: EpochMinute;
  /** How far back peaks and throttles were looked for. */
  readonly lookbackMinutes: number;
  /** Worst first. */
  readonly found: readonly Found[];
  /** By finding id: what is not to be told, and why. */
  readonly muted: ReadonlyMap<string, Mute>;
  /** Ids of daily findings that show yesterday's number, which is no reason to speak: see `findRestingDays`. */
  readonly resting: ReadonlySet<string>;
  /** Of each model and scope that had any. */
  readonly traffic: readonly ModelTraffic[];
  /** Of the quotas that something spent. */
  readonly measurements: readonly Measurement[];
  /** Increase requests that are open, as far as they are known; oldest first. */
  readonly openRequests: readonly IncreaseRequest[];
  /** Who called. */
  readonly activeModelIds: ActiveModelIds;
  /** What could not be read. */
  readonly blindSpots: readonly BlindSpot[];
  /** `null`: CloudWatch is on time, as far as is known. */
  readonly late: Lateness | null;
  /** What was not read in full. */
  readonly unread: Unread;
}
