import type { UsagePeriod } from '../usage';
import type { Demand } from './demand';

/** What a capacity would have done for some traffic. */
export interface CapacityUse {
  /** Minutes with throttled calls whose whole demand fits, an estimate; `null`: that demand is not known. */
  readonly servedThrottledMinutes: number | null;
  /** Of the tokens that were accepted, from 0 to 1, the rest being called on demand; `null`: there were none. */
  readonly servedShare: number | null;
  /** Of the capacity of all minutes of the period, from 0 to 1, by the tokens that were accepted. */
  readonly useOfCapacity: number;
}

/** Holds a capacity against a period. @param tokensPerMinute raw tokens, above 0. */
export function useCapacity(
  { points }: Demand,
  { from, until, pointMinutes }: UsagePeriod,
  tokensPerMinute: number,
): CapacityUse {
  const room = tokensPerMinute * pointMinutes;
  const throttled = points.filter(({ throttles }) => throttles > 0);
  const isKnown = throttled.every(({ demand }) => demand !== null);
  const served = throttled.filter(({ demand }) => demand !== null && demand <= room).length * pointMinutes;
  const accepted = points.reduce((sum, one) => sum + one.accepted, 0);
  const within = points.reduce((sum, one) => sum + Math.min(one.accepted, room), 0);
  return {
    servedThrottledMinutes: isKnown ? served : null,
    servedShare: accepted === 0 ? null : within / accepted,
    useOfCapacity: until > from ? within / (tokensPerMinute * (until - from)) : 0,
  };
}

/** The largest demand of a minute, throttled calls of a known size with it; raw tokens, 0 without any. */
export function peakOf({ points }: Demand, { pointMinutes }: Pick<UsagePeriod, 'pointMinutes'>): number {
  return points.reduce((most, { accepted, demand }) => Math.max(most, (demand ?? accepted) / pointMinutes), 0);
}

/** So many sizes of a capacity are compared, at most. */
const MOST_STEPS = 12;

/** The sizes from 1 to enough that are compared: all of few, else some in equal proportions, the last always enough. */
export function chooseSteps(enough: number, most = MOST_STEPS): number[] {
  const last = Math.max(1, enough);
  if (last <= most) return Array.from({ length: last }, (_, index) => index + 1);
  const steps = Array.from({ length: most }, (_, index) => Math.round(last ** (index / (most - 1))));
  return [...new Set([...steps, last])].sort((a, b) => a - b);
}
