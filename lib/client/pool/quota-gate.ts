import type { ThrottleKind } from '../contract/classify-throttle';
import { DailyQuotaExhaustedError, QuotaWaitError } from '../contract/errors';
import type { CallAtGate, GateSettings, QuotaLimits, SharedTicket, Ticket } from './call-at-gate';
import { DailyBreaker } from './daily-breaker';
import { DayBudget, type DayEntry } from './day-budget';
import { MinuteLimit } from './minute-limit';
import { PoolPause } from './pool-pause';
import { WaitingLine } from './waiting-line';
import type { WindowEntry } from './window';

/** What AWS said of an attempt that it refused. */
interface Refusal {
  readonly kind: ThrottleKind;
  readonly attempt: number;
  /** Milliseconds; `null`: it did not say. */
  readonly retryAfter: number | null;
}

function isZero({ tokensPerMinute, requestsPerMinute, tokensPerDay }: QuotaLimits): boolean {
  return tokensPerMinute === 0 || requestsPerMinute === 0 || tokensPerDay === 0;
}

/** Where the calls that share quotas go through: at their pace, in a fair order, and not at all while their day is used up. */
export class QuotaGate {
  private readonly tokens = new MinuteLimit(null);
  private readonly requests = new MinuteLimit(null);
  private readonly day = new DayBudget(null);
  private readonly breaker = new DailyBreaker();
  private readonly pause: PoolPause;
  private readonly line: WaitingLine;
  private hasZero = false;
  private isBlocked = false;

  constructor(
    limits: QuotaLimits,
    private readonly settings: GateSettings,
  ) {
    this.pause = new PoolPause(settings.clock);
    this.line = new WaitingLine(settings.clock, {
      admitsAt: (call, now) => this.admitsAt(call, now),
      admit: (call, now, since) => this.admit(call, now, false, since),
    });
    settings.shared?.onExchange((lacksDay) => {
      const head = lacksDay ? this.line.head : undefined;
      if (head) this.openDay(head.modelId, settings.clock.now());
      else this.line.pump();
    });
    this.setLimits(limits);
  }

  /**
   * Limits that are known anew. A limit of 0 is no pace: calls fail at once, but for a probe.
   * @param isBlocked the same for another reason, such as a day of which others say that it is used up.
   */
  setLimits(limits: QuotaLimits, isBlocked = false): void {
    const wasBlocked = this.isBlocked;
    this.hasZero = isZero(limits);
    this.isBlocked = this.hasZero || isBlocked;
    this.tokens.set(limits.tokensPerMinute || null);
    this.requests.set(limits.requestsPerMinute || null);
    this.day.set(limits.tokensPerDay || null);
    if (this.isBlocked && !wasBlocked) this.breaker.doubt(this.settings.clock.now());
    if (wasBlocked && !this.isBlocked) this.breaker.close();
    this.line.pump();
  }

  /** Tokens a minute as they are taken to be; `null`: not known. */
  tokensPerMinute(): number | null {
    return this.tokens.value(this.settings.clock.now());
  }

  /**
   * Waits for room. @throws DailyQuotaExhaustedError at once while the day is used up, QuotaWaitError when the queue is full,
   * the wait too long or the call larger than the quota, and the reason of an abort.
   */
  async enter(call: CallAtGate): Promise<Ticket> {
    const { clock } = this.settings;
    const now = clock.now();
    call.signal?.throwIfAborted();
    if (this.askDay(call, now)) return this.admit(call, now, true);
    this.requireFit(call, now);
    if (this.line.length === 0 && this.admitsAt(call, now) <= now) return this.admit(call, now, false);
    if (this.line.length >= this.settings.maxQueue) {
      throw new QuotaWaitError(call.modelId, 'queueFull', `${this.line.length} calls wait for the quota already`);
    }
    this.settings.emit({ type: 'waiting', modelId: call.modelId, tokens: call.tokens, queued: this.line.length });
    return this.line.wait(call, now);
  }

  /** @returns whether the call is the probe of a day that was used up. @throws DailyQuotaExhaustedError */
  private askDay(call: CallAtGate, now: number): boolean {
    const answer = this.breaker.ask(now);
    if (typeof answer === 'number') throw this.exhausted(call.modelId, answer);
    if (answer === 'probe') return true;
    const { shared } = this.settings;
    if (this.day.hasRoom(now, call.tokens) && (shared?.hasDay(now, call.tokens) ?? true)) return false;
    throw this.exhausted(call.modelId, this.openDay(call.modelId, now));
  }

  private exhausted(modelId: string, retryAt: number): DailyQuotaExhaustedError {
    return new DailyQuotaExhaustedError(modelId, new Date(retryAt), this.hasZero ? true : null);
  }

  /** The typed error of a call that AWS refused for the day. */
  toDailyError(modelId: string, cause: unknown): DailyQuotaExhaustedError {
    const answer = this.breaker.retryAt ?? this.settings.clock.now();
    return new DailyQuotaExhaustedError(modelId, new Date(answer), this.hasZero ? true : null, { cause });
  }

