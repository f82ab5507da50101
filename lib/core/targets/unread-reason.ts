import type { Statement } from '../vocabulary/statement';
import type { UnreadReason } from '../words/fleet';

/** The call by which the role of an account is taken. It is denied alike where there is no role and where it trusts others. */
const ASSUME_ROLE = 'sts:AssumeRole';

const DENIED = /AccessDenied|UnauthorizedOperation|NotAuthorized/;

/**
 * What services say to the credentials of an account in which their Region is not enabled: the account is not known there.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html (read 2026-11)
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html RegionDisabledException (read 2026-11)
 */
const NOT_ENABLED = /OptInRequired|UnrecognizedClient|InvalidClientTokenId|RegionDisabled/;

const THROTTLED = /Throttl|TooManyRequests|RequestLimitExceeded/;

/** Our own words for an answer that did not come, and those of sockets. */
const HANGING = /"trouble":"(?:outOfTime|noAnswer)"|TimeoutError|ETIMEDOUT|ECONNRESET|ECONNREFUSED|ENOTFOUND/;

/** Why a target cannot be read, by the names of errors. */
export function unreadReasonOf(why: Statement): UnreadReason {
  const text = JSON.stringify(why);
  if (NOT_ENABLED.test(text)) return 'notEnabled';
  if (DENIED.test(text)) return text.includes(ASSUME_ROLE) ? 'role' : 'denied';
  if (THROTTLED.test(text)) return 'throttled';
  return HANGING.test(text) ? 'hanging' : 'other';
}

/** Those that could not be read, by the reason. */
export function groupByReason<Unread extends { readonly why: Statement }>(
  unread: Iterable<Unread>,
): ReadonlyMap<UnreadReason, readonly Unread[]> {
  const byReason = new Map<UnreadReason, Unread[]>();
  for (const one of unread) {
    const reason = unreadReasonOf(one.why);
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  return byReason;
}
