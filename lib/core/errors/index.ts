/** What an error text of Bedrock says: which kind of refusal, of what, where. It knows no account. */
export {
  ERROR_KINDS,
  type ErrorKind,
  hangsOnModel,
  isNoModelQuota,
  isOfModelQuota,
  isOfOtherQuota,
  isThrottle,
} from './kinds';
export { type ErrorReading, readError } from './read-error';
