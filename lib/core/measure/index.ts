/** Traffic against a quota: minutes, days, forecasts, what to read next. It knows no cause and no words. */
export { type DayReading, readDay } from './day-reading';
export type { Forecast, ForecastBasis } from './forecast';
export { type DayForecastInput, forecastDay } from './forecast-day';
export { forecastMinute } from './forecast-minute';
export type { TimedValue } from './rising-line';
