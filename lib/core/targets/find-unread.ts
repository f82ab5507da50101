import type { BlindSpot } from '../vocabulary/blind-spot';
import { spellPlace } from '../vocabulary/place';
import { type Statement, toStatement } from '../vocabulary/statement';
import type { PlaceOf } from './places';
import { type TargetRecord, TOLD_MISSES } from './record';

/** Targets that are named in one sentence; the others are counted. */
const NAMED_TARGETS = 5;

const ACCOUNT_ID = /\d{12}/g;

/** What a reason is but for the account it names: a hundred accounts without a role have one reason. */
function kindOf(why: Statement): string {
  return JSON.stringify(why).replace(ACCOUNT_ID, '');
}

/** The action that failed, or `target`: the name of the reason as something that keeps failing. */
function sourceOf(why: Statement): string {
  return `fleet:unread/${JSON.stringify(why).match(/[a-z]+:[A-Z][A-Za-z]+/)?.[0] ?? 'target'}`;
}

/**
 * The targets that could not be read several times in a row, as one blind spot for each reason: a role that is missing in a
 * hundred accounts is told once.
 */
export function findUnread(records: Iterable<TargetRecord>, placeOf: PlaceOf): BlindSpot[] {
  const byKind = new Map<string, { why: Statement; unread: TargetRecord[] }>();
  for (const record of records) {
    if (record.why === null || record.misses < TOLD_MISSES) continue;
    const kind = kindOf(record.why);
    const group = byKind.get(kind) ?? { why: record.why, unread: [] };
    group.unread.push(record);
    byKind.set(kind, group);
  }
  return [...byKind.values()].map(({ why, unread }) => {
    const places = unread.map(({ target }) => spellPlace(placeOf(target))).sort();
    const named = places.slice(0, NAMED_TARGETS).join('; ');
    const more = places.length - NAMED_TARGETS;
    const list = more > 0 ? toStatement('andMoreTargets', named, `${more}`) : named;
    return { source: sourceOf(why), ...toStatement('targetsUnread', `${places.length}`, list, why) };
  });
}
