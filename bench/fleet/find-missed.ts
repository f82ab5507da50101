import { IDLE_MINUTES } from '../../lib/core/targets';

/** Targets that were not looked at for longer than an idle one waits, the end included. */
export function findMissed(looks: ReadonlyMap<string, readonly number[]>, end: number): string[] {
  return [...looks].flatMap(([key, minutes]) => {
    const gaps = minutes.map((minute, index) => (minutes[index + 1] ?? end) - minute);
    return gaps.some((gap) => gap > IDLE_MINUTES) ? [key] : [];
  });
}
