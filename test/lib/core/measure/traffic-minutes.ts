import type { ModelTraffic, TrafficMinute } from '../../../../lib/core/traffic/model-traffic';
import { SONNET } from '../fixtures';

/** One minute of a model's traffic with some quota tokens. */
export function trafficMinute(minute: number, quotaTokens: number): TrafficMinute {
  return {
    minute,
    quotaTokens,
    provenance: 'native',
    invocations: 1,
    throttles: 0,
    clientErrors: 0,
    serverErrors: 0,
    input: quotaTokens,
    output: 0,
    cacheRead: 0,
    cacheWrite: 0,
  };
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
