import type { Refusal } from './refusal';

/** ARNs of users, roles and sessions: AWS repeats the caller's in the text of a call that it does not allow. */
const CALLER_ARN = /arn:aws[a-z-]*:(?:sts|iam)::\d{12}:(?:assumed-role|role|user|federated-user)\/[^\s,;:)"']+/g;

/** What stands where a caller did. */
const LEFT_OUT = '…';

/** A text without the caller it names. */
function withoutName(text: string, principal: string | null): string {
  const plain = text.replace(CALLER_ARN, LEFT_OUT);
  return principal === null ? plain : plain.split(principal).join(LEFT_OUT);
}

/** What was said of a call, without the name of its role, session or user; the user agent names a program and stays. */
export function withoutCaller<T extends Pick<Refusal, 'text' | 'principal' | 'userAgent'>>(said: T): T {
  const { text, principal, userAgent } = said;
  return {
    ...said,
    text: withoutName(text, principal),
    principal: null,
    userAgent: userAgent && withoutName(userAgent, principal),
  };
}

/** Who calls, without the session, which may be another at each call: `SummaryWorker`, `user/batch`. */
export function callerOf(principal: string): string {
  if (/^(?:user|federated-user)\//.test(principal)) return principal;
  return principal.split('/')[0] || principal;
}
