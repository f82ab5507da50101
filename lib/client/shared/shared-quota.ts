import type { Clock } from '../contract/clock';
import type { StoreEvent, StoreTrouble } from '../contract/store-events';
import { within } from '../limits/within';
import type { CallAtGate } from '../pool/call-at-gate';
import { dayOf, type ProcessClaims, SLOT_MS, slotOf } from './document';
import { exchange, UnreadableStoreError } from './exchange';
import { Ledger, type SharedEntry } from './ledger';
import { type LeaseSize, type SharedLimits, sizeLease } from './size-lease';
import type { QuotaStore } from './store';
import { StoreOutage } from './store-outage';

/** An exchange that takes longer has failed, and calls go on without. */
const LONGEST_EXCHANGE_MS = 250;

/** Between two exchanges, where no call waits, and where one does: milliseconds. */
const CALM_MS = 500;
const BUSY_MS = 100;

/** Processes that get into one another's way spread over so much, milliseconds. */
const LONGEST_SPREAD_MS = 10_000;

/** What a shared quota needs of its surroundings. */
export interface SharedSettings {
  readonly store: QuotaStore;
  /** The key of the pool in the store. */
  readonly key: () => Promise<string>;
  /** The model as events name it. */
  readonly modelId: string;
  readonly clock: Clock;
  readonly emit: (event: StoreEvent) => void;
}

/** A lease of which less is left, of its time, is made anew. */
const REFRESHED_BELOW = 0.75;

const NO_CALL = { tokens: 0, requests: 0 };

/**
 * What a process holds of quotas that it shares with others. Quota is leased before it is used: ahead and in the background
 * while there is plenty, and for the calls that wait when there is not. So the sum of all is never above the limits.
 */
export class SharedQuota {
  private readonly ledger = new Ledger();
  private readonly outage = new StoreOutage();
  private readonly id: string;
  private limits: SharedLimits = {};
  private isAsking = false;
  private askAgainAt = 0;
  private versions = 0;
  private largest = 0;
  /** Exchanges in a row that came to nothing because others came first. */
  private conflicts = 0;
  private granted: LeaseSize | null = null;
  /** Of the UTC day, what others took and hold. */
  private others = { day: 0, tokens: 0 };
  private listeners: ((lacksDay: boolean) => void)[] = [];

  constructor(private readonly settings: SharedSettings) {
    const part = () => settings.clock.random().toString(36).slice(2, 8);
    this.id = `${part()}${part()}`;
  }

  /** Whether the store is away: what others take is not known then. */
  get isAway(): boolean {
    return this.outage.isAway;
  }

  /** Limits that are known anew. One of 0 is no pace. */
  setLimits({ tokensPerMinute, requestsPerMinute, tokensPerDay }: SharedLimits): void {
    this.limits = {
      ...(tokensPerMinute ? { tokensPerMinute } : {}),
      ...(requestsPerMinute ? { requestsPerMinute } : {}),
      ...(tokensPerDay ? { tokensPerDay } : {}),
    };
  }

  /** Calls `listener` after every exchange; `lacksDay`: it had no room in the day for the call that waited. */
  onExchange(listener: (lacksDay: boolean) => void): void {
    this.listeners.push(listener);
  }

  private get isIdle(): boolean {
    return Object.keys(this.limits).length === 0;
  }

  private covers(now: number, tokens: number): boolean {
    const { tokensPerMinute, requestsPerMinute, tokensPerDay } = this.limits;
    const lease = this.ledger.lease(now);
    const isCounted = tokensPerMinute !== undefined || tokensPerDay !== undefined;
    return (
      lease.until > 0 &&
      (!isCounted || lease.tokens >= Math.min(tokens, tokensPerMinute ?? tokens)) &&
      (requestsPerMinute === undefined || lease.requests >= 1)
    );
  }

  /** When to look whether a call may go: now, if it may. Otherwise others are asked, and `waiting` calls with it. */
  admitsAt({ tokens }: CallAtGate, now: number, waiting: number): number {
    if (this.isIdle) return now;
    this.largest = Math.max(tokens, this.largest);
    if (this.isAway) {
      if (now >= this.outage.retryAt) this.ask(NO_CALL, 0);
      return now;
    }
    if (this.covers(now, tokens)) return now;
    if (now >= this.askAgainAt) this.ask({ tokens, requests: 1 }, Math.max(1, waiting));
    return this.isAsking ? now + LONGEST_EXCHANGE_MS : Math.max(now + 1, this.askAgainAt);
  }

  /** Whether the UTC day of all has room for a call, as far as others told. */
  hasDay(now: number, tokens: number): boolean {
    const { tokensPerDay } = this.limits;
    if (tokensPerDay === undefined || this.isAway || this.others.day !== dayOf(now)) return true;
    return this.ledger.today(now) + this.others.tokens + tokens <= tokensPerDay;
  }

