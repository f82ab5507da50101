import type { FindingKind } from '../vocabulary/finding';
import type { Dimension, Scope } from '../vocabulary/quota';

/** Days as rules spell them. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * What a rule is about. Every field given must hold, and at least one is needed: a rule for everything says so by
 * `{ "quotaCode": "*" }`. Patterns know `*` (any text) and `?` (one character), in any case of letters, and match the
 * whole text; `*` alone restricts nothing, so it also holds for what has no code or no model.
 */
export interface RuleMatch {
  /** A quota code or a pattern of codes: `L-F4DDD3EB`, `L-F4*`. */
  readonly quotaCode?: string;
  /**
   * A base model id, a model label as quotas are named, or a pattern of either: `anthropic.claude-sonnet-4-5*`,
   * `* Sonnet 4.5*`. Ids of inference profiles (`us.anthropic.…`) are refused, for one quota serves `us.` and `eu.`
   * alike: write the base id and `"scope": "crossRegion"`. Only `"kind": "unmappedUsage"` takes any id.
   */
  readonly model?: string;
  /** Which calls the quota is for. @default - any */
  readonly scope?: Scope;
  /** What the quota counts. @default - anything */
  readonly dimension?: Dimension;
  /** Not in `thresholds`. */
  readonly kind?: FindingKind;
  /** The id of an account or a pattern of ids: `111122223333`, `1111*`. */
  readonly accountId?: string;
  /** A Region or a pattern of Regions: `eu-central-1`, `eu-*`. */
  readonly region?: string;
  /**
   * Id of an organizational unit or a root, whose accounts are all those below it: `ou-ab12-11112222`, `r-ab12`. Known only
   * where the watchdog looks up an organisation.
   */
  readonly organizationalUnit?: string;
  /** Key and value of a tag of the account, or a pattern of both: `team=payments`, `team=*`. Known as units are. */
  readonly accountTag?: string;
}

/**
 * Thresholds of some quotas, in percent above 0 up to 1000; what is left out is the watchdog's own. Of the rules that
 * match a quota one holds: an exact code before a pattern of codes, before an exact model, before a pattern of models,
 * before none; then the one with more of scope and dimension; then that of an exact account, of a pattern of accounts, of
 * more of unit, tag and Region; then the later one.
 */
export interface ThresholdRule {
  /** The quotas it holds for. */
  readonly match: RuleMatch;
  /** From which use on it is a warning. */
  readonly warningPercent?: number;
  /** From which use on it is critical. */
  readonly criticalPercent?: number;
}

/**
 * Silence about something, critical findings included. By code or model it takes single quotas out of the grouped
 * `zeroQuota` and `belowDefault` findings; a model does not silence the account's pool, and `coverage` is silenced by
 * `"kind": "coverage"` alone.
 */
export interface MuteRule {
  /** What is not told. */
  readonly match: RuleMatch;
  /** Why, for whoever wonders; it is told with what is muted. */
  readonly reason: string;
  /** ISO time with its zone (`2026-12-01T00:00:00Z`) from which the mute no longer holds; absent: until it is removed. */
  readonly until?: string;
}

/**
 * Hours in which only critical findings are spoken of. The range includes `from` and not `to`; when `to` is not after
 * `from` it ends on the next day. Where a clock change repeats an hour, its first pass counts; a time it leaves out is
 * the moment of the change.
 */
export interface QuietHours {
  /** Days on which the range starts; absent: every day. */
  readonly days?: readonly Weekday[];
  /** `22:00`, local time. */
  readonly from: string;
  /** `07:00`, local time; `24:00` is the end of the day. */
  readonly to: string;
  /** IANA name: `America/Sao_Paulo`. */
  readonly timeZone: string;
}

/** A topic that is also told of what matches. Every rule that matches adds its topic. */
export interface OwnerRule {
  /** What the topic is told of. */
  readonly match: RuleMatch;
  /** ARN of a standard SNS topic. */
  readonly topicArn: string;
}

/** When the summary of everything open is sent. */
export interface DigestRule {
  /** How often it comes. */
  readonly every: 'day' | 'week';
  /** `08:00`, local time. */
  readonly at: string;
  /** The day of a weekly digest; only with `every: 'week'`. */
  readonly on?: Weekday;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * Alert rules, the same shape in the construct's properties and in the parameter read at run time. There every part
 * may be left out ({@link AlertRulesInput}).
 */
export interface AlertRules {
  /** From when the use of a quota is a warning, and critical. */
  readonly thresholds: readonly ThresholdRule[];
  /** What is not told. */
  readonly mutes: readonly MuteRule[];
  /** When only what is critical is told. */
  readonly quietHours: readonly QuietHours[];
  /** Who else is told. */
  readonly owners: readonly OwnerRule[];
  /** Absent: no digest. */
  readonly digest?: DigestRule;
}

/** Alert rules as a person writes them. */
export type AlertRulesInput = Partial<AlertRules>;

/** No rule at all. */
export const NO_ALERT_RULES: AlertRules = { thresholds: [], mutes: [], quietHours: [], owners: [] };

/** Rules of two sources as one: `over` counts as later, so it wins ties; its digest replaces the other. */
export function joinAlertRules(base: AlertRules, over: AlertRules): AlertRules {
  const digest = over.digest ?? base.digest;
  return {
    thresholds: [...base.thresholds, ...over.thresholds],
    mutes: [...base.mutes, ...over.mutes],
    quietHours: [...base.quietHours, ...over.quietHours],
    owners: [...base.owners, ...over.owners],
    ...(digest ? { digest } : {}),
  };
}
