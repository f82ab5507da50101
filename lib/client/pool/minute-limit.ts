import { SlidingWindow, type WindowEntry } from './window';

const MINUTE_MS = 60_000;

/** This share of a minute may come at once; what is more is spread over the minute. */
const BURST_SHARE = 0.5;

/** After a throttle the limit is taken to be this share of what was let in before it. */
const DECREASE = 0.9;

/** A limit that is known, or was learned, is cut to no less than this by one throttle: what others spent is no lower limit. */
const MOST_DECREASE = 0.5;

/** Of the limit a minute by which it is taken to be higher again, at first. */
const INCREASE_PER_MINUTE = 0.02;

/** After so many minutes without a throttle it rises twice as fast as at first, and ever faster: it was taken too low. */
const CALM_MINUTES = 4;

/** So little is lost to rounding, and must not become a wait. */
const ROUNDING_MS = 1e-3;

/** Throttles of one moment are one piece of news. */
const SAME_MOMENT_MS = 2_000;

/** A limit as it was learned, which rises again. */
interface Learned {
  readonly at: number;
  readonly value: number;
  readonly growthPerMinute: number;
}

/**
 * One limit of a minute, known or not: what it has let in, and what throttles taught about it. An amount that was let in is a
 * reservation until it is settled.
 */
export class MinuteLimit {
  private readonly window = new SlidingWindow(MINUTE_MS);
  private learned: Learned | null = null;
  /** Of the burst that may come at once, what is left; refilled at the pace of the limit. */
  private burst: { level: number; at: number } | null = null;

  /** Of the burst when an amount first had to wait for the minute itself; `null`: none has since the last was let in. */
  private starvedLevel: number | null = null;

  /** @param known `null`: it is not known. */
  constructor(private limit: number | null) {}

  /** The limit as it was given; `null`: it is not known. */
  get known(): number | null {
    return this.limit;
  }

  /** A limit that is known anew, or no more; what throttles taught of the old one is forgotten. */
  set(known: number | null): void {
    if (known === this.limit) return;
    this.limit = known;
    this.learned = null;
    this.burst = null;
  }

  /** The limit that is kept to now; `null`: none is known, and no throttle has taught one. */
  value(now: number): number | null {
    const { learned, known } = this;
    if (!learned) return known;
    const minutes = (now - learned.at) / MINUTE_MS;
    const value = learned.value + minutes * learned.growthPerMinute * (1 + (minutes / CALM_MINUTES) ** 2);
    return known === null ? value : Math.min(known, value);
  }

  /** What was let in within the last minute. */
  used(now: number): number {
    return this.window.used(now);
  }

  private refill(now: number, limit: number): number {
    const most = limit * BURST_SHARE;
    if (!this.burst) return most;
    return Math.min(most, this.burst.level + ((now - this.burst.at) / MINUTE_MS) * limit);
  }

  /** Who had to wait for the minute itself takes no burst that was saved up meanwhile: else each would be followed by the next. */
  private levelFor(now: number, amount: number, limit: number): number {
    const level = this.refill(now, limit);
    if (this.starvedLevel === null) return level;
    return Math.min(level, Math.max(this.starvedLevel, Math.min(amount, limit * BURST_SHARE)));
  }

  /**
   * When an amount can be let in; `null`: never, it is larger than the limit. One that is larger than the burst waits for
   * all of the burst, and takes more.
   * @param cap a lower limit that holds for now. @default - none
   */
  admitsAt(now: number, amount: number, cap = Number.POSITIVE_INFINITY): number | null {
    const limit = Math.min(this.value(now) ?? Number.POSITIVE_INFINITY, Math.max(cap, amount));
    if (limit === Number.POSITIVE_INFINITY) return now;
    const fits = this.window.fitsAt(now, amount, limit);
    if (fits === null) return null;
    if (fits > now) this.starvedLevel ??= this.refill(now, limit);
    const lack = Math.min(amount, limit * BURST_SHARE) - this.refill(fits, limit);
    return lack > 0 ? fits + Math.max(0, Math.ceil((lack / limit) * MINUTE_MS - ROUNDING_MS)) : fits;
  }

  /** Lets an amount in. @returns it, to be settled. */
  admit(now: number, amount: number): WindowEntry {
    const limit = this.value(now);
    if (limit !== null) this.burst = { level: this.levelFor(now, amount, limit) - amount, at: now };
    this.starvedLevel = null;
    return this.window.add(now, amount);
  }

  /** Puts what was used in the place of what was reserved; what is given back can be let in again. */
  settle(entry: WindowEntry, amount: number, now: number): void {
    if (this.burst) this.burst = { level: this.burst.level + entry.amount - amount, at: this.burst.at };
    this.window.settle(entry, amount, now);
  }

  /** Learns from a throttle. @param amount of the call that was refused, which must fit in a minute again. */
  learn(now: number, amount: number): void {
    if (this.learned && now - this.learned.at < SAME_MOMENT_MS) return;
    const used = this.window.used(now);
    const before = this.value(now) ?? Number.POSITIVE_INFINITY;
    const least = Number.isFinite(before) ? before * MOST_DECREASE : 0;
    const value = Math.max(amount, least, Math.min(before, used) * DECREASE);
    this.learned = { at: now, value, growthPerMinute: (this.known ?? value) * INCREASE_PER_MINUTE };
    this.burst = { level: Math.min(0, this.burst?.level ?? 0), at: now };
  }

  /** The shortest time in which an amount can have come back, milliseconds. */
  refillTime(now: number, amount: number): number {
    const limit = this.value(now);
    return limit === null || limit <= 0 ? 0 : Math.min(MINUTE_MS, (amount / limit) * MINUTE_MS);
  }
}
