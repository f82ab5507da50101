import type { ModelTraffic, TrafficMinute } from '../../../lib/core/traffic/model-traffic';
import { SONNET } from './fixtures';

/** A minute of a model's traffic: nothing but what is given. */
export function quietMinute(minute: number, part: Partial<TrafficMinute> = {}): TrafficMinute {
  return {
    minute,
    quotaTokens: 0,
    provenance: 'native',
    invocations: 0,
    throttles: 0,
    clientErrors: 0,
    serverErrors: 0,
    input: 0,
    output: 0,
    cacheRead: 0,
    cacheWrite: 0,
    ...part,
  };
}

/** One minute of a model's traffic with some quota tokens. */
export function trafficMinute(minute: number, quotaTokens: number): TrafficMinute {
  return quietMinute(minute, { quotaTokens, invocations: 1, input: quotaTokens });
}

/** The minutes of `[from, until)`, those without tokens left out. */
export function trafficMinutes(from: number, until: number, tokensAt: (minute: number) => number): TrafficMinute[] {
  return Array.from({ length: until - from }, (_, index) => trafficMinute(from + index, tokensAt(from + index))).filter(
    ({ quotaTokens }) => quotaTokens > 0,
  );
}

/** Traffic of Sonnet, cross-Region unless said otherwise. */
export function trafficOf(minutes: readonly TrafficMinute[], changes: Partial<ModelTraffic> = {}): ModelTraffic {
  return {
    endpoint: 'runtime',
    scope: 'crossRegion',
    baseModelId: SONNET,
    rate: 5,
    callers: [],
    minutes,
    lookFrom: 0,
    recent: [],
    ...changes,
  };
}
