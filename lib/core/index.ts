/**
 * The domain, pure: read quotas and minutes in, findings out. The way through it: quota-list and quota-mapping say what
 * the quotas are, metric-model-id and pool whose traffic spends them, measurement how much, evaluate what to say.
 */
export { type AlertEvent, advanceAlerts, DEFAULT_ALERT_POLICY } from './alert-lifecycle';
export type { AlertRules, AlertRulesInput } from './alert-rules';
export { type AlertRulesReading, readAlertRules } from './alert-rules-reader';
export type { CoverageError } from './blind-spot-findings';
export { type Burndown, burndownOf } from './burndown';
export { type Evaluation, type EvaluationInput, evaluate } from './evaluate';
export type {
  Cause,
  CheckDocument,
  Coverage,
  DescribedFinding,
  Finding,
  FindingKind,
  Provenance,
  Remedy,
  Severity,
  Usage,
} from './finding';
export { type AlertMessage, toAlertMessage } from './message';
export { createModelIdResolver } from './metric-model-id';
export { KNOWN_MODELS, mergeModels } from './model-catalog';
export type { PoolResolution } from './pool';
export type { Dimension, Endpoint, MappedQuota, Mapping, ParsedQuotaName, Quota, Scope, Variant } from './quota';
export { toQuotas } from './quota-list';
export { mapQuotas } from './quota-mapping';
export { formatQuotaName, parseQuotaName } from './quota-name';
export { quotaTokensOf } from './quota-tokens';
export { severityOf, type Thresholds } from './severity';
export type { FoundationModel, InferenceProfile, MinuteUsage, ModelSeries } from './usage';
