import type { EpochMinute } from '../vocabulary/time';

/** Characters of a short id: 48 bits in base 36. Among 20,000 ids one pair is alike once in a million times. */
const ID_CHARACTERS = 10;

/**
 * Ids that are remembered at most: of ten runs of the most that one run reads. A message that was not deleted comes again
 * within two minutes, and what EventBridge delivers twice comes within minutes too.
 */
export const MOST_IDS = 20_000;

/** Short ids by the minute they were read in, ascending, in one text a minute, in the order they were read. */
export type EventMemory = readonly (readonly [minute: EpochMinute, ids: string])[];

/** FNV-1a over the characters of a text, from a given start; a whole number below 2³². */
function hash(text: string, start: number): number {
  let value = start;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  // The last characters reach the upper bits by this.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A long id in ten characters, the same for the same id. */
export function shortenId(id: string): string {
  const high = hash(id, 0x811c9dc5) % 2 ** 24;
  const low = hash(id, 0x050c5d1f) % 2 ** 24;
  return (high * 2 ** 24 + low).toString(36).padStart(ID_CHARACTERS, '0');
}

function split(ids: string): string[] {
  return Array.from({ length: ids.length / ID_CHARACTERS }, (_, index) =>
    ids.slice(index * ID_CHARACTERS, (index + 1) * ID_CHARACTERS),
  );
}

/** The ids that are remembered, to look into. */
export function openMemory(memory: EventMemory): Set<string> {
  return new Set(memory.flatMap(([, ids]) => split(ids)));
}

/**
 * Adds short ids that were read at a minute, and forgets those read before `from`, and those read first where there are too
 * many.
 */
export function remember(
  memory: EventMemory,
  { ids, at }: { readonly ids: readonly string[]; readonly at: EpochMinute },
  from: EpochMinute,
): EventMemory {
  const byMinute = new Map(memory);
  if (ids.length > 0) byMinute.set(at, `${byMinute.get(at) ?? ''}${ids.join('')}`);
  const lastFirst = [...byMinute].filter(([minute]) => minute >= from).sort(([a], [b]) => b - a);
  let room = MOST_IDS * ID_CHARACTERS;
  const kept = lastFirst.map(([minute, all]) => {
    const rest = all.slice(Math.max(0, all.length - room));
    room -= rest.length;
    return [minute, rest] as const;
  });
  return kept.filter(([, all]) => all.length > 0).reverse();
}
