import { isAmount } from '../vocabulary/amount';

/** A row of a reply as it came from outside: any field may be missing, or be anything. */
export type ReplyRow = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields to read. */
export function isReplyRow(value: unknown): value is ReplyRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text without blanks around it; `null` when it is none, or empty. */
export function toText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A number that an amount can be; `null` when it is none. */
export function toAmount(value: unknown): number | null {
  return isAmount(value) ? value : null;
}
