import type { QuotaEvent } from '../../../../lib/client';
import type { QuotaLimits, Ticket } from '../../../../lib/client/pool/call-at-gate';
import { QuotaGate } from '../../../../lib/client/pool/quota-gate';
import { SharedQuota } from '../../../../lib/client/shared/shared-quota';
import type { QuotaStore } from '../../../../lib/client/shared/store';
import type { SimulatedClock } from '../simulated-clock';

export const MINUTE = 60_000;
/** Noon UTC, at the beginning of a minute. */
export const NOON = 20_000 * 1_440 * MINUTE + 720 * MINUTE;
export const MODEL = 'amazon.nova-lite-v1:0';

/** A call that was let in: what counts of it for AWS, from when on. */
export interface Admitted {
  readonly at: number;
  tokens: number;
}

/** One process at the gate of a pool. */
export interface Process {
  readonly quota: SharedQuota;
  readonly events: QuotaEvent[];
  /** Calls, each let in once there is room, that come to `used` tokens after `after` milliseconds. */
  call(tokens: number, used?: number, after?: number): Promise<Ticket>;
}

/** Starts a process; what it lets in comes to `admitted` too. */
export function startProcess(
  store: QuotaStore,
  limits: QuotaLimits,
  { clock, admitted }: { readonly clock: SimulatedClock; readonly admitted: Admitted[] },
): Process {
  const events: QuotaEvent[] = [];
  const emit = (event: QuotaEvent) => events.push(event);
  const quota = new SharedQuota({ store, key: async () => 'us-east-1 pool', modelId: MODEL, clock, emit });
  const gate = new QuotaGate(limits, { clock, emit, maxQueue: 10_000, shared: quota });
  quota.setLimits(limits);
  const deadline = Number.POSITIVE_INFINITY;
  return {
    quota,
    events,
    async call(tokens, used = tokens, after = 0) {
      const ticket = await gate.enter({ modelId: MODEL, tokens, priority: 'normal', deadline });
      const one = { at: clock.now(), tokens };
      admitted.push(one);
      if (after > 0) {
        void clock.sleep(after).then(() => {
          one.tokens = used;
          ticket.settle(used);
        });
      }
      return ticket;
    },
  };
}

/** The most that counts within any 60 seconds, or within any minute of the clock. */
export function mostInAMinute(admitted: readonly Admitted[]): number {
  const sumFrom = (start: number) =>
    admitted.filter(({ at }) => at >= start && at < start + MINUTE).reduce((sum, { tokens }) => sum + tokens, 0);
  return Math.max(0, ...admitted.flatMap(({ at }) => [sumFrom(at), sumFrom(Math.floor(at / MINUTE) * MINUTE)]));
}

/** A store that can be switched to fail or hang, and knows how many answers are under way. */
export function switchable(store: QuotaStore) {
  const state = { mode: 'up' as 'up' | 'fails' | 'hangs', running: 0, asked: 0 };
  async function answer<T>(work: () => Promise<T>): Promise<T> {
    state.asked++;
    if (state.mode === 'fails') throw new Error('away');
    if (state.mode === 'hangs') return new Promise<T>(() => undefined);
    state.running++;
    try {
      return await work();
    } finally {
      state.running--;
    }
  }
  const own: QuotaStore = {
    read: (key, signal) => answer(() => store.read(key, signal)),
    write: (text, signal) => answer(() => store.write(text, signal)),
  };
  return { state, store: own };
}
