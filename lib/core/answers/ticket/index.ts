/** What Support asks for about quotas, from what the account itself measured. */
export {
  describeTicket,
  LARGE_INPUT_TOKENS,
  type TicketQuota,
} from './describe-ticket';
export { type LeftOut, leaveOut, quotasOfModel } from './select-quotas';
export { splitBody } from './split-body';
export { throttleTimesOf } from './throttle-times';
