import type { JsonObject } from '../wire/aws-json';
import { hash } from './hash';
import { DEFAULT_CALLER, type TrailCaller, type TrailEntry, toTrailRecord } from './trail-record';

/** How well CloudTrail records. */
export interface TrailOptions {
  /** The same seed loses, repeats and delays the same records. @default 1 */
  readonly seed?: number;
  /** Share of records that never show, 0 to 1. @default 0 */
  readonly lostShare?: number;
  /** Share of records that show twice, 0 to 1; both have the same id. @default 0 */
  readonly repeatedShare?: number;
  /** Seconds after a call at which its record shows. @default - 3 to 7 minutes, one in twenty up to 15 */
  readonly delaySeconds?: (entry: TrailEntry) => number;
}

/** A record as it is delivered: to the event history and to EventBridge alike. */
export interface TrailEvent {
  /** Milliseconds since 1970 of the call. */
  readonly at: number;
  /** Milliseconds since 1970 from which it shows. */
  readonly visibleAt: number;
  readonly eventName: string;
  /** Makes the record; what comes twice gives the same one. */
  readonly record: () => JsonObject;
}

/** CloudTrail's records of refused calls. */
export interface Trail {
  /** Who calls a ModelId: several take turns. @default - one caller for all */
  readonly callers: Map<string, readonly TrailCaller[]>;
  /** Every delivery, in the order of the calls. */
  readonly events: readonly TrailEvent[];
  /** Records a refused call, of whatever cause. */
  add(entry: TrailEntry): void;
  /** What began to show after one time and until another, both milliseconds since 1970, in the order it showed. */
  shownBetween(after: number, until: number): readonly TrailEvent[];
}

/**
 * AWS tells of an average of about 5 minutes from a call to its record, and guarantees nothing; 15 minutes are what older
 * pages of AWS tell of. @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html, 2026-11
 */
const DELAY = { from: 180, spread: 240, slow: 900, slowOneIn: 20 } as const;

const WHOLE = 2 ** 32;

/** Starts a trail of one account and Region. @throws RangeError for a share that is none. */
export function createTrail(place: { accountId: string; region: string }, options: TrailOptions = {}): Trail {
  const { seed = 1, lostShare = 0, repeatedShare = 0 } = options;
  for (const share of [lostShare, repeatedShare])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`a share is from 0 to 1, not ${share}`);
  const events: TrailEvent[] = [];
  const callers = new Map<string, readonly TrailCaller[]>();
  let count = 0;
  const chance = (what: string, index: number) => hash(`${seed} ${what} ${index}`);
  const delayOf = (entry: TrailEntry, index: number): number => {
    if (options.delaySeconds) return options.delaySeconds(entry);
    const random = chance('delay', index);
    return random % DELAY.slowOneIn === 0
      ? DELAY.slow - (Math.floor(random / 100) % 60)
      : DELAY.from + (random % DELAY.spread);
  };
  return {
    callers,
    events,
    add(entry) {
      const index = count++;
      const { at, modelId, operation: eventName } = entry;
      if (chance('lost', index) / WHOLE < lostShare) return;
      const known = callers.get(modelId) ?? [];
      const caller = known[chance('caller', index) % Math.max(1, known.length)] ?? DEFAULT_CALLER;
      const record = () => toTrailRecord(entry, { ...place, caller, id: `${seed} ${index}` });
      const visibleAt = at + delayOf(entry, index) * 1000;
      events.push({ at, visibleAt, eventName, record });
      if (chance('repeated', index) / WHOLE < repeatedShare)
        events.push({ at, visibleAt: visibleAt + 60_000, eventName, record });
    },
    shownBetween: (after, until) =>
      events
        .filter(({ visibleAt }) => visibleAt > after && visibleAt <= until)
        .sort((a, b) => a.visibleAt - b.visibleAt),
  };
}
