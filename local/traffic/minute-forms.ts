/**
 * The three forms a minute of a quota may have; AWS does not document which is its own: a minute of the clock, the last 60
 * seconds, or a bucket that refills over a minute.
 */
export const MINUTE_FORMS = ['fixed', 'sliding', 'bucket'] as const;
export type MinuteForm = (typeof MINUTE_FORMS)[number];

/** What a call took of a minute. */
export interface MinuteShare {
  /** Puts what it came to in the place of what it reserved. */
  settle(now: number, tokens: number): void;
}

/** What the calls of one pool took of their minute. */
export interface MinuteAccount {
  /** Tokens that count against a limit now, those reserved by calls that run among them. */
  tokens(now: number, limit: number): number;
  /** Requests that count against a limit now. */
  requests(now: number, limit: number): number;
  /** What the calls let in come to in the end, of those that count. */
  used(now: number, limit: number): number;
  /** Lets a call in. */
  add(now: number, call: { readonly reservation: number; readonly settlement: number }): MinuteShare;
}

const MINUTE_MS = 60_000;

class FixedMinute implements MinuteAccount {
  private minute = Number.NaN;
  private sums = { tokens: 0, requests: 0, used: 0 };

  private turn(now: number): typeof this.sums {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.minute) this.sums = { tokens: 0, requests: 0, used: 0 };
    this.minute = minute;
    return this.sums;
  }

  tokens(now: number): number {
    return this.turn(now).tokens;
  }

  requests(now: number): number {
    return this.turn(now).requests;
  }

  used(now: number): number {
    return this.turn(now).used;
  }

  add(now: number, { reservation, settlement }: { reservation: number; settlement: number }): MinuteShare {
    const sums = this.turn(now);
    sums.tokens += reservation;
    sums.requests++;
    sums.used += settlement;
    return {
      // To the minute it was taken from, if that still runs.
      settle: (_, tokens) => {
        sums.tokens += tokens - reservation;
      },
    };
  }
}

interface SlidingCall {
  readonly at: number;
  tokens: number;
  readonly settlement: number;
}

class SlidingMinute implements MinuteAccount {
  private calls: SlidingCall[] = [];

  private recent(now: number): readonly SlidingCall[] {
    if (this.calls.some(({ at }) => at <= now - MINUTE_MS)) {
      this.calls = this.calls.filter(({ at }) => at > now - MINUTE_MS);
    }
    return this.calls;
  }

  tokens(now: number): number {
    return this.recent(now).reduce((sum, call) => sum + call.tokens, 0);
  }

  requests(now: number): number {
    return this.recent(now).length;
  }

  used(now: number): number {
    return this.recent(now).reduce((sum, call) => sum + call.settlement, 0);
  }

  add(now: number, { reservation, settlement }: { reservation: number; settlement: number }): MinuteShare {
    const call = { at: now, tokens: reservation, settlement };
    this.recent(now);
    this.calls.push(call);
    return {
      settle: (_, tokens) => {
        call.tokens = tokens;
      },
    };
  }
}

/** How much is taken out of a bucket; it refills at a limit a minute. */
class Drain {
  private level = 0;
  private at = 0;

  taken(now: number, limit: number): number {
    this.level = Math.max(0, this.level - (Math.max(0, now - this.at) / MINUTE_MS) * limit);
    this.at = now;
    return this.level;
  }

  take(amount: number): void {
    this.level = Math.max(0, this.level + amount);
  }
}

class BucketMinute implements MinuteAccount {
  private readonly drains = { tokens: new Drain(), requests: new Drain(), used: new Drain() };

  tokens(now: number, limit: number): number {
    return this.drains.tokens.taken(now, limit);
  }

  requests(now: number, limit: number): number {
    return this.drains.requests.taken(now, limit);
  }

  used(now: number, limit: number): number {
    return this.drains.used.taken(now, limit);
  }

  add(_: number, { reservation, settlement }: { reservation: number; settlement: number }): MinuteShare {
    this.drains.tokens.take(reservation);
    this.drains.requests.take(1);
    this.drains.used.take(settlement);
    return { settle: (__, tokens) => this.drains.tokens.take(tokens - reservation) };
  }
}

/** An account of one form, empty. */
export function openMinute(form: MinuteForm): MinuteAccount {
  if (form === 'fixed') return new FixedMinute();
  return form === 'sliding' ? new SlidingMinute() : new BucketMinute();
}
