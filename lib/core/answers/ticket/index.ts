/** What Support asks for about quotas, from what the account itself measured. */
export {
  describeTicket,
  LARGE_INPUT_TOKENS,
  type TicketQuestion,
  type TicketQuota,
  type Unmeasured,
} from './describe-ticket';
export { type LeftOut, leaveOut, type ModelSubject, quotasOfModel, WORTH_SHARE } from './select-quotas';
export { splitBody } from './split-body';
export { type ThrottleTimes, throttleTimesOf } from './throttle-times';
