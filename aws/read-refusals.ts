import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { type Refusal, readRefusal, withoutRepeats } from '../lib/core/refusals';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';
import { type EpochMinute, toMinute } from '../lib/core/vocabulary/time';
import { describeAwsError, StatementError } from './aws-error';
import { LOOKUP_EVENTS, LOOKUP_INTERVAL_MS, lookUpEvents, RECORDED_OPERATIONS } from './cloudtrail';

/** Refused calls after which no more pages are read: by then the groups are clear. */
export const ENOUGH_REFUSALS = 1_000;

/** Lookups after which no more are made: a minute at the pace that AWS allows, and 6,000 events. */
export const MOST_LOOKUPS = 120;

/** How refused calls are read. */
export interface RefusalReadingOptions {
  /** Times to look at, newest first; `until` is exclusive. */
  readonly windows: readonly { readonly from: EpochMinute; readonly until: EpochMinute }[];
  /** Waits for so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Which of the refused calls are wanted. @default - all */
  readonly isWanted?: (refusal: Refusal) => boolean;
  /** @default ENOUGH_REFUSALS */
  readonly enough?: number;
  /** @default MOST_LOOKUPS */
  readonly mostLookups?: number;
}

/** Refused calls as far as they were read. */
export interface RefusalsRead {
  /** Each once. */
  readonly refusals: readonly Refusal[];
  readonly lookups: number;
  /** Events that were read, refused or served. */
  readonly events: number;
  /** Of these, those that no one can read. */
  readonly unreadable: number;
  /** Everything recorded in the windows from this minute on was read; `null`: all of it was. */
  readonly readBackTo: EpochMinute | null;
  /** Why the reading ended before its end; `null`: it did not, or there was enough. */
  readonly blindSpot: BlindSpot | null;
}

/** Where the reading of an operation in a window stands. */
interface Cursor {
  readonly operation: string;
  readonly from: EpochMinute;
  readonly until: EpochMinute;
  token: string | undefined;
  isDone: boolean;
  /** Everything from here on was read. */
  readBackTo: EpochMinute;
}

function toCursors({ from, until }: RefusalReadingOptions['windows'][number]): Cursor[] {
  return RECORDED_OPERATIONS.map((operation) => ({
    operation,
    from,
    until,
    token: undefined,
    isDone: false,
    readBackTo: until,
  }));
}

/** The state of a reading. */
class Reader {
  private readonly refusals: Refusal[] = [];
  private readonly seen = new Set<string>();
  private pause: Promise<void> | null = null;
  private lookups = 0;
  private events = 0;
  private unreadable = 0;

  constructor(
    private readonly client: CloudTrailClient,
    private readonly options: RefusalReadingOptions,
  ) {}

  get isEnough(): boolean {
    const { enough = ENOUGH_REFUSALS, mostLookups = MOST_LOOKUPS } = this.options;
    return this.seen.size >= enough || this.lookups >= mostLookups;
  }

  private keep(record: unknown): void {
    this.events++;
    const reading = readRefusal(record);
    if (reading.kind === 'unreadable') this.unreadable++;
    if (reading.kind !== 'refusal' || this.options.isWanted?.(reading.refusal) === false) return;
    this.refusals.push(reading.refusal);
    this.seen.add(reading.refusal.eventId);
  }

  /** Reads the next page of a cursor. Lookups begin no sooner after one another than AWS allows. @throws the SDK's error */
  async turnPage(cursor: Cursor): Promise<void> {
    await this.pause;
    this.pause = this.options.wait(LOOKUP_INTERVAL_MS);
    this.lookups++;
    const { records, oldest, next } = await lookUpEvents(this.client, cursor);
    for (const record of records) this.keep(record);
    if (next !== undefined && next === cursor.token) throw new StatementError(toStatement('samePage'));
    cursor.token = next;
    cursor.isDone = next === undefined;
    // The minute of the oldest event may go on in the next page.
    if (oldest !== null) cursor.readBackTo = toMinute(oldest) + 1;
  }

  end(open: readonly Cursor[], blindSpot: BlindSpot | null): RefusalsRead {
    const { lookups, events, unreadable } = this;
    const readBackTo = open.length === 0 ? null : Math.max(...open.map((cursor) => cursor.readBackTo));
    return { refusals: withoutRepeats(this.refusals), lookups, events, unreadable, readBackTo, blindSpot };
  }
}

/**
 * Reads refused calls out of the event history, the newest windows first, all operations of a window in turn, until all of it
 * or enough is read. The history cannot be asked for refusals alone: every call is read.
 */
export async function readRefusals(client: CloudTrailClient, options: RefusalReadingOptions): Promise<RefusalsRead> {
  const reader = new Reader(client, options);
  const cursors = options.windows.map(toCursors);
  const openOnes = () => cursors.flat().filter(({ isDone }) => !isDone);
  try {
    for (const ofWindow of cursors) {
      for (let open = ofWindow; open.length > 0; open = open.filter(({ isDone }) => !isDone)) {
        for (const cursor of open) {
          if (reader.isEnough) return reader.end(openOnes(), null);
          await reader.turnPage(cursor);
        }
      }
    }
  } catch (error) {
    return reader.end(openOnes(), describeAwsError(LOOKUP_EVENTS, error));
  }
  return reader.end([], null);
}
