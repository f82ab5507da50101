import { type FoundLimits, findLimits } from '../../core/limits/find-limits';
import { readSnapshot } from '../../core/limits/read-snapshot';
import type { LimitsSnapshot } from '../../core/limits/snapshot';
import { LIMITS_STALE_MINUTES } from '../../core/vocabulary/cadence';
import type { Clock } from '../contract/clock';
import type { LimitsEvent, LimitsTrouble } from '../contract/limits-events';
import type { ModelPool } from '../request/model-pool';
import { MissingSsmError, type ReadParameter } from './read-parameter';
import { within } from './within';

const MINUTE_MS = 60_000;

/** A read that takes longer has failed. */
const LONGEST_READ_MS = 5_000;

/** What live limits need of their surroundings. */
export interface LiveSettings {
  readonly read: ReadParameter;
  /** That of the Bedrock client. */
  readonly region: () => Promise<string>;
  readonly clock: Clock;
  readonly emit: (event: LimitsEvent) => void;
  readonly refreshMs: number;
  readonly firstReadMs: number;
}

function unread(why: LimitsTrouble, message: string): LimitsEvent {
  return { type: 'limitsUnread', why, message };
}

/**
 * The limits that the watchdog publishes, read when calls come and the last read is old enough: there is no timer between
 * calls. What cannot be read or used changes nothing but that it is told.
 */
export class LiveLimits {
  private snapshot: LimitsSnapshot | null = null;
  private reading: Promise<void> | null = null;
  private readAgainAt = Number.NEGATIVE_INFINITY;
  /** What calls wait for until the first read is over, or long enough under way. */
  private first: Promise<void> | null = null;
  private hasBegun = false;
  private told = '';
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly settings: LiveSettings) {}

  /** Calls `listener` after every read: limits, or how far they are believed, may be others. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Begins a read where one is due. @returns what a call must wait for; `null`: nothing. */
  refresh(): Promise<void> | null {
    const { clock, refreshMs, firstReadMs } = this.settings;
    const now = clock.now();
    if (this.reading === null && now >= this.readAgainAt) {
      this.readAgainAt = now + refreshMs;
      const reading = this.read().then(
        () => undefined,
        // Nobody's call is there to fail of what a listener of events throws.
        () => undefined,
      );
      this.reading = reading.finally(() => {
        this.reading = null;
      });
      if (!this.hasBegun) this.first = this.awaitFirst(this.reading, firstReadMs);
      this.hasBegun = true;
    }
    return this.first;
  }

  private async awaitFirst(reading: Promise<void>, most: number): Promise<void> {
    // Late is no failure here: the call goes without.
    await within(this.settings.clock, most, () => reading).catch(() => undefined);
    this.first = null;
  }

  /** The limits of a pool; `null`: none are known. */
  of({ scope, baseModelId }: ModelPool): FoundLimits | null {
    return this.snapshot && findLimits(this.snapshot, scope, baseModelId);
  }

  /** Whether what the limits block is believed: they are no older than a watchdog that runs lets them become. */
  get isFresh(): boolean {
    const madeAt = this.snapshot?.madeAt ?? null;
    return madeAt !== null && this.settings.clock.now() / MINUTE_MS - madeAt <= LIMITS_STALE_MINUTES;
  }

  private async read(): Promise<void> {
    const trouble = await this.load();
    for (const listener of this.listeners) listener();
    if (trouble) this.settings.emit(trouble);
    else this.tell();
  }

  /** Takes what is published now. @returns why it could not. */
  private async load(): Promise<LimitsEvent | null> {
    const { clock, read, region } = this.settings;
    let text: string;
    let own: string;
    try {
      [text, own] = await within(clock, LONGEST_READ_MS, (signal) => Promise.all([read(signal), region()]));
    } catch (error) {
      const why = error instanceof MissingSsmError ? 'noSsmClient' : 'failed';
      return unread(why, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
    const reading = readSnapshot(text);
    if (reading.kind === 'junk') return unread('junk', `the text is no snapshot of limits, at "${reading.at}"`);
    if (reading.kind === 'newer') {
      return unread('newerVersion', `schemaVersion ${reading.schemaVersion} is newer than this client; update it`);
    }
    if (reading.snapshot.region !== own) {
      return unread('otherRegion', `the limits are of ${reading.snapshot.region}, and the client calls ${own}`);
    }
    this.snapshot = reading.snapshot;
    return null;
  }

  private tell(): void {
    if (!this.snapshot) return;
    const { madeAt, models, leftOut } = this.snapshot;
    const { isFresh } = this;
    const news = `${madeAt} ${isFresh}`;
    if (news === this.told) return;
    this.told = news;
    const time = madeAt === null ? null : new Date(madeAt * MINUTE_MS);
    this.settings.emit({ type: 'limitsRead', madeAt: time, models: models.length, leftOut, isFresh });
  }
}
