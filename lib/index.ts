/**
 * Constructs that an AWS CDK app deploys, their properties, and the names by which their metrics and events are found.
 *
 * @module bedrock-quota-watchdog
 */

export type { WatchedModel } from './cdk/alarms/model-alarms';
export type { OwnMetricName } from './cdk/alarms/own-metric';
export type { AlarmsByName } from './cdk/alarms/watchdog-alarms';
export { BedrockQuotaWatchdog } from './cdk/bedrock-quota-watchdog';
export type { WatchedOrganization } from './cdk/fleet/fleet';
export type { ReaderRoles } from './cdk/fleet/reader-roles';
export type { FunctionOptions } from './cdk/functions/function-options';
export type { ChannelOptions } from './cdk/topics/channel-options';
export type { BedrockQuotaWatchdogProps } from './cdk/watchdog-props';
export { WatchdogStack, type WatchdogStackProps } from './cdk/watchdog-stack';
export {
  DEFAULT_THRESHOLDS,
  EVENT_SOURCE,
  METRIC_DIMENSION,
  METRIC_NAMESPACE,
  METRICS,
  type ModelAlarm,
  type WatchdogAlarm,
} from './contract';
export type {
  AlertRulesInput,
  DigestRule,
  MuteRule,
  OwnerRule,
  QuietHours,
  RuleMatch,
  ThresholdRule,
  Weekday,
} from './core/rules/rules';
export type { BurndownRates } from './core/traffic/burndown';
export type { FindingKind } from './core/vocabulary/finding';
export type { Dimension, Scope } from './core/vocabulary/quota';
export type { Thresholds } from './core/vocabulary/severity';
export type { Language } from './language/language';
