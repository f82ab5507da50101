import type { TrafficMinute } from '../../traffic/model-traffic';
import type { UsagePeriod } from '../usage';

/** A point of traffic as bought capacity would meet it: raw tokens, for burndown is a matter of on-demand quotas. */
export interface DemandPoint {
  /** Raw tokens that were accepted. */
  readonly accepted: number;
  readonly throttles: number;
  /** Accepted tokens and those of the throttled calls, an estimate; `null`: no request shows how large these were. */
  readonly demand: number | null;
}

/** What the minutes of a period would have asked of bought capacity. */
export interface Demand {
  readonly points: readonly DemandPoint[];
  /** Raw tokens that were accepted, by kind. */
  readonly input: number;
  readonly output: number;
  /** Read from a cache and written to it: not in `input`. */
  readonly cached: number;
  readonly requests: number;
  readonly throttles: number;
  /** `null`: no request was accepted. */
  readonly tokensPerRequest: number | null;
  /** Points with requests whose raw tokens are not known: their quota tokens stand in, which are no fewer. */
  readonly pointsByQuotaTokens: number;
}

function rawTokensOf({ input, output, cacheRead, cacheWrite, quotaTokens }: TrafficMinute): number {
  // Whether bought capacity spares cached tokens is not known: all of them count.
  const raw = input + output + cacheRead + cacheWrite;
  return raw > 0 ? raw : quotaTokens;
}

function sum<T>(values: readonly T[], pick: (value: T) => number): number {
  return values.reduce((total, value) => total + pick(value), 0);
}

/**
 * The demand of each point of a period. A throttled call has no tokens, so each counts as the mean of the accepted requests:
 * 10 requests of 500 tokens and 4 throttled ones are a demand of 7,000. Retries of an SDK are throttled calls too, so it is
 * rather too large.
 */
export function toDemand(all: readonly TrafficMinute[], { from, until }: Pick<UsagePeriod, 'from' | 'until'>): Demand {
  const minutes = all.filter(({ minute }) => minute >= from && minute < until);
  const requests = sum(minutes, ({ invocations }) => invocations);
  const accepted = sum(minutes, rawTokensOf);
  const tokensPerRequest = requests > 0 && accepted > 0 ? accepted / requests : null;
  return {
    points: minutes.map((one) => {
      const raw = rawTokensOf(one);
      const { throttles } = one;
      const isKnown = throttles === 0 || tokensPerRequest !== null;
      return { accepted: raw, throttles, demand: isKnown ? raw + throttles * (tokensPerRequest ?? 0) : null };
    }),
    input: sum(minutes, ({ input }) => input),
    output: sum(minutes, ({ output }) => output),
    cached: sum(minutes, ({ cacheRead, cacheWrite }) => cacheRead + cacheWrite),
    requests,
    throttles: sum(minutes, ({ throttles }) => throttles),
    tokensPerRequest,
    pointsByQuotaTokens: minutes.filter((one) => one.quotaTokens > 0 && rawTokensOf({ ...one, quotaTokens: 0 }) === 0)
      .length,
  };
}
