import type { Clock } from '../contract/clock';
import { SLOT_MS } from './document';

/** Between two exchanges, where no call waits, and where one does: milliseconds. */
const CALM_MS = 500;
const BUSY_MS = 100;

/** Processes that get into one another's way spread over so much, milliseconds. */
const LONGEST_SPREAD_MS = 10_000;

/** How an exchange came out: `conflict`, others always came first; `full`, there is no room. */
export type ExchangeEnd = 'conflict' | 'full' | 'leased';

/** When the others are asked again, so that neither the store nor the other processes are kept from their work. */
export class ExchangePace {
  /** Exchanges in a row that came to nothing because others came first. */
  private conflicts = 0;
  private next = 0;

  constructor(private readonly clock: Clock) {}

  /** Milliseconds since 1970. */
  get askAgainAt(): number {
    return this.next;
  }

  /** An exchange is over; `isAwaited`: calls wait. */
  end(how: ExchangeEnd, isAwaited: boolean): void {
    const { clock } = this;
    const now = clock.now();
    this.conflicts = how === 'conflict' ? this.conflicts + 1 : 0;
    if (how === 'full') {
      // Room comes with a new slot; those who wait for it do not all come at once.
      this.next = (Math.floor(now / SLOT_MS) + 1) * SLOT_MS + clock.random() * (SLOT_MS / 4);
      return;
    }
    const pause = isAwaited ? BUSY_MS * (1 + clock.random()) : CALM_MS;
    const spread = Math.min(LONGEST_SPREAD_MS, BUSY_MS * 2 ** this.conflicts) * clock.random();
    this.next = now + pause + (how === 'conflict' ? spread : 0);
  }
}
