import type { Refusal, RefusalGroup } from './refusal';

/** Names that differ from call to call within one text. */
const CHANGING: readonly RegExp[] = [
  /\s*\(?\brequest ?id:? ?[\w-]{8,}\)?/gi,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
];

/** A text without what only one call has: ids of requests. */
export function withoutRequestIds(text: string): string {
  return CHANGING.reduce((rest, pattern) => rest.replace(pattern, ''), text).trim();
}

/** Each refusal once, by the id of its event. */
export function withoutRepeats(refusals: readonly Refusal[]): Refusal[] {
  return [...new Map(refusals.map((refusal) => [refusal.eventId, refusal])).values()];
}

/**
 * Refusals by kind, text, model, principal and user agent, those with most calls first. In whatever order they come, and
 * however often, the groups are the same.
 */
export function groupRefusals(refusals: readonly Refusal[]): RefusalGroup[] {
  const groups = new Map<string, RefusalGroup>();
  for (const { kind, errorCode, text, modelId, principal, userAgent, at } of withoutRepeats(refusals)) {
    const said = withoutRequestIds(text);
    const key = JSON.stringify([kind, errorCode, said, modelId, principal, userAgent]);
    const { calls = 0, from = at, to = at } = groups.get(key) ?? {};
    const span = { calls: calls + 1, from: Math.min(from, at), to: Math.max(to, at) };
    groups.set(key, { kind, errorCode, text: said, modelId, principal, userAgent, ...span });
  }
  return [...groups]
    .sort(([a, one], [b, other]) => other.calls - one.calls || (a < b ? -1 : 1))
    .map(([, group]) => group);
}
