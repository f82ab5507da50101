/** Accounts and Regions that one watchdog looks at: which they are, when each is due, what they have to say. */
export type { TargetNews } from './news';
export type { FleetAccount, FleetChoice, OrganizationChoice, Target, TargetPlace } from './target';
export { targetKeyOf } from './target';
