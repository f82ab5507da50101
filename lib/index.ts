export type { WatchdogAlarm } from './alarm-definitions';
export { BedrockQuotaWatchdog } from './bedrock-quota-watchdog';
export { DEFAULT_THRESHOLDS, EVENT_SOURCE, METRIC_DIMENSION, METRIC_NAMESPACE, METRICS } from './contract';
export type {
  AlertRulesInput,
  DigestRule,
  MuteRule,
  OwnerRule,
  QuietHours,
  RuleMatch,
  ThresholdRule,
} from './core/alert-rules';
export type { Thresholds } from './core/severity';
export type { ModelAlarm, WatchedModel } from './model-alarms';
export type { AlarmsByName } from './watchdog-alarms';
export type { BedrockQuotaWatchdogProps } from './watchdog-props';
export { WatchdogStack, type WatchdogStackProps } from './watchdog-stack';
