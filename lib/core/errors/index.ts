/** What an error text of Bedrock says: which kind of refusal, of what, where. It knows no account. */
export { type ErrorKind, hangsOnModel, isNoModelQuota, isOfModelQuota, isOfOtherQuota } from './kinds';
export { type ErrorReading, readError } from './read-error';
