import type { Clock } from '../contract/clock';
import type { StoreEvent, StoreTrouble } from '../contract/store-events';
import { within } from '../limits/within';
import type { CallAtGate } from '../pool/call-at-gate';
import { dayOf, type ProcessClaims, slotOf } from './document';
import { exchange, UnreadableStoreError } from './exchange';
import { ExchangePace } from './exchange-pace';
import { coversCall, isLow } from './lease-left';
import { Ledger, type SharedEntry } from './ledger';
import { type LeaseSize, type SharedLimits, sizeLease } from './size-lease';
import type { QuotaStore } from './store';
import { StoreOutage } from './store-outage';

/** An exchange that takes longer has failed, and calls go on without. */
const LONGEST_EXCHANGE_MS = 250;

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

const NO_CALL = { tokens: 0, requests: 0 };

/**
 * What a process holds of quotas that it shares with others. Quota is leased before it is used: ahead and in the background
 * while there is plenty, and for the calls that wait when there is not. So the sum of all is never above the limits.
 */
export class SharedQuota {
  private readonly ledger = new Ledger();
  private readonly outage = new StoreOutage();
  private readonly pace: ExchangePace;
  private readonly id: string;
  private limits: SharedLimits = {};
  private isAsking = false;
  private versions = 0;
  private largest = 0;
  private granted: LeaseSize | null = null;
  /** Of the UTC day, what others took and hold. */
  private others = { day: 0, tokens: 0 };
  private listeners: ((lacksDay: boolean) => void)[] = [];

  constructor(private readonly settings: SharedSettings) {
    this.pace = new ExchangePace(settings.clock);
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

  /** Calls `listener` when the store goes away or comes back. */
  onTurn(listener: () => void): void {
    let wasAway = this.isAway;
    this.onExchange(() => {
      if (wasAway === this.isAway) return;
      wasAway = this.isAway;
      listener();
    });
  }

  private get isIdle(): boolean {
    return Object.keys(this.limits).length === 0;
  }

  /** When to look whether a call may go: now, if it may. Otherwise others are asked, and `waiting` calls with it. */
  admitsAt({ tokens }: CallAtGate, now: number, waiting: number): number {
    if (this.isIdle) return now;
    this.largest = Math.max(tokens, this.largest);
    if (this.isAway) {
      if (now >= this.outage.retryAt) this.ask(NO_CALL, 0);
      return now;
    }
    if (coversCall(this.ledger.lease(now), tokens, this.limits)) return now;
    if (now >= this.pace.askAgainAt) this.ask({ tokens, requests: 1 }, Math.max(1, waiting));
    return this.isAsking ? now + LONGEST_EXCHANGE_MS : Math.max(now + 1, this.pace.askAgainAt);
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
    if (!this.isIdle && !this.isAway && now >= this.pace.askAgainAt) {
      if (isLow(this.ledger.lease(now), this.granted, slotOf(now))) this.ask(NO_CALL, 0);
    }
    return entry;
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
    const { emit, modelId } = this.settings;
    this.isAsking = false;
    const lacks = this.granted?.lacks ?? null;
    this.pace.end(this.granted ? (lacks ? 'full' : 'leased') : 'conflict', waiting > 0);
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
