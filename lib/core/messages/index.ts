/** A mail, a chat card, an event, out of alerts and words. It does not know how they are carried. */
export { type AlertMessage, toAlertMessage } from './mail';
