import type { EpochMinute } from '../vocabulary/time';

/** How often an alert came back, remembered beyond its recovery. */
export interface Recurrence {
  /** Openings in a row that each came soon after the recovery before; 0 for a first opening. */
  readonly reopenings: number;
  /** The last recovery that was told; `null` before the first. */
  readonly recoveredAt: EpochMinute | null;
}

/** When an alert flaps, and how long it must then be clear. */
export interface FlappingPolicy {
  /** Minutes it must be clear before a first recovery is told. */
  readonly clearMinutes: number;
  /** However often it came back, so many minutes of clear are enough. */
  readonly maximumClearMinutes: number;
  /** An opening within so many minutes of the last recovery is the same alert come back. */
  readonly flappingMinutes: number;
}

/** What is remembered of an alert that was never told. */
export const NEVER_FLAPPED: Recurrence = { reopenings: 0, recoveredAt: null };

/** Whether an opening at `now` is the same alert come back. */
export function isFlapping({ recoveredAt }: Recurrence, now: EpochMinute, policy: FlappingPolicy): boolean {
  return recoveredAt !== null && now - recoveredAt <= policy.flappingMinutes;
}

/** The memory of an alert that is opened at `now`. */
export function countOpening(memory: Recurrence, now: EpochMinute, policy: FlappingPolicy): Recurrence {
  return isFlapping(memory, now, policy) ? { ...memory, reopenings: memory.reopenings + 1 } : NEVER_FLAPPED;
}

/**
 * Minutes an open alert must be clear before its recovery is told: twice as many with each time it came back,
 * `clearMinutes` × 2^reopenings up to the maximum. So one that comes and goes is told less and less often and then stays
 * open, while what is new about it, a step to critical, is told as ever. 15, 30, 60, 120, 240, 240 … by default.
 */
export function clearMinutesOf({ reopenings }: Recurrence, policy: FlappingPolicy): number {
  return Math.min(policy.clearMinutes * 2 ** reopenings, Math.max(policy.clearMinutes, policy.maximumClearMinutes));
}
