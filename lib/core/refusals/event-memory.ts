import type { EpochMinute } from '../vocabulary/time';

/** Characters of a short id: 48 bits in base 36. Among 20,000 ids one pair is alike once in a million times. */
const ID_CHARACTERS = 10;

/** Ids that are remembered at most: ten runs of the most that one run reads, and a message comes again within five. */
export const MOST_IDS = 20_000;

/** Short ids by the minute of their event, in one text a minute. */
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

/** Adds short ids by minute and forgets what is older than `from`, and the oldest where there are too many. */
export function remember(
  memory: EventMemory,
  added: readonly (readonly [minute: EpochMinute, id: string])[],
  from: EpochMinute,
): EventMemory {
  const byMinute = new Map(memory);
  for (const [minute, id] of added) byMinute.set(minute, `${byMinute.get(minute) ?? ''}${id}`);
  const newestFirst = [...byMinute].filter(([minute]) => minute >= from).sort(([a], [b]) => b - a);
  let room = MOST_IDS * ID_CHARACTERS;
  const kept = newestFirst.map(([minute, ids]) => {
    const rest = ids.slice(Math.max(0, ids.length - room));
    room -= rest.length;
    return [minute, rest] as const;
  });
  return kept.filter(([, ids]) => ids.length > 0).reverse();
}
