/** Accounts and Regions that one watchdog looks at: which they are, when each is due, what they have to say. */
export { chooseTargets } from './choose-targets';
export { toCommonText } from './common-text';
export { findOverdue } from './find-overdue';
export { findUnreadTargets } from './find-unread';
export { joinIncidents, type SpreadIncident, spreadKeyOf } from './group-incidents';
export { releaseNews } from './hold-news';
export type { TargetNews } from './news';
export { toOpenAlerts } from './open-alerts';
export { IDLE_MINUTES, isTargetDue, paceOf, paceOfMissed, type Ticks } from './pace';
export { createPlaces, type PlaceOf } from './places';
export { type TargetRecord, TOLD_MISSES } from './record';
export { SPREAD_SECONDS, secondOf } from './spread';
export type { FleetAccount, FleetChoice, OrganizationChoice, Target, TargetPlace } from './target';
export { targetKeyOf } from './target';
export { groupByReason, unreadReasonOf } from './unread-reason';
