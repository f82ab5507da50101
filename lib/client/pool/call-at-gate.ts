import type { ThrottleKind } from '../contract/classify-throttle';
import type { Clock } from '../contract/clock';
import type { OnQuotaEvent } from '../contract/events';
import type { Priority } from './fair-queue';

/** The limits of a model in a scope, in quota tokens and requests; absent: not known. 0 is a limit. */
export interface QuotaLimits {
  /** Quota tokens. @default - learned from throttles */
  readonly tokensPerMinute?: number;
  /** @default - learned from throttles */
  readonly requestsPerMinute?: number;
  /** Quota tokens. @default - not known: calls go on until AWS refuses one */
  readonly tokensPerDay?: number;
}

/** A call that wants to go. */
export interface CallAtGate {
  readonly modelId: string;
  /** Quota tokens that it takes until it is settled: what AWS reserves, or what it is expected to come to if that is more. */
  readonly tokens: number;
  readonly priority: Priority;
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970 until which it may wait. */
  readonly deadline: number;
}

/** A call as it counts for all processes that share a quota, to be settled. */
export type SharedTicket = object;

/** What other processes leave of the quotas. */
export interface SharedRoom {
  /** When to look whether a call may go: now, if it may. `waiting` calls may want to go with it. */
  admitsAt(call: CallAtGate, now: number, waiting: number): number;
  /** Whether the day of all has room. */
  hasDay(now: number, tokens: number): boolean;
  admit(now: number, tokens: number): SharedTicket;
  /** `hasGone`: it counts as a request. */
  settle(ticket: SharedTicket, used: number, hasGone: boolean): void;
  /** Calls `listener` when there may be room; `lacksDay`: the call that waited found none in the day. */
  onExchange(listener: (lacksDay: boolean) => void): void;
}

/** What a gate needs of its surroundings. */
export interface GateSettings {
  readonly clock: Clock;
  readonly emit: OnQuotaEvent;
  /** Calls that may wait at once. */
  readonly maxQueue: number;
  /** @default - none: quotas are this process's own */
  readonly shared?: SharedRoom | undefined;
}

/** A call that was let in. It is settled, refused or withdrawn, once. */
export interface Ticket {
  /** AWS served it. @param used quota tokens; `null`: the answer does not say, and the reservation stands. */
  settle(used: number | null): void;
  /** AWS refused it. @param retryAfter milliseconds, as AWS asked for. */
  refuse(kind: ThrottleKind, attempt: number, retryAfter: number | null): void;
  /** AWS let it in, and refused the rest of its stream: what it reserved counts, for how much AWS gives back is not known. */
  interrupt(kind: ThrottleKind, attempt: number): void;
  /** It failed for another reason, or was given up: it took nothing that is known. */
  withdraw(): void;
}
