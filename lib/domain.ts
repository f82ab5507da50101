/**
 * What the package gives as `./core`: the domain, a room after the other, and the languages it is told in.
 *
 * @module bedrock-quota-watchdog/core
 */

export {
  type AlertEntries,
  type AlertEvent,
  type AlertEventKind,
  type AlertPolicy,
  advanceAlerts,
  DEFAULT_ALERT_POLICY,
} from './core/alerts';
export {
  type ErrorText,
  type ExplainedModel,
  type Explanation,
  type ExplanationInput,
  explainError,
  type QuotaReadings,
} from './core/answers';
export { type ErrorKind, type ErrorReading, readError } from './core/errors';
export { type Evaluation, type EvaluationInput, evaluate, type Readers, type Report, toReport } from './core/findings';
export {
  type DayForecastInput,
  type DayReading,
  type Forecast,
  type ForecastBasis,
  forecastDay,
  forecastMinute,
  readDay,
  type TimedValue,
} from './core/measure';
export { type AlertMessage, toAlertMessage } from './core/messages';
export {
  formatQuotaName,
  type IncreaseRequest,
  KNOWN_MODELS,
  type ModelOverrides,
  mapQuotas,
  mergeModels,
  parseModelOverrides,
  parseQuotaName,
  toIncreaseRequests,
  toQuotas,
} from './core/quotas';
export {
  type AlertRules,
  type AlertRulesInput,
  type AlertRulesOptions,
  type AlertRulesReading,
  type DigestRule,
  joinAlertRules,
  type MuteRule,
  NO_ALERT_RULES,
  type OwnerRule,
  type QuietHours,
  type RuleMatch,
  readAlertRules,
  type ThresholdRule,
} from './core/rules';
export {
  type Burndown,
  type BurndownRates,
  burndownOf,
  createModelIdResolver,
  type ModelIdContext,
  type ModelTraffic,
  parseBurndownRates,
  quotaTokensOf,
  type ResolvedModelId,
  type TrafficMinute,
} from './core/traffic';
export {
  type BlindSpot,
  type Cause,
  type CauseKind,
  type CheckDocument,
  type Confidence,
  type Coverage,
  type DescribedFinding,
  type Dimension,
  type Endpoint,
  type EpochMinute,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type FoundationModel,
  type InferenceProfile,
  type MappedQuota,
  type Mapping,
  type MinuteUsage,
  type ModelSeries,
  type ParsedQuotaName,
  type Provenance,
  type Quota,
  type Remedy,
  type RuleProblem,
  type Scope,
  type Severity,
  severityOf,
  spellReason,
  spellRuleProblem,
  type Thresholds,
  toIso,
  toMinute,
  type UnknownReason,
  type Usage,
  type Variant,
} from './core/vocabulary';
export { type CommandWords, commandWordsOf } from './language/command-words';
export { LANGUAGES, type Language, wordsOf } from './language/language';
