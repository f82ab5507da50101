import type { DayReading } from './day-reading';
import { sumTokens } from './day-reading';
import type { PoolMinute } from './pool';
import { MINUTES_PER_DAY, utcMidnight } from './time';
import type { EpochMinute } from './usage';

/** When a limit is reached if the pace so far holds. */
export type Forecast =
  | { readonly kind: 'exhausted'; readonly at: EpochMinute }
  | { readonly kind: 'exhausts'; readonly at: EpochMinute; readonly pacePerMinute: number }
  | { readonly kind: 'lasts'; readonly pacePerMinute: number }
  | { readonly kind: 'insufficientData'; readonly reason: string };

/** Minutes of traffic the pace of a day is taken from. */
export const PACE_MINUTES = 60;

/** Minutes the trend of a per-minute quota is taken from. */
export const TREND_MINUTES = 15;

/** A per-minute trend is not drawn further than this. */
const TREND_HORIZON_MINUTES = 180;

/** Share of the variation the trend line must explain before it is believed. */
const TREND_MINIMUM_FIT = 0.6;

/**
 * Forecast of a daily limit at the pace of the last hour. The rolling reading lets yesterday's minutes go as time
 * passes; the reading by UTC day starts again at midnight, so a limit not reached by then lasts.
 * @param minutes ascending, at least the last 1,440 minutes.
 * @param limit in quota tokens; a quota of 0 has no forecast.
 */
export function forecastDay(
  minutes: readonly PoolMinute[],
  reading: DayReading,
  limit: number,
  now: EpochMinute,
): Forecast {
  if (limit <= 0) return { kind: 'insufficientData', reason: 'the quota is 0' };
  if (reading.tokens >= limit) return { kind: 'exhausted', at: crossingMinute(minutes, reading, limit, now) };
  const first = minutes[0];
  if (!first || now - first.minute < PACE_MINUTES) {
    return { kind: 'insufficientData', reason: `less than ${PACE_MINUTES} minutes of traffic seen` };
  }
  const pacePerMinute = sumTokens(minutes, now - PACE_MINUTES, now) / PACE_MINUTES;
  if (pacePerMinute === 0) return { kind: 'lasts', pacePerMinute };
  return reading.window === 'utcDay'
    ? forecastUtcDay(reading.tokens, limit, pacePerMinute, now)
    : forecastRollingDay(minutes, reading.tokens, limit, pacePerMinute, now);
}

function forecastUtcDay(tokens: number, limit: number, pacePerMinute: number, now: EpochMinute): Forecast {
  const at = now + Math.ceil((limit - tokens) / pacePerMinute);
  return at < utcMidnight(now) + MINUTES_PER_DAY
    ? { kind: 'exhausts', at, pacePerMinute }
    : { kind: 'lasts', pacePerMinute };
}

function forecastRollingDay(
  minutes: readonly PoolMinute[],
  tokens: number,
  limit: number,
  pacePerMinute: number,
  now: EpochMinute,
): Forecast {
  const leaving = new Map(minutes.map((minute) => [minute.minute + MINUTES_PER_DAY, minute.quotaTokens]));
  let reading = tokens;
  for (let at = now; at < now + MINUTES_PER_DAY; at++) {
    reading += pacePerMinute - (leaving.get(at) ?? 0);
    if (reading >= limit) return { kind: 'exhausts', at: at + 1, pacePerMinute };
  }
  return { kind: 'lasts', pacePerMinute };
}

function crossingMinute(
  minutes: readonly PoolMinute[],
  reading: DayReading,
  limit: number,
  now: EpochMinute,
): EpochMinute {
  let tokens = 0;
  for (const minute of minutes) {
    if (minute.minute < reading.from || minute.minute >= now) continue;
    tokens += minute.quotaTokens;
    if (tokens >= limit) return minute.minute;
  }
  return now;
}

/**
 * Forecast of a per-minute limit: a straight line through the last {@link TREND_MINUTES} minutes with traffic.
 * @param values one value a minute, `[minute, value]`, ascending.
 * @param limit in the values' unit; a quota of 0 has no forecast.
 */
export function forecastMinute(
  values: readonly (readonly [EpochMinute, number])[],
  limit: number,
  now: EpochMinute,
): Forecast {
  if (limit <= 0) return { kind: 'insufficientData', reason: 'the quota is 0' };
  const recent = values.filter(([minute]) => minute >= now - TREND_MINUTES - 2 && minute < now).slice(-TREND_MINUTES);
  const last = recent.at(-1);
  if (!last || recent.length < TREND_MINUTES - 5) {
    return {
      kind: 'insufficientData',
      reason: `fewer than ${TREND_MINUTES - 5} of the last ${TREND_MINUTES} minutes have traffic`,
    };
  }
  if (last[1] >= limit) return { kind: 'exhausted', at: last[0] };
  const line = fitLine(recent);
  if (line.slope <= 0 || line.fit < TREND_MINIMUM_FIT) return { kind: 'lasts', pacePerMinute: line.slope };
  const at = Math.ceil((limit - line.intercept) / line.slope);
  return at <= last[0] + TREND_HORIZON_MINUTES
    ? { kind: 'exhausts', at: Math.max(at, now), pacePerMinute: line.slope }
    : { kind: 'lasts', pacePerMinute: line.slope };
}

/** Least squares; `fit` is the coefficient of determination, 0 for a flat line. */
function fitLine(values: readonly (readonly [number, number])[]): { slope: number; intercept: number; fit: number } {
  const n = values.length;
  const meanX = values.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = values.reduce((sum, [, y]) => sum + y, 0) / n;
  const sxx = values.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const sxy = values.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const syy = values.reduce((sum, [, y]) => sum + (y - meanY) ** 2, 0);
  const slope = sxx === 0 ? 0 : sxy / sxx;
  return { slope, intercept: meanY - slope * meanX, fit: sxx === 0 || syy === 0 ? 0 : sxy ** 2 / (sxx * syy) };
}