  private openDay(modelId: string, now: number): number {
    const retryAt = this.breaker.open(now);
    this.settings.emit({ type: 'opened', modelId, retryAt: new Date(retryAt), kind: 'tokensPerDay' });
    this.line.failAll((waiter) => this.exhausted(waiter.modelId, retryAt));
    return retryAt;
  }

  private requireFit({ modelId, tokens }: CallAtGate, now: number): void {
    const { known } = this.tokens;
    if (known === null || tokens <= known || this.tokens.value(now) !== known) return;
    const told = `the call takes ${Math.ceil(tokens)} quota tokens, more than the ${known} of a minute; lower max_tokens`;
    throw new QuotaWaitError(modelId, 'tooLarge', told);
  }

  /** What a call takes of a minute: one larger than a learned limit waits for an empty minute. */
  private sizeOf(tokens: number, now: number): number {
    return Math.min(tokens, this.tokens.value(now) ?? tokens);
  }

  private admitsAt(call: CallAtGate, now: number): number {
    const { shared } = this.settings;
    const pace = this.day.pace(now) ?? Number.POSITIVE_INFINITY;
    const size = this.sizeOf(call.tokens, now);
    const ofTokens = this.tokens.admitsAt(now, size, pace) ?? now;
    const ofRequests = this.requests.admitsAt(now, 1) ?? now;
    const own = Math.max(this.pause.until, ofTokens, ofRequests);
    return shared && own <= now ? shared.admitsAt(call, now, this.line.length) : own;
  }

  private admit(call: CallAtGate, now: number, isProbe: boolean, since = now): Ticket {
    const { modelId, tokens } = call;
    const entries = {
      tokens: this.tokens.admit(now, tokens),
      request: this.requests.admit(now, 1),
      day: this.day.add(now, tokens),
      shared: this.settings.shared?.admit(now, tokens),
    };
    this.settings.emit({ type: 'admitted', modelId, tokens, waited: now - since });
    return this.toTicket(call, entries, isProbe);
  }

  private toTicket(
    { modelId, tokens }: CallAtGate,
    entries: {
      readonly tokens: WindowEntry;
      readonly request: WindowEntry;
      readonly day: DayEntry;
      readonly shared: SharedTicket | undefined;
    },
    isProbe: boolean,
  ): Ticket {
    const { clock, emit } = this.settings;
    let isOpen = true;
    const end = (used: number, hasGone: boolean): boolean => {
      if (!isOpen) return false;
      isOpen = false;
      const now = clock.now();
      this.tokens.settle(entries.tokens, used, now);
      this.day.settle(entries.day, used);
      if (!hasGone) this.requests.settle(entries.request, 0, now);
      if (entries.shared) this.settings.shared?.settle(entries.shared, used, hasGone);
      return true;
    };
    const refuse = (used: number, { kind, ...refused }: Refusal) => {
      if (!end(used, used > 0)) return;
      this.learn(kind, { modelId, tokens, ...refused });
      if (isProbe) this.breaker.giveBack(clock.now());
      this.line.pump();
    };
    return {
      settle: (used) => {
        if (!end(used ?? tokens, true)) return;
        emit({ type: 'settled', modelId, reserved: tokens, used: used ?? tokens, isEstimate: used === null });
        this.pause.clear();
        if (this.breaker.close()) this.reopen(modelId, isProbe);
        this.line.pump();
      },
      refuse: (kind, attempt, retryAfter) => refuse(0, { kind, attempt, retryAfter }),
      interrupt: (kind, attempt) => refuse(tokens, { kind, attempt, retryAfter: null }),
      withdraw: () => {
        if (!end(0, true)) return;
        if (isProbe) this.breaker.giveBack(clock.now());
        this.line.pump();
      },
    };
  }

  /** The day that was used up is over. */
  private reopen(modelId: string, isProbe: boolean): void {
    if (isProbe) this.day.forget(this.settings.clock.now());
    this.settings.emit({ type: 'closed', modelId });
  }

  private learn(
    kind: ThrottleKind,
    refused: { modelId: string; tokens: number; attempt: number; retryAfter: number | null },
  ): void {
    const { clock, emit } = this.settings;
    const { modelId, tokens, attempt, retryAfter } = refused;
    const now = clock.now();
    const isRequests = kind === 'requestsPerMinute';
    const limit = isRequests ? this.requests : this.tokens;
    if (kind === 'tokensPerDay') this.openDay(modelId, now);
    else if (isRequests || kind === 'tokensPerMinute' || kind === 'throttled') {
      const amount = isRequests ? 1 : tokens;
      limit.learn(now, amount);
      this.pause.lengthen(limit.refillTime(now, amount));
    }
    if (retryAfter !== null) this.pause.atLeast(now + retryAfter);
    emit({ type: 'throttled', modelId, kind, attempt, limit: limit.value(now) });
  }
}
