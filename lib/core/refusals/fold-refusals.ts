import { type EpochMinute, toMinute } from '../vocabulary/time';
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
    seen: remember(ledger.seen, [], from),
    unreadable: keep(ledger.unreadable),
  };
}

/**
 * Counts what came, each event once: of one that came before, or twice now, nothing changes. The order does not matter.
 * What is older than {@link LEDGER_MINUTES} is left out.
 */
export function foldRefusals(
  ledger: RefusalLedger,
  { refusals, unreadableIds }: ArrivedRefusals,
  now: EpochMinute,
): RefusalLedger {
  const from = now - LEDGER_MINUTES;
  const seen = openMemory(ledger.seen);
  const added: [EpochMinute, string][] = [];
  const isNew = (minute: EpochMinute, id: string): boolean => {
    const short = shortenId(id);
    if (seen.has(short)) return false;
    seen.add(short);
    added.push([minute, short]);
    return true;
  };
  const fresh = refusals
    .map((refusal) => ({ refusal, minute: toMinute(refusal.at) }))
    .filter(({ minute }) => minute >= from && minute <= now + LEDGER_MINUTES)
    .filter(({ refusal, minute }) => isNew(minute, refusal.eventId));
  const unreadable = unreadableIds.filter((id) => isNew(now, `unreadable ${id}`)).length;
  const pruned = pruneLedger(ledger, now);
  return {
    version: 1,
    groups: fitGroups(joinGroups([...pruned.groups, ...fresh.map(({ refusal, minute }) => toGroup(refusal, minute))])),
    seen: remember(pruned.seen, added, from),
    unreadable: unreadable === 0 ? pruned.unreadable : addCalls(pruned.unreadable, [[now, unreadable]]),
  };
}
