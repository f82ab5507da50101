import type { ModelTraffic, TrafficMinute } from '../../traffic/model-traffic';
import type { UsagePeriod } from './describe-usage';

/** The part of the traffic that has one name. */
export interface UsageShare {
  /** A profile, a value of a tag, or a principal; `null`: what has none. */
  readonly name: string | null;
  /** Quota tokens. */
  readonly tokens: number;
  readonly requests: number;
  readonly throttles: number;
  /** Of the tokens, from 0 to 1. */
  readonly share: number;
}

/** A caller, as the one who names it knows it. */
export interface NamedCaller {
  /** As CloudWatch knows it. */
  readonly modelId: string;
  readonly profileName: string | null;
}

type Sums = Omit<UsageShare, 'name' | 'share'>;

/** The sums of some names, largest first, with their shares. */
export function toShares(sums: ReadonlyMap<string | null, Sums>): UsageShare[] {
  const all = [...sums.values()].reduce((sum, { tokens }) => sum + tokens, 0);
  return [...sums]
    .map(([name, sum]) => ({ name, ...sum, share: all === 0 ? 0 : sum.tokens / all }))
    .sort((a, b) => b.tokens - a.tokens || b.requests - a.requests || (a.name ?? '').localeCompare(b.name ?? '', 'en'));
}

function add({ tokens, requests, throttles }: Sums, minute: TrafficMinute): Sums {
  return {
    tokens: tokens + minute.quotaTokens,
    requests: requests + minute.invocations,
    throttles: throttles + minute.throttles,
  };
}

/** Who spent some traffic in a period. @param nameOf `null`: the caller has no name. */
export function shareOut(
  traffic: readonly ModelTraffic[],
  { from, until }: UsagePeriod,
  nameOf: (caller: NamedCaller) => string | null,
): UsageShare[] {
  const sums = new Map<string | null, Sums>();
  for (const caller of traffic.flatMap(({ callers }) => callers)) {
    const name = nameOf(caller);
    for (const minute of caller.minutes) {
      if (minute.minute < from || minute.minute >= until) continue;
      sums.set(name, add(sums.get(name) ?? { tokens: 0, requests: 0, throttles: 0 }, minute));
    }
  }
  return toShares(sums);
}
