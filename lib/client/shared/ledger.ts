import { type Amount, dayOf, type Lease, type ProcessClaims, SLOTS_THAT_COUNT, slotOf } from './document';

/** A call that was let in, with what it counts for. */
export interface SharedEntry {
  readonly slot: number;
  readonly day: number;
  tokens: number;
}

const NONE: Amount = { tokens: 0, requests: 0 };
const NO_LEASE: Lease = { ...NONE, until: 0 };

/** What this process took, slot by slot, and what it still holds. */
export class Ledger {
  private readonly slots = new Map<number, Amount>();
  private day = { day: 0, tokens: 0 };
  private held: Lease = NO_LEASE;
  /** Of the day, what the others were last told, with the lease; `null`: nothing yet. */
  private told: { readonly day: number; readonly tokens: number } | null = null;

  /** What it holds now. */
  lease(now: number): Lease {
    return this.held.until >= slotOf(now) ? this.held : NO_LEASE;
  }

  private add(slot: number, { tokens, requests }: Amount): void {
    const before = this.slots.get(slot) ?? NONE;
    this.slots.set(slot, { tokens: before.tokens + tokens, requests: before.requests + requests });
  }

  private turn(now: number): void {
    const [slot, day] = [slotOf(now), dayOf(now)];
    for (const one of this.slots.keys()) if (one <= slot - SLOTS_THAT_COUNT) this.slots.delete(one);
    if (this.day.day !== day) this.day = { day, tokens: 0 };
  }

  /** Lets a call in, on the lease as far as it reaches. */
  admit(now: number, tokens: number): SharedEntry {
    this.turn(now);
    const entry = { slot: slotOf(now), day: dayOf(now), tokens };
    this.add(entry.slot, { tokens, requests: 1 });
    this.day.tokens += tokens;
    this.hold({ tokens: -tokens, requests: -1 });
    return entry;
  }

  /**
   * Puts what was used in the place of what was reserved. What is left over is held again, unless it would be let in later
   * than others are told: they believe that it ends with the minute of its call.
   */
  settle(
    entry: SharedEntry,
    used: number,
    { hasGone, now }: { readonly hasGone: boolean; readonly now: number },
  ): void {
    this.turn(now);
    const back = { tokens: entry.tokens - used, requests: hasGone ? 0 : 1 };
    entry.tokens = used;
    if (this.day.day === entry.day) this.day.tokens -= back.tokens;
    if (!this.slots.has(entry.slot)) return;
    this.add(entry.slot, { tokens: -back.tokens, requests: -back.requests });
    if (entry.slot + SLOTS_THAT_COUNT > this.held.until) this.hold(back);
  }

  private hold({ tokens, requests }: Amount): void {
    const { held } = this;
    this.held = {
      until: held.until,
      tokens: Math.max(0, held.tokens + tokens),
      requests: Math.max(0, held.requests + requests),
    };
  }

  /** Holds no more than a lease that others are about to be told. @returns what it lacks until they are. */
  shrink(next: Lease, now: number): Amount {
    const { tokens, requests, until } = this.lease(now);
    this.held = {
      until: tokens === 0 && requests === 0 ? next.until : Math.min(until, next.until),
      tokens: Math.min(tokens, next.tokens),
      requests: Math.min(requests, next.requests),
    };
    return { tokens: next.tokens - this.held.tokens, requests: next.requests - this.held.requests };
  }

  /** Others were told. @param more what {@link shrink} gave back. */
  confirm(claims: ProcessClaims, more: Amount): void {
    this.held = { ...this.held, until: claims.lease.until };
    this.hold(more);
    this.told = { day: claims.day.day, tokens: claims.day.tokens + claims.lease.tokens };
  }

  /** What was told has been added to what is gone: of the day only what came since is this process's. */
  beginAnew(now: number): void {
    this.turn(now);
    if (this.told?.day === this.day.day) this.day.tokens = Math.max(0, this.day.tokens - this.told.tokens);
    this.told = null;
  }

  /** What was let in within the last so many slots, the running one among them. @default all that count */
  used(now: number, within = SLOTS_THAT_COUNT): Amount {
    const first = slotOf(now) - within;
    let [tokens, requests] = [0, 0];
    for (const [slot, amount] of this.slots) {
      if (slot <= first) continue;
      tokens += amount.tokens;
      requests += amount.requests;
    }
    return { tokens, requests };
  }

  /** Tokens of the UTC day. */
  today(now: number): number {
    this.turn(now);
    return this.day.tokens;
  }

  /** What others are to be told. */
  claims(now: number, lease: Lease): ProcessClaims {
    this.turn(now);
    return { slots: new Map(this.slots), lease, day: { ...this.day } };
  }
}