  /** Lets a call in. @returns it, to be settled. */
  admit(now: number, tokens: number): SharedEntry {
    const entry = this.ledger.admit(now, tokens);
    if (!this.isIdle && !this.isAway && now >= this.askAgainAt && this.isLow(now)) this.ask(NO_CALL, 0);
    return entry;
  }

  /** Whether to lease more before it is missed; not where there is little, for others may need it. */
  private isLow(now: number): boolean {
    const { granted } = this;
    if (!granted || granted.lacks || granted.slots === 1) return false;
    const { until, tokens, requests } = this.ledger.lease(now);
    const isSpent = tokens < granted.tokens / 2 || requests < granted.requests / 2;
    return isSpent || until - slotOf(now) < granted.slots * REFRESHED_BELOW;
  }

  /** @param used 0 of a call that took nothing; `hasGone`: it counts as a request. */
  settle(entry: SharedEntry, used: number, hasGone: boolean): void {
    this.ledger.settle(entry, used, { hasGone, now: this.settings.clock.now() });
  }

  /** Begins an exchange, if none is under way. */
  private ask(call: typeof NO_CALL, waiting: number): void {
    if (this.isAsking) return;
    this.isAsking = true;
    let signal: AbortSignal | null = null;
    const work = (own: AbortSignal) => {
      signal = own;
      return this.exchange(own, call, waiting);
    };
    void within(this.settings.clock, LONGEST_EXCHANGE_MS, work)
      .then(
        () => this.succeed(waiting),
        (error: unknown) => this.fail(error, signal?.aborted ?? false),
      )
      .then(
        () => undefined,
        // Nobody's call is there to fail of what a listener of events throws.
        () => undefined,
      );
  }

  private async exchange(signal: AbortSignal, call: typeof NO_CALL, waiting: number): Promise<void> {
    const { store, clock } = this.settings;
    let more = NO_CALL;
    let size: LeaseSize | null = null;
    const told = await exchange({
      store,
      key: await this.settings.key(),
      id: this.id,
      nextVersion: () => `${this.id}.${this.versions++}`,
      clock,
      signal,
      replaces: this.outage.isOver(clock.now()),
      claim: (others, isKnown): ProcessClaims => {
        const now = clock.now();
        if (!isKnown) this.ledger.beginAnew(now);
        const own = this.ledger.used(now);
        this.others = { day: dayOf(now), tokens: others.today };
        size = sizeLease({
          limits: this.limits,
          taken: { tokens: others.taken.tokens + own.tokens, requests: others.taken.requests + own.requests },
          held: others.held,
          today: others.today + this.ledger.today(now),
          call,
          waiting,
          recent: own,
          largest: this.largest,
        });
        const lease = { tokens: size.tokens, requests: size.requests, until: slotOf(now) + size.slots };
        more = this.ledger.shrink(lease, now);
        return this.ledger.claims(now, lease);
      },
    });
    signal.throwIfAborted();
    this.granted = told && size;
    if (told) this.ledger.confirm(told, more);
  }

  private succeed(waiting: number): void {
    const { clock, emit, modelId } = this.settings;
    const now = clock.now();
    this.isAsking = false;
    const lacks = this.granted?.lacks ?? null;
    // Room comes with a new slot; those who wait for it do not all come at once.
    const next = (Math.floor(now / SLOT_MS) + 1) * SLOT_MS + clock.random() * (SLOT_MS / 4);
    this.conflicts = this.granted ? 0 : this.conflicts + 1;
    const pause = waiting > 0 ? BUSY_MS * (1 + clock.random()) : CALM_MS;
    const spread = Math.min(LONGEST_SPREAD_MS, BUSY_MS * 2 ** this.conflicts) * clock.random();
    this.askAgainAt = this.granted && lacks ? next : now + pause + (this.conflicts > 0 ? spread : 0);
    const wasAway = this.outage.end();
    this.tell(lacks === 'day');
    if (wasAway) emit({ type: 'storeBack', modelId });
  }

  private fail(error: unknown, isLate: boolean): void {
    const { clock, emit, modelId } = this.settings;
    const now = clock.now();
    this.isAsking = false;
    const isNew = this.outage.fail(now);
    this.tell(false);
    const why: StoreTrouble = isLate ? 'timeout' : error instanceof UnreadableStoreError ? 'unreadable' : 'failed';
    if (isNew) emit({ type: 'storeAway', modelId, why, error, retryAt: new Date(this.outage.retryAt) });
  }

  private tell(lacksDay: boolean): void {
    for (const listener of this.listeners) listener(lacksDay);
  }
}
