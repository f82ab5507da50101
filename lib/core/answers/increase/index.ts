/** Larger quotas: what to ask for, and what became of requests. */
export { type FollowedRequest, followRequests } from './follow-requests';
export { type PlannedIncrease, planIncreases, type ValueBasis } from './plan-increase';
