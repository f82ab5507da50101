/**
 * The domain, pure: read quotas and minutes in, findings out. The way through it: quota-list and quota-mapping say what
 * the quotas are, metric-model-id and pool whose traffic spends them, measurement how much, evaluate what to say.
 */
export type { AlertEntries } from './alerts/entry';
export { type AlertEvent, type AlertEventKind, advanceAlerts } from './alerts/lifecycle';
export { type AlertPolicy, DEFAULT_ALERT_POLICY } from './alerts/policy';
export type { ErrorKind, ErrorText } from './answers/explain/error-text';
export { type Explanation, type ExplanationInput, explainError, type QuotaReadings } from './answers/explain/explain';
export type { ExplainedModel } from './answers/explain/model';
export { evaluate } from './findings/evaluate';
export type { Evaluation, EvaluationInput } from './findings/evaluation';
export { type DayReading, readDay } from './measure/day-reading';
export type { Forecast, ForecastBasis } from './measure/forecast';
export { type DayForecastInput, forecastDay } from './measure/forecast-day';
export { forecastMinute } from './measure/forecast-minute';
export type { TimedValue } from './measure/rising-line';
export { type AlertMessage, toAlertMessage } from './messages/mail';
export { type IncreaseRequest, toIncreaseRequests } from './quotas/increase-request';
export { KNOWN_MODELS, mergeModels } from './quotas/known-models';
export { mapQuotas } from './quotas/map-quotas';
export { type ModelOverrides, parseModelOverrides } from './quotas/model-overrides';
export { toQuotas } from './quotas/quota-list';
export { formatQuotaName, parseQuotaName } from './quotas/quota-name';
export { type AlertRulesOptions, type AlertRulesReading, readAlertRules } from './rules/read-rules';
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
} from './rules/rules';
export { type Burndown, type BurndownRates, burndownOf } from './traffic/burndown';
export { parseBurndownRates } from './traffic/burndown-rates';
export type { ModelTraffic, ResolvedModelId, TrafficMinute } from './traffic/model-traffic';
export { quotaTokensOf } from './traffic/quota-tokens';
export { createModelIdResolver, type ModelIdContext } from './traffic/resolve-model-id';
export type { BlindSpot } from './vocabulary/blind-spot';
export type { CheckDocument, Coverage } from './vocabulary/check-document';
export {
  type Cause,
  type CauseKind,
  type Confidence,
  type DescribedFinding,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type Provenance,
  type Remedy,
  type Usage,
} from './vocabulary/finding';
export type { FoundationModel, InferenceProfile } from './vocabulary/model';
export type {
  Dimension,
  Endpoint,
  MappedQuota,
  Mapping,
  ParsedQuotaName,
  Quota,
  Scope,
  Variant,
} from './vocabulary/quota';
export { type RuleProblem, spellRuleProblem } from './vocabulary/rule-problem';
export type { MinuteUsage, ModelSeries } from './vocabulary/series';
export { type Severity, severityOf, type Thresholds } from './vocabulary/severity';
export { type EpochMinute, toIso, toMinute } from './vocabulary/time';
export { spellReason, type UnknownReason } from './vocabulary/unknown-reason';
