export type { WatchdogAlarm } from './alarm-definitions';
export { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from './bedrock-quota-watchdog';
export { DEFAULT_THRESHOLDS, METRIC_DIMENSION, METRIC_NAMESPACE, METRICS } from './contract';
export type { Thresholds } from './core/severity';
export type { AlarmsByName } from './watchdog-alarms';
export { WatchdogStack, type WatchdogStackProps } from './watchdog-stack';
