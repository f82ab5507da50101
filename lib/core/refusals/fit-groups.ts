import { joinGroups, type LedgerGroup, sumCalls } from './ledger';

/**
 * Bytes that groups may take when they are saved. An item of DynamoDB holds 400 KB: 20,000 ids of events take 130 KB of it
 * packed, and what is left over is for those groups that are the rest, by kind.
 */
const MOST_BYTES = 150_000;

/** No character takes more in UTF-8 that takes one in a text here. */
const BYTES_PER_CHARACTER = 3;

/** A minute with its calls, packed: minutes in a row are much alike. */
const BYTES_PER_MINUTE = 5;

/** Names of members and what stands between them. */
const BYTES_PER_GROUP = 80;

/** What a group takes at most when it is saved. */
function bytesOf({ text, modelId, principal, userAgent, minutes }: LedgerGroup): number {
  const characters = [text, modelId, principal, userAgent].reduce((sum, one) => sum + (one?.length ?? 0), 0);
  return BYTES_PER_GROUP + characters * BYTES_PER_CHARACTER + minutes.length * BYTES_PER_MINUTE;
}

/** The largest groups that fit into some bytes, and the others. */
function cut(groups: readonly LedgerGroup[], bytes: number): { kept: LedgerGroup[]; others: LedgerGroup[] } {
  const kept: LedgerGroup[] = [];
  const others: LedgerGroup[] = [];
  let room = bytes;
  for (const group of [...groups].sort((a, b) => sumCalls(b.minutes) - sumCalls(a.minutes))) {
    const size = bytesOf(group);
    const fits = others.length === 0 && size <= room;
    (fits ? kept : others).push(group);
    if (fits) room -= size;
  }
  return { kept, others };
}

/**
 * Groups in a size that can be saved, whatever comes: those with most calls as they are; of the others first callers and
 * programs are no longer told apart, such as sessions that are another at each call, then texts and models. No call is lost.
 */
export function fitGroups(groups: readonly LedgerGroup[]): LedgerGroup[] {
  const first = cut(groups, MOST_BYTES);
  if (first.others.length === 0) return [...groups];
  const apart = cut(groups, MOST_BYTES / 2);
  const nameless = joinGroups(apart.others.map((group) => ({ ...group, principal: null, userAgent: null })));
  const told = cut(nameless, MOST_BYTES / 2);
  const rest = told.others.map((group) => ({ ...group, text: '', modelId: null }));
  return joinGroups([...apart.kept, ...told.kept, ...rest]);
}
