import type { EpochMinute } from '../vocabulary/time';
import type { EventMemory } from './event-memory';
import type { Refusal } from './refusal';

/** Calls by the minute they were made in, ascending; minutes without any are left out. */
export type CallsByMinute = readonly (readonly [minute: EpochMinute, calls: number])[];

/** Refusals that are the same but for their time. */
export interface LedgerGroup extends Pick<Refusal, 'kind' | 'text' | 'modelId' | 'principal' | 'userAgent'> {
  readonly minutes: CallsByMinute;
}

/** The refused calls of the last hours, counted. Plain data, bounded in size: see {@link fitGroups}. */
export interface RefusalLedger {
  readonly version: 1;
  /** In no order. What was too much to keep apart has neither caller nor program, or only its kind and an empty text. */
  readonly groups: readonly LedgerGroup[];
  /** Of events that are counted, so that each counts once. */
  readonly seen: EventMemory;
  /** Messages that are no refusal anybody can read, or of a time that cannot be, by the minute they were read in. */
  readonly unreadable: CallsByMinute;
}

/** A ledger of nothing. */
export const EMPTY_LEDGER: RefusalLedger = { version: 1, groups: [], seen: [], unreadable: [] };

/** Minutes that a ledger keeps. A late event of an older minute is not counted: nobody asks for it any more. */
export const LEDGER_MINUTES = 180;

/** All calls of some minutes. */
export function sumCalls(minutes: CallsByMinute): number {
  return minutes.reduce((sum, [, calls]) => sum + calls, 0);
}

/** Two counts as one. */
export function addCalls(one: CallsByMinute, other: CallsByMinute): CallsByMinute {
  const sums = new Map(one);
  for (const [minute, calls] of other) sums.set(minute, (sums.get(minute) ?? 0) + calls);
  return [...sums].sort(([a], [b]) => a - b);
}

/** The part of a count in `[from, until]`. */
export function callsWithin(minutes: CallsByMinute, from: EpochMinute, until: EpochMinute): CallsByMinute {
  return minutes.filter(([minute]) => minute >= from && minute <= until);
}

/** Groups that are alike as one, in the order of their first. */
export function joinGroups(groups: readonly LedgerGroup[]): LedgerGroup[] {
  const joined = new Map<string, LedgerGroup>();
  for (const group of groups) {
    const { kind, text, modelId, principal, userAgent } = group;
    const key = JSON.stringify([kind, text, modelId, principal, userAgent]);
    const before = joined.get(key);
    joined.set(key, before ? { ...before, minutes: addCalls(before.minutes, group.minutes) } : group);
  }
  return [...joined.values()];
}
