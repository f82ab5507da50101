/** Larger quotas: what became of requests. */
export { type FollowedRequest, followRequests, type RequestOutcome } from './follow-requests';
