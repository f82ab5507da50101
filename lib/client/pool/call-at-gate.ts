import type { ThrottleKind } from '../contract/classify-throttle';
import type { Clock } from '../contract/clock';
import type { OnQuotaEvent } from '../contract/events';
import type { Priority } from './fair-queue';

/** The limits of a model in a scope, in quota tokens and requests; absent: not known. 0 is a limit. */
export interface QuotaLimits {
  readonly tokensPerMinute?: number;
  readonly requestsPerMinute?: number;
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

/** What a gate needs of its surroundings. */
export interface GateSettings {
  readonly clock: Clock;
  readonly emit: OnQuotaEvent;
  /** Calls that may wait at once. */
  readonly maxQueue: number;
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
