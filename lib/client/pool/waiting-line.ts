import type { Clock } from '../contract/clock';
import { QuotaWaitError } from '../contract/errors';
import type { CallAtGate, Ticket } from './call-at-gate';
import { FairQueue } from './fair-queue';

interface Waiter extends CallAtGate {
  readonly size: number;
  readonly since: number;
  readonly resolve: (ticket: Ticket) => void;
  readonly reject: (error: unknown) => void;
}

/** Where those who wait are let in. Times are milliseconds since 1970. */
export interface Door {
  admitsAt(call: CallAtGate, now: number): number;
  admit(call: CallAtGate, now: number, since: number): Ticket;
}

/** Calls that wait for room, in a fair order, each until it is let in, its time is over, or its caller gives up. */
export class WaitingLine {
  private readonly queue = new FairQueue<Waiter>();
  private wake: { readonly at: number; readonly controller: AbortController } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly door: Door,
  ) {}

  get length(): number {
    return this.queue.length;
  }

  /** Who is let in next. */
  get head(): CallAtGate | undefined {
    return this.queue.peek();
  }

  /** @throws QuotaWaitError after the call's deadline, the reason of its abort, and what {@link failAll} says. */
  wait(call: CallAtGate, now: number): Promise<Ticket> {
    return new Promise((resolve, reject) => {
      const patience = new AbortController();
      const leave = (error: unknown) => {
        if (this.queue.remove(waiter)) waiter.reject(error);
        this.pump();
      };
      const abort = () => leave(call.signal?.reason);
      const end = () => {
        patience.abort();
        call.signal?.removeEventListener('abort', abort);
      };
      const waiter: Waiter = {
        ...call,
        size: call.tokens,
        since: now,
        resolve: (ticket) => {
          end();
          resolve(ticket);
        },
        reject: (error) => {
          end();
          reject(error);
        },
      };
      call.signal?.addEventListener('abort', abort, { once: true });
      this.leaveAtDeadline(call, { now, leave, signal: patience.signal });
      this.queue.push(waiter);
      this.pump();
    });
  }

  private leaveAtDeadline(
    { deadline, modelId }: CallAtGate,
    { now, leave, signal }: { now: number; leave: (error: unknown) => void; signal: AbortSignal },
  ): void {
    if (!Number.isFinite(deadline)) return;
    const tooLong = new QuotaWaitError(modelId, 'waitLimit', 'the quota has no room within the time of the call');
    this.clock.sleep(Math.max(0, deadline - now), signal).then(
      () => leave(tooLong),
      () => undefined,
    );
  }

  /** Nobody is let in any more. */
  failAll(toError: (call: CallAtGate) => unknown): void {
    for (let waiter = this.queue.shift(); waiter; waiter = this.queue.shift()) waiter.reject(toError(waiter));
  }

  /** Lets in who may go now, and comes back when the next may. */
  pump(): void {
    const now = this.clock.now();
    for (let waiter = this.queue.peek(); waiter; waiter = this.queue.peek()) {
      const at = this.door.admitsAt(waiter, now);
      if (at > now) {
        this.wakeAt(at, now);
        return;
      }
      this.queue.shift();
      waiter.resolve(this.door.admit(waiter, now, waiter.since));
    }
    // A timer for nobody would keep the process alive.
    this.wake?.controller.abort();
    this.wake = null;
  }

  private wakeAt(at: number, now: number): void {
    if (this.wake?.at === at) return;
    this.wake?.controller.abort();
    const wake = { at, controller: new AbortController() };
    this.wake = wake;
    this.clock.sleep(at - now, wake.controller.signal).then(
      () => {
        if (this.wake === wake) this.wake = null;
        this.pump();
      },
      () => undefined,
    );
  }
}
