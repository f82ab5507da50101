/** The words all others speak: minute, series, quota, model, finding, severity, blind spot, cadence. It knows no rule. */
export type { BlindSpot } from './blind-spot';
export type { CheckDocument, Coverage } from './check-document';
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
} from './finding';
export type { FoundationModel, InferenceProfile } from './model';
export type {
  Dimension,
  Endpoint,
  MappedQuota,
  Mapping,
  ParsedQuotaName,
  Quota,
  Scope,
  Variant,
} from './quota';
export { type RuleProblem, spellRuleProblem } from './rule-problem';
export type { MinuteUsage, ModelSeries } from './series';
export { type Severity, severityOf, type Thresholds } from './severity';
export { type EpochMinute, toIso, toMinute } from './time';
export { spellReason, type UnknownReason } from './unknown-reason';
