const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** First wait after the day's end, or a quota of 0, was told; it doubles with each probe that fails. */
const FIRST_WAIT_MS = 5 * MINUTE_MS;

/** The longest of them: an increase that AWS grants is found within it. */
const LONGEST_WAIT_MS = 60 * MINUTE_MS;

/** So long after midnight UTC a probe is made at the latest, for the day may end there. */
const AFTER_MIDNIGHT_MS = 5_000;

/** Whether calls are made: `probing`, one is, and the others fail until it is known how it went. */
type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly retryAt: number; readonly wait: number }
  | { readonly kind: 'probing'; readonly wait: number; readonly since: number };

/** A probe of which nothing is heard is given up after this long. */
const LOST_PROBE_MS = 10 * MINUTE_MS;

/** Makes calls fail at once while a day is used up, but for a probe now and then. */
export class DailyBreaker {
  private state: State = { kind: 'closed' };

  /** When a probe is made next; `null`: all calls go, or one is under way. */
  get retryAt(): number | null {
    return this.state.kind === 'open' ? this.state.retryAt : null;
  }

  /** Whether a call may go: `'probe'` for the one that finds out. A number is the time to try again. */
  ask(now: number): 'go' | 'probe' | number {
    const { state } = this;
    if (state.kind === 'closed') return 'go';
    if (state.kind === 'probing') {
      if (now - state.since < LOST_PROBE_MS) return state.since + LOST_PROBE_MS;
    } else if (now < state.retryAt) return state.retryAt;
    this.state = { kind: 'probing', wait: state.wait, since: now };
    return 'probe';
  }

  /** AWS said that the day is used up. @returns the time to try again. */
  open(now: number): number {
    const wait = this.state.kind === 'closed' ? FIRST_WAIT_MS : Math.min(LONGEST_WAIT_MS, this.state.wait * 2);
    const midnight = (Math.floor(now / DAY_MS) + 1) * DAY_MS + AFTER_MIDNIGHT_MS;
    // A second refusal of calls that went together is no second probe.
    if (this.state.kind === 'open' && now < this.state.retryAt) return this.state.retryAt;
    const retryAt = Math.min(now + wait, midnight);
    this.state = { kind: 'open', retryAt, wait };
    return retryAt;
  }

  /** A limit of 0 is known: one call finds out whether that holds, the others fail. */
  doubt(now: number): void {
    if (this.state.kind === 'closed') this.state = { kind: 'open', retryAt: now, wait: FIRST_WAIT_MS / 2 };
  }

  /** A call was served. @returns whether calls were held back until now. */
  close(): boolean {
    const wasOpen = this.state.kind !== 'closed';
    this.state = { kind: 'closed' };
    return wasOpen;
  }

  /** The probe ended without an answer about the day. */
  giveBack(now: number): void {
    if (this.state.kind === 'probing') this.state = { kind: 'open', retryAt: now, wait: this.state.wait };
  }
}
