/**
 * The domain, pure: read quotas and minutes in, findings out. The way through it: quota-list and quota-mapping say what
 * the quotas are, metric-model-id and pool whose traffic spends them, measurement how much, evaluate what to say.
 */
export type { AlertEntries } from './alert-entry';
export { type AlertEvent, type AlertEventKind, advanceAlerts } from './alert-lifecycle';
export { type AlertPolicy, DEFAULT_ALERT_POLICY } from './alert-policy';
export {
  type AlertRules,
  type AlertRulesInput,
  type DigestRule,
  joinAlertRules,
  type MuteRule,
  NO_ALERT_RULES,
  type OwnerRule,
  type QuietHours,
  type RuleMatch,
  type ThresholdRule,
} from './alert-rules';
export { type AlertRulesOptions, type AlertRulesReading, readAlertRules } from './alert-rules-reader';
export type { CoverageError } from './blind-spot-findings';
export { type Burndown, type BurndownRates, burndownOf } from './burndown';
export { parseBurndownRates } from './burndown-rates';
export { type DayReading, readDay } from './day-reading';
export type { ErrorKind, ErrorText } from './error-text';
export { type Evaluation, type EvaluationInput, evaluate } from './evaluate';
export type { ExplainedModel } from './explained-model';
export { type Explanation, type ExplanationInput, explainError, type QuotaReadings } from './explanation';
export {
  type Cause,
  type CauseKind,
  type CheckDocument,
  type Confidence,
  type Coverage,
  type DescribedFinding,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type Provenance,
  type Remedy,
  type Severity,
  type Usage,
} from './finding';
export type { Forecast, ForecastBasis } from './forecast';
export { type DayForecastInput, forecastDay } from './forecast-day';
export { forecastMinute } from './forecast-minute';
export { type IncreaseRequest, toIncreaseRequests } from './increase-request';
export { type AlertMessage, toAlertMessage } from './message';
export { createModelIdResolver, type ModelIdContext } from './metric-model-id';
export { KNOWN_MODELS, mergeModels } from './model-catalog';
export { type ModelOverrides, parseModelOverrides } from './model-overrides';
export type { Pool, PoolMinute, PoolResolution } from './pool';
export type { Dimension, Endpoint, MappedQuota, Mapping, ParsedQuotaName, Quota, Scope, Variant } from './quota';
export { toQuotas } from './quota-list';
export { mapQuotas } from './quota-mapping';
export { formatQuotaName, parseQuotaName } from './quota-name';
export { quotaTokensOf } from './quota-tokens';
export type { TimedValue } from './rising-line';
export { type RuleProblem, spellRuleProblem } from './rule-problem';
export { severityOf, type Thresholds } from './severity';
export { toIso, toMinute } from './time';
export { spellReason, type UnknownReason } from './unknown-reason';
export type { EpochMinute, FoundationModel, InferenceProfile, MinuteUsage, ModelSeries } from './usage';
