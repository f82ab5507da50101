import { readDay } from '../../../../lib/core/measure/day-reading';
import { forecastDay } from '../../../../lib/core/measure/forecast-day';
import type { TrafficMinute } from '../../../../lib/core/traffic/model-traffic';
import { minuteOf } from '../fixtures';

/** The minute of most forecasts. */
export const NOON = minuteOf('12:00');

/** The forecast of a daily quota, both day readings taken from its minutes. `hourly` is the profile of the days before. */
export function forecast(
  minutes: readonly TrafficMinute[],
  { limit, now = NOON, hourly = null }: { limit: number; now?: number; hourly?: ReadonlyMap<number, number> | null },
) {
  const { utcDay, rolling24h } = readDay(minutes, now);
  return forecastDay({ minutes, utcDay, rolling24h, limit, now, hourly });
}

/** When a quota is exhausted; infinite where it lasts or nothing is known. */
export const timeOf = (result: ReturnType<typeof forecast>) =>
  result.kind === 'exhausts' || result.kind === 'exhausted' ? result.at : Number.POSITIVE_INFINITY;
