import type { Dimension, Scope } from './quota';
import type { Severity } from './severity';
import type { EpochMinute } from './time';

/** The kinds of finding; the alert rules, the runbook and the filter policies are keyed by them. */
export const FINDING_KINDS = [
  'utilization',
  'throttled',
  'zeroQuota',
  'belowDefault',
  'dailyPool',
  'unmappedUsage',
  'refused',
  'quotaChanged',
  'request',
  'coverage',
] as const;
/** One of {@link FINDING_KINDS}. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * Where a number comes from: CloudWatch's own `EstimatedTPMQuotaUsage`, our reconstruction from token counts, both in
 * one sum, a sum known to miss a part, or an estimate because AWS does not say how the quota is charged.
 */
export type Provenance = 'native' | 'reconstructed' | 'mixed' | 'lowerBound' | 'estimate';

/** The period a usage value covers. */
export type UsageWindow = 'minute' | 'utcDay' | 'rolling24h' | 'lookback';

/** How much of a quota was used. */
export interface Usage {
  /** In `unit`, over `window`. */
  readonly value: number;
  /** What is counted. */
  readonly unit: 'tokens' | 'requests';
  /** Start of the minute, or end of the day reading, as an ISO time in UTC; `null` when there is no one moment. */
  readonly at: string | null;
  /** Over which time. */
  readonly window: UsageWindow;
  /** Where the number comes from. */
  readonly provenance: Provenance;
}

/** A usage whose moment is a minute still; {@link Usage} is what programs read of it. */
export interface MeasuredUsage extends Omit<Usage, 'at'> {
  readonly at: EpochMinute | null;
}

/** What is used of a quota now: the newest minute that can be trusted, or the day reading shown. */
export interface UsageNow extends Pick<Usage, 'value' | 'unit' | 'provenance'> {
  /** Start of the minute, or end of the day reading, as an ISO time in UTC. */
  readonly at: string;
  /** 100 × value ÷ limit in force; `null` for a zero quota. */
  readonly utilizationPercent: number | null;
}

/** A use of now whose moment is a minute still; {@link UsageNow} is what programs read of it. */
export interface MeasuredUsageNow extends Omit<UsageNow, 'at'> {
  readonly at: EpochMinute;
}

/** Why calls are refused: a quota, the way it is spent, AWS's own capacity, or what the numbers do not tell. */
export type CauseKind =
  | 'tokensPerMinute'
  | 'requestsPerMinute'
  | 'tokensPerDay'
  | 'zeroQuota'
  | 'reservation'
  | 'burst'
  | 'capacity'
  | 'unknown';

/** How sure a cause is; `confirmed`: AWS's own words name it. */
export type Confidence = 'confirmed' | 'high' | 'medium' | 'low';

/** Why calls are refused, and what speaks for it. */
export interface Cause {
  /** `unknown` when the numbers do not tell. */
  readonly kind: CauseKind;
  /** How sure it is. */
  readonly confidence: Confidence;
  /** Sentences with numbers, the strongest first. */
  readonly evidence: readonly string[];
}

/** What to do. */
export interface Remedy {
  /** In a sentence. */
  readonly title: string;
  /** A command that can be pasted as it is; `null` when the remedy is no command. */
  readonly command: string | null;
}

/** Who spends a quota. */
export interface Consumer {
  /** As CloudWatch has it: a model id, a profile id or an ARN. */
  readonly modelId: string;
  /** The name of an application profile; `null` for every other id. */
  readonly profileName: string | null;
  /** Of the tokens the quota counts, of the look-back or the day; for quotas of requests, the quota tokens of the calls. */
  readonly tokens: number;
  /** Of the use of the quota, by its own unit: 0 to 1. */
  readonly share: number;
}

/** One thing the watchdog has to say. The shape is public: `check --json` and the JSON messages carry it. */
export interface Finding {
  /** Stable over runs: the same matter has the same id. */
  readonly id: string;
  /** What is the matter. */
  readonly kind: FindingKind;
  /** How bad it is. */
  readonly severity: Severity;
  /** `null` when it is about no one quota. */
  readonly quotaCode: string | null;
  /** Base model ids it is about; empty when it is about none. */
  readonly modelIds: readonly string[];
  /** Of the quota; `null` without one. */
  readonly scope: Scope | null;
  /** Of the quota; `null` without one. */
  readonly dimension: Dimension | null;
  /** `null` when nothing is measured, or nothing was. */
  readonly usage: Usage | null;
  /** Of `utilization` and `dailyPool`, where `usage` is the peak; `null`: not known, for CloudWatch was not read or is late. */
  readonly usageNow?: UsageNow | null;
  /** The value in force, 0 included; `null` without one quota. */
  readonly appliedValue: number | null;
  /**
   * What the use is divided by, in the usage's unit, where that is not the applied value: AWS doubles per-model daily rows
   * for cross-Region calls. Absent where it is.
   */
  readonly effectiveLimit?: number;
  /** 100 × usage ÷ limit; may pass 100; `null` when there is no limit to divide by (a zero quota) or no usage. */
  readonly utilizationPercent: number | null;
  /** Limit − usage in the usage's unit; negative when passed. */
  readonly headroom: number | null;
  /** ISO time in UTC when the limit is reached at the pace so far; `null` when it is not, or cannot be told. */
  readonly exhaustionAt: string | null;
  /** Who spends the quota, the largest first, where several do; absent where one does. */
  readonly consumers?: readonly Consumer[];
  /** `null` when nothing was refused. */
  readonly cause: Cause | null;
  /** What to do, in this order; empty when there is nothing to do. */
  readonly remedies: readonly Remedy[];
}

/**
 * What a person is told beside the public finding: words and numbers for text renderers.
 * Kept apart so that the public shape stays as it is.
 */
export interface FindingContext {
  /** Who or what it is about: "Claude Sonnet 4.5 V1, cross-Region", "10 quotas". */
  readonly subject: string;
  /** What happened, in one sentence with its numbers. */
  readonly summary: string;
  /** Label and text of the lines below the summary ("Quota", "L-F4DDD3EB  applied 1,000,000 …"). */
  readonly details: readonly (readonly [label: string, text: string])[];
  /** Where the numbers in the words come from; absent: where those of the finding do. */
  readonly provenance?: Provenance;
  /** The remedies in the language of the words; absent, as in contexts of older versions: those of the finding. */
  readonly remedies?: readonly Remedy[];
  /** The words are of when it was last seen, and it is over. Absent: they are of now. */
  readonly isPast?: boolean;
}

/** A finding with its words. */
export interface DescribedFinding {
  /** What programs read. */
  readonly finding: Finding;
  /** What people read. */
  readonly context: FindingContext;
}
