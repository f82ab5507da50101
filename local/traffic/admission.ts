import { type MinuteAccount, type MinuteForm, openMinute } from './minute-forms';

/** The texts Bedrock refuses calls with. Source: messages seen by callers, 2026. */
export const THROTTLE_TEXTS = {
  requestsPerMinute: 'Too many requests, please wait before trying again.',
  tokensPerMinute: 'Too many tokens, please wait before trying again.',
  tokensPerDay: 'Too many tokens per day, please wait before trying again.',
} as const;

/** The limits a call is held against; `null`: there is none. Zero is a limit. */
export interface CallLimits {
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
  /** Daily limits by name; calls of several pools may share one. */
  readonly daily: readonly { readonly name: string; readonly limit: number }[];
  /**
   * Seconds over which no more than their share of a minute is let in, whatever the minute holds: AWS documents no such
   * limit, and callers of uneven traffic tell of one. @default - none
   */
  readonly burstSeconds?: number;
}

/** A call at the door. */
export interface CallAttempt {
  /** Calls of one pool share the limits of a minute. */
  readonly pool: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds until it ends. */
  readonly duration: number;
  /** input + cache write + cache read + max_tokens, reserved at the start. */
  readonly reservation: number;
  /** Quota tokens it comes to at the end: input + cache write + output × burndown rate. */
  readonly settlement: number;
}

/** Why a call was refused; `null` when it was let in. */
export type Refusal = keyof typeof THROTTLE_TEXTS | null;

/** What was behind a refusal, which its text does not say. */
export type TrueCause =
  | 'zeroQuota'
  | 'tokensPerDay'
  | 'requestsPerMinute'
  | 'tokensPerMinute'
  | 'reservation'
  | 'burst'
  | 'capacity';

interface DayAccount {
  /** The day the count is of. */
  day: number;
  /** Reserved by calls that run, and settled by those that ended. */
  tokens: number;
}

/** A call that was let in, as long as it counts in a burst. */
interface RecentCall {
  readonly at: number;
  readonly reservation: number;
}

/** A minute is used up from this share of its tokens on: what is left is smaller than most calls. */
const USED_UP = 0.9;

interface RunningCall {
  readonly endsAt: number;
  readonly release: (now: number) => void;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * Admission as Bedrock does it: a call reserves its prompt, cached or not, and max_tokens against the minute and the day when
 * it starts, and what it did not use comes back when it ends, to the minute and day it was taken from, if they still run.
 * Attempts must come in the order of time.
 */
export class Admission {
  private readonly minutes = new Map<string, MinuteAccount>();
  private readonly days = new Map<string, DayAccount>();
  private readonly recent = new Map<string, RecentCall[]>();
  private running: RunningCall[] = [];

  /** @param form of the minute. @default 'fixed' */
  constructor(private readonly form: MinuteForm = 'fixed') {}

  private minuteOf(pool: string): MinuteAccount {
    const known = this.minutes.get(pool);
    if (known) return known;
    const fresh = openMinute(this.form);
    this.minutes.set(pool, fresh);
    return fresh;
  }

  /** Lets a call in or refuses it. */
  attempt(call: CallAttempt, limits: CallLimits): Refusal {
    const { at, reservation, settlement } = call;
    this.settle(at);
    const minute = this.minuteOf(call.pool);
    const days = limits.daily.map(({ name, limit }) => ({ account: openDay(this.days, name, at), limit }));
    const { tokensPerMinute, requestsPerMinute } = limits;
    if (tokensPerMinute === 0 || requestsPerMinute === 0) return 'tokensPerDay';
    if (days.some(({ account, limit }) => account.tokens + reservation > limit)) return 'tokensPerDay';
    if (requestsPerMinute !== null && minute.requests(at, requestsPerMinute) + 1 > requestsPerMinute)
      return 'requestsPerMinute';
    if (tokensPerMinute !== null && minute.tokens(at, tokensPerMinute) + reservation > tokensPerMinute)
      return 'tokensPerMinute';
    const burst = this.findBurst(call, limits);
    if (burst !== null) return burst;
    const share = minute.add(at, call);
    const taken = days.map(({ account }) => ({ account, day: account.day }));
    for (const { account } of taken) account.tokens += reservation;
    if (limits.burstSeconds !== undefined) this.recentOf(call, limits.burstSeconds).push(call);
    this.running.push({
      endsAt: at + call.duration,
      release: (now) => {
        share.settle(now, settlement);
        for (const { account, day } of taken) if (account.day === day) account.tokens += settlement - reservation;
      },
    });
    return null;
  }

  /** What was behind a refusal that {@link attempt} has just given. */
  causeOf(call: CallAttempt, refusal: NonNullable<Refusal>, limits: CallLimits): TrueCause {
    const { tokensPerMinute, requestsPerMinute } = limits;
    if (tokensPerMinute === 0 || requestsPerMinute === 0) return 'zeroQuota';
    if (refusal === 'tokensPerDay') return limits.daily.some(({ limit }) => limit === 0) ? 'zeroQuota' : 'tokensPerDay';
    const minute = this.minuteOf(call.pool);
    const requests = requestsPerMinute ?? 0;
    if (refusal === 'requestsPerMinute') return minute.requests(call.at, requests) + 1 > requests ? refusal : 'burst';
    const limit = tokensPerMinute ?? 0;
    if (minute.tokens(call.at, limit) + call.reservation <= limit) return 'burst';
    return minute.used(call.at, limit) + call.settlement >= limit * USED_UP ? 'tokensPerMinute' : 'reservation';
  }

  private recentOf({ pool, at }: CallAttempt, seconds: number): RecentCall[] {
    const recent = (this.recent.get(pool) ?? []).filter((call) => call.at > at - seconds * 1000);
    this.recent.set(pool, recent);
    return recent;
  }

  /** Which limit refuses a call because too much of it came within seconds; `null`: none does. */
  private findBurst(call: CallAttempt, { burstSeconds, requestsPerMinute, tokensPerMinute }: CallLimits): Refusal {
    if (burstSeconds === undefined) return null;
    const recent = this.recentOf(call, burstSeconds);
    const share = burstSeconds / 60;
    if (requestsPerMinute !== null && recent.length + 1 > requestsPerMinute * share) return 'requestsPerMinute';
    const reserved = recent.reduce((sum, { reservation }) => sum + reservation, call.reservation);
    return tokensPerMinute !== null && reserved > tokensPerMinute * share ? 'tokensPerMinute' : null;
  }

  /** Settles the calls that have ended by `now`. */
  settle(now: number): void {
    if (!this.running.some((call) => call.endsAt <= now)) return;
    const still: RunningCall[] = [];
    for (const call of this.running) {
      if (call.endsAt <= now) call.release(call.endsAt);
      else still.push(call);
    }
    this.running = still;
  }
}

function openDay(accounts: Map<string, DayAccount>, name: string, at: number): DayAccount {
  const day = Math.floor(at / DAY_MS);
  const known = accounts.get(name);
  if (known?.day === day) return known;
  const fresh = { day, tokens: 0 };
  accounts.set(name, fresh);
  return fresh;
}
