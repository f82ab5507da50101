/** Minutes whose points show late, in every namespace: those of Bedrock and those that were put alike. */
export interface LateSpan {
  readonly from: Date;
  /** Exclusive. */
  readonly until: Date;
  /** A point shows when so many minutes have passed since its minute ended, or later if it would anyway. */
  readonly minutes: number;
}

/** The latenesses of an account's CloudWatch. */
export interface LatenessBoard {
  /** @throws RangeError when the span is empty or the minutes are no time. */
  add(span: LateSpan): void;
  clear(): void;
  /** Milliseconds since 1970 before which no point of a minute since 1970 shows; 0: it is not held back. */
  heldUntil(minute: number): number;
}

const MINUTE_MS = 60_000;

/** A CloudWatch that is on time. */
export function createLatenessBoard(): LatenessBoard {
  let spans: LateSpan[] = [];
  return {
    add: (span) => {
      if (!(span.from < span.until)) throw new RangeError('points are late from a time until a later one');
      if (!(span.minutes > 0)) throw new RangeError(`points are late by more than 0 minutes, not ${span.minutes}`);
      spans.push(span);
    },
    clear: () => {
      spans = [];
    },
    heldUntil: (minute) => {
      const hit = spans.filter(
        ({ from, until }) => minute * MINUTE_MS >= from.getTime() && minute * MINUTE_MS < until.getTime(),
      );
      return Math.max(0, ...hit.map(({ minutes }) => (minute + 1 + minutes) * MINUTE_MS));
    },
  };
}
