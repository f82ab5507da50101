/** What is new: opened, escalated, reminded of, recovered. It does not know how it is spelled. */
export type { AlertEntries } from './entry';
export { type AlertEvent, type AlertEventKind, advanceAlerts } from './lifecycle';
export { type AlertPolicy, DEFAULT_ALERT_POLICY } from './policy';
