/** Larger quotas: what to ask for, and what became of requests. */
export { type FollowedRequest, followRequests } from './follow-requests';
export { chooseValue, type PlannedIncrease, planIncreases, startingValueOf, type ValueBasis } from './plan-increase';
