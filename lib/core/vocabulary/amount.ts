/** More tokens or calls than this no account has in a minute or a day: the largest quota of AWS's lists of 2026-10 is 4e10. */
export const LARGEST_AMOUNT = 1e15;

/** Whether a value can be an amount: a number from 0 to {@link LARGEST_AMOUNT}. Else it is unknown, and no amount at all. */
export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LARGEST_AMOUNT;
}
