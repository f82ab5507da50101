import { CLOCK_SKEW_MINUTES } from '../vocabulary/cadence';
import { type EpochMinute, MINUTES_PER_DAY, toMinute } from '../vocabulary/time';
import { openMemory, remember, shortenId } from './event-memory';
import { fitGroups } from './fit-groups';
import { withoutRequestIds } from './group-refusals';
import { addCalls, callsWithin, joinGroups, LEDGER_MINUTES, type LedgerGroup, type RefusalLedger } from './ledger';
import type { Refusal } from './refusal';

/** What came since the last time, in any order and however often. */
export interface ArrivedRefusals {
  readonly refusals: readonly Refusal[];
  /** Ids of messages that nobody can read. */
  readonly unreadableIds: readonly string[];
}

/** A record is delivered within minutes, and a queue keeps it for hours: an older one has a time that is none. */
const OLDEST_MINUTES = 2 * MINUTES_PER_DAY;

/** Whether a call can have been made at a minute, as far as a clock that may be some minutes wrong can tell. */
function isPossible(minute: EpochMinute, now: EpochMinute): boolean {
  return minute >= now - OLDEST_MINUTES && minute <= now + CLOCK_SKEW_MINUTES;
}

function toGroup({ kind, text, modelId, principal, userAgent }: Refusal, minute: EpochMinute): LedgerGroup {
  return { kind, text: withoutRequestIds(text), modelId, principal, userAgent, minutes: [[minute, 1]] };
}

/** A ledger without what is too old at a minute. */
export function pruneLedger(ledger: RefusalLedger, now: EpochMinute): RefusalLedger {
  const from = now - LEDGER_MINUTES;
  // A minute far ahead is of a clock that is wrong, and would never grow old.
  const keep = (minutes: LedgerGroup['minutes']) => callsWithin(minutes, from, now + LEDGER_MINUTES);
  return {
    ...ledger,
    groups: ledger.groups
      .map((group) => ({ ...group, minutes: keep(group.minutes) }))
      .filter(({ minutes }) => minutes.length > 0),
    seen: remember(ledger.seen, { ids: [], at: now }, from),
    unreadable: keep(ledger.unreadable),
  };
}

/**
 * Counts what came, each event once: of one that came before, or twice now, nothing changes. The order does not matter.
 * What is older than {@link LEDGER_MINUTES} is left out; a time that cannot be makes a record one that nobody can read.
 */
export function foldRefusals(
  ledger: RefusalLedger,
  { refusals, unreadableIds }: ArrivedRefusals,
  now: EpochMinute,
): RefusalLedger {
  const from = now - LEDGER_MINUTES;
  const seen = openMemory(ledger.seen);
  const added: string[] = [];
  const isNew = (id: string): boolean => {
    const short = shortenId(id);
    if (seen.has(short)) return false;
    seen.add(short);
    added.push(short);
    return true;
  };
  const timed = refusals.map((refusal) => ({ refusal, minute: toMinute(refusal.at) }));
  const impossible = timed.filter(({ minute }) => !isPossible(minute, now)).map(({ refusal }) => refusal.eventId);
  const fresh = timed
    .filter(({ minute }) => minute >= from && isPossible(minute, now))
    .filter(({ refusal }) => isNew(refusal.eventId));
  const unreadable = [...unreadableIds, ...impossible].filter((id) => isNew(`unreadable ${id}`)).length;
  const pruned = pruneLedger(ledger, now);
  return {
    version: 1,
    groups: fitGroups(joinGroups([...pruned.groups, ...fresh.map(({ refusal, minute }) => toGroup(refusal, minute))])),
    // By when they were read: what comes again does so soon after, however old the event is.
    seen: remember(pruned.seen, { ids: added, at: now }, from),
    unreadable: unreadable === 0 ? pruned.unreadable : addCalls(pruned.unreadable, [[now, unreadable]]),
  };
}
