/** FNV-1a, 32 bits: even, the same in every process, and no secret. @see http://www.isthe.com/chongo/tech/comp/fnv/ (read 2026-11) */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Seconds of a minute over which the targets of a tick are spread; the rest is left to the slowest. */
export const SPREAD_SECONDS = 50;

/** The second of a tick at which a target is looked at: always the same one of the target, from 0 on, below {@link SPREAD_SECONDS}. */
export function secondOf(targetKey: string): number {
  return hashOf(`second ${targetKey}`) % SPREAD_SECONDS;
}

/** The minute of a period of so many minutes at which a target is looked at. */
export function phaseOf(targetKey: string, minutes: number): number {
  return hashOf(targetKey) % minutes;
}
