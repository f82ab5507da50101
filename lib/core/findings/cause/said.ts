import { isThrottle } from '../../errors';
import { callerOf, callsWithin, type LedgerGroup, sumCalls } from '../../refusals';
import type { ModelTraffic, ResolvedModelId } from '../../traffic/model-traffic';
import type { EpochMinute } from '../../vocabulary/time';
import { spellQuantity } from '../../vocabulary/wording';
import type { Words } from '../../words/words';

/** Refused calls with the model they were made to, as far as the id tells. */
export interface PlacedRefusals extends LedgerGroup {
  /** `null`: the record names no model, or none that is known. */
  readonly target: Pick<ModelTraffic, 'scope' | 'baseModelId'> | null;
}

/** Finds the model behind the id of each refusal. */
export function placeRefusals(
  groups: readonly LedgerGroup[],
  resolve: (modelId: string) => ResolvedModelId,
): PlacedRefusals[] {
  return groups.map((group) => {
    const resolved = group.modelId === null ? null : resolve(group.modelId);
    return {
      ...group,
      target: resolved?.kind === 'model' ? { scope: resolved.scope, baseModelId: resolved.baseModelId } : null,
    };
  });
}

/** A call counts in the minute in which it is refused here and there; clocks of two services may differ by one. */
const MINUTES_APART = 1;

/** The part of refusals in single minutes; groups without any are left out. */
function inMinutes(groups: readonly LedgerGroup[], wanted: ReadonlySet<EpochMinute>): LedgerGroup[] {
  return groups
    .map((group) => ({ ...group, minutes: group.minutes.filter(([minute]) => wanted.has(minute)) }))
    .filter(({ minutes }) => minutes.length > 0);
}

/**
 * The throttles that CloudTrail recorded of a model, in the minutes in which the metric has some. Those of the minutes
 * beside them count where there are no others, for they may be of throttles that were told before.
 */
export function findSaid(modelTraffic: ModelTraffic, refusals: readonly PlacedRefusals[]): LedgerGroup[] {
  const throttled = modelTraffic.recent.filter(({ throttles }) => throttles > 0).map(({ minute }) => minute);
  if (modelTraffic.endpoint !== 'runtime' || throttled.length === 0) return [];
  const { scope, baseModelId } = modelTraffic;
  const ofModel = refusals
    .filter(({ kind, target }) => isThrottle(kind) && target?.scope === scope && target.baseModelId === baseModelId)
    .map(({ target: _, ...group }): LedgerGroup => group);
  const exact = inMinutes(ofModel, new Set(throttled));
  if (exact.length > 0) return exact;
  return inMinutes(ofModel, new Set(throttled.flatMap((minute) => [minute - MINUTES_APART, minute + MINUTES_APART])));
}

/** All calls of some groups. */
export function countCalls(groups: readonly LedgerGroup[]): number {
  return groups.reduce((sum, { minutes }) => sum + sumCalls(minutes), 0);
}

/** Calls by some name, most first; groups without one are left out. */
export function countBy<T extends string>(
  groups: readonly LedgerGroup[],
  nameOf: (group: LedgerGroup) => T | null,
): (readonly [name: T, calls: number])[] {
  const counts = new Map<T, number>();
  for (const group of groups) {
    const name = nameOf(group);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + sumCalls(group.minutes));
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

/** Texts and callers that are named; the others are counted. */
const NAMED = 3;

/** `"Too many tokens, …" (41 calls), "Too many requests, …" (2 calls)` */
export function spellTexts(groups: readonly LedgerGroup[], words: Words): string {
  const texts = countBy(groups, ({ text }) => text);
  const rest = texts.slice(NAMED).reduce((sum, [, calls]) => sum + calls, 0);
  const told = texts
    .slice(0, NAMED)
    .map(([text, calls]) => [text === '' ? words.refusals.otherTexts : text, calls] as const);
  return [...told, ...(rest > 0 ? [[words.refusals.otherTexts, rest] as const] : [])]
    .map(([text, calls]) => words.refusals.said(text, spellQuantity(calls, words.nouns.call, words)))
    .join(', ');
}

/** Who was refused most, and how many more there are; nothing where no caller is known. */
export function spellCallers(groups: readonly LedgerGroup[], words: Words): string[] {
  const callers = countBy(groups, ({ principal }) => (principal === null ? null : callerOf(principal)));
  if (callers.length === 0) return [];
  const { caller, moreCallers } = words.refusals;
  const named = callers
    .slice(0, NAMED)
    .map(([name, calls]) => caller(name, spellQuantity(calls, words.nouns.call, words)));
  const more = callers.length - NAMED;
  return [[...named, ...(more > 0 ? [moreCallers(`${more}`)] : [])].join(', ')];
}

/** The part of refusals in some minutes; groups without any are left out. */
export function refusalsWithin<T extends LedgerGroup>(refusals: readonly T[], from: number, until: number): T[] {
  return refusals
    .map((group) => ({ ...group, minutes: callsWithin(group.minutes, from, until) }))
    .filter(({ minutes }) => minutes.length > 0);
}
