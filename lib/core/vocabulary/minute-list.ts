import type { EpochMinute } from './time';

/** Something of one minute. */
interface Timed {
  readonly minute: EpochMinute;
}

/** The list itself when it is ascending, else a sorted copy: who hands over minutes need not know that they are searched. */
export function inOrder<T extends Timed>(minutes: readonly T[]): readonly T[] {
  const isInOrder = minutes.every(({ minute }, index) => minute >= (minutes[index - 1]?.minute ?? minute));
  return isInOrder ? minutes : [...minutes].sort((a, b) => a.minute - b.minute);
}

/** Index of the first minute that is not before `minute`; the length of the list when all are. */
function indexOf(ascending: readonly Timed[], minute: EpochMinute): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle]?.minute ?? minute) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of an ascending list that lies in `[from, until)`, the list itself when that is all of it. */
export function minutesBetween<T extends Timed>(
  ascending: readonly T[],
  from: EpochMinute,
  until: EpochMinute,
): readonly T[] {
  const [start, end] = [indexOf(ascending, from), indexOf(ascending, until)];
  return start === 0 && end === ascending.length ? ascending : ascending.slice(start, end);
}

/** The minutes of an ascending list from one on. */
export function minutesFrom<T extends Timed>(ascending: readonly T[], from: EpochMinute): readonly T[] {
  return minutesBetween(ascending, from, Number.POSITIVE_INFINITY);
}
