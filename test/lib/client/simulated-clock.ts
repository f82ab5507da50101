import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../lib/client/contract/clock';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Lets what is under way come to where it waits: an SDK's first call takes some turns of the loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await setImmediate();
}

/** A clock that stands until it is moved on; who sleeps wakes at the right time, in the order of time. */
export class SimulatedClock implements Clock {
  private sleepers: Sleeper[] = [];
  private seed = 1;

  constructor(private time: number) {}

  now(): number {
    return this.time;
  }

  /** The same row of numbers in every run. */
  random(): number {
    this.seed = (this.seed * 16_807) % 2_147_483_647;
    return this.seed / 2_147_483_647;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const sleeper: Sleeper = { at: this.time + milliseconds, wake: resolve };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.sleepers = this.sleepers.filter((one) => one !== sleeper);
        reject(signal.reason);
      });
    });
  }

  /** Those who sleep. */
  get sleeping(): number {
    return this.sleepers.length;
  }

  /** Moves time on. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    await settle();
    for (;;) {
      const next = this.sleepers.reduce<Sleeper | null>(
        (first, one) => (first && first.at <= one.at ? first : one),
        null,
      );
      if (!next || next.at > until) break;
      this.time = Math.max(this.time, next.at);
      this.sleepers = this.sleepers.filter((one) => one !== next);
      next.wake();
      await settle();
    }
    this.time = until;
  }
}
