import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../lib/client/contract/clock';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Turns of the loop that an SDK's first call takes until it waits. */
const TURNS = 10;

/** A clock that stands until it is moved on; who sleeps wakes at the right time, in the order of time. */
export class SimulatedClock implements Clock {
  private sleepers: Sleeper[] = [];
  private seed = 1;

  /** @param isBusy whether something is under way that takes the machine's time; the clock stands meanwhile. @default - nothing is */
  constructor(
    private time: number,
    private readonly isBusy: () => boolean = () => false,
  ) {}

  /** Lets what is under way come to where it waits. */
  private async settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn++) {
      await setImmediate();
      if (this.isBusy()) turn = 0;
    }
  }

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
    await this.settle();
    for (;;) {
      const next = this.sleepers.reduce<Sleeper | null>(
        (first, one) => (first && first.at <= one.at ? first : one),
        null,
      );
      if (!next || next.at > until) break;
      this.time = Math.max(this.time, next.at);
      this.sleepers = this.sleepers.filter((one) => one !== next);
      next.wake();
      await this.settle();
    }
    this.time = until;
  }
}
