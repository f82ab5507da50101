import { isAmount } from '../vocabulary/amount';
import { cleanText } from '../vocabulary/outside-text';

/** A row of a reply as it came from outside: any field may be missing, or be anything. */
export type ReplyRow = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields to read. */
export function isReplyRow(value: unknown): value is ReplyRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text in one line without blanks around it; `null` when it is none, or empty. */
export function toText(value: unknown): string | null {
  return typeof value === 'string' ? cleanText(value) || null : null;
}

/** A code of Service Quotas: `L-F4DDD3EB`. Anything else is none: codes go into commands and links. */
const QUOTA_CODE = /^L-[A-Za-z0-9]+$/;

/** A quota code; `null` when it is none. */
export function toQuotaCode(value: unknown): string | null {
  const text = toText(value);
  return text !== null && QUOTA_CODE.test(text) ? text : null;
}

/** A number that an amount can be; `null` when it is none. */
export function toAmount(value: unknown): number | null {
  return isAmount(value) ? value : null;
}
