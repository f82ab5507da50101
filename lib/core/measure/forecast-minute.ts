import type { EpochMinute } from '../vocabulary/time';
import { type Forecast, LATE_MINUTES } from './forecast';
import { crossingOf, findRise, type RisingLine, type TimedValue } from './rising-line';

/** Neither looked back nor forecast further than this. */
export const TREND_HORIZON_MINUTES = 180;

/**
 * The lengths of rise that are looked for: each three times the one before, so that a rise of any length from ten
 * minutes to three hours fills at least a third of one of them.
 */
const RISE_MINUTES = [10, 30, 90, TREND_HORIZON_MINUTES] as const;

/** Rises are not drawn further than four times as long as the longest was seen. */
const REACH_FACTOR = 4;

/** Points a line is drawn through at most; of longer times the mean of two or three minutes is one point. */
const POINTS_AT_MOST = 60;

/** Minutes with traffic below which nothing is said. */
const MINIMUM_MINUTES = 10;

/** Without a point for so long (late points, and a series read every three minutes) the traffic has stopped. */
const TRAFFIC_STOPPED_MINUTES = LATE_MINUTES + 3;

/** A level counts as usual when it was reached in two of these blocks. */
const BLOCK_MINUTES = 30;

/** Share of the limit by which a rise must have passed the usual level before it is news. */
const NEWS_SHARE = 0.05;

/** The highest of so many minutes is what a rise has come to. */
const NEWEST_MINUTES = 3;

/** Share of the limit that means nothing. */
const TOLERANCE_SHARE = 0.005;

/** The high and the low among the scattered minutes of a line, for the ends of the band. */
const HIGH_SHARE = 0.9;
const LOW_SHARE = 0.1;

/** One value for each minute of `[from, until)`: a minute without a point had no traffic. */
function fillMinutes(values: readonly TimedValue[], from: EpochMinute, until: EpochMinute): TimedValue[] {
  const filled = new Array<number>(until - from).fill(0);
  for (const [minute, value] of values) if (minute >= from && minute < until) filled[minute - from] = value;
  return filled.map((value, index) => [from + index, value] as const);
}

/** Means of equal groups, the newest group whole. */
function thinOut(points: readonly TimedValue[], size: number): TimedValue[] {
  const groups: TimedValue[] = [];
  for (let end = points.length; end >= size; end -= size) {
    const group = points.slice(end - size, end);
    const mean = (column: 0 | 1) => group.reduce((sum, point) => sum + point[column], 0) / size;
    groups.unshift([mean(0), mean(1)]);
  }
  return groups;
}

/**
 * The level the minutes before a rise came to and fell back from at least twice: the second highest peak of half-hour
 * blocks. Saw-teeth and hourly batches rise to it all the time, so a rise below it is no news.
 */
function usualPeakOf(points: readonly TimedValue[]): number {
  const peaks: number[] = [];
  for (let end = points.length; end > 0; end -= BLOCK_MINUTES) {
    peaks.push(Math.max(...points.slice(Math.max(0, end - BLOCK_MINUTES), end).map(([, value]) => value)));
  }
  return peaks.sort((a, b) => b - a)[1] ?? 0;
}

/** Since when a per-minute limit is reached; `null` when the newest complete minutes are below it. */
function exhaustedSince(values: readonly TimedValue[], limit: number, now: EpochMinute): EpochMinute | null {
  const newest = values.at(-1);
  if (!newest || newest[0] < now - TRAFFIC_STOPPED_MINUTES) return null;
  // The newest points may still grow, so they can prove that the limit is reached but not that it is not.
  const from = Math.min(newest[0], now - LATE_MINUTES - 1);
  const full = new Set(values.filter(([, value]) => value >= limit).map(([minute]) => minute));
  const first = [...full].find((minute) => minute >= from);
  if (first === undefined) return null;
  let at = first;
  while (full.has(at - 1)) at--;
  return at;
}

/** A rise and where it leads. */
interface Rise {
  readonly minutes: number;
  readonly line: RisingLine;
  readonly at: EpochMinute | null;
  readonly earliest: EpochMinute | null;
  readonly latest: EpochMinute | null;
}

/** The rise of the last so many minutes; `null` when they show none that is news. */
function lookForRise(points: readonly TimedValue[], minutes: number, limit: number): Rise | null {
  const seen = points.slice(-minutes);
  const newest = Math.max(...seen.slice(-NEWEST_MINUTES).map(([, value]) => value));
  if (newest < usualPeakOf(points.slice(0, -minutes)) + NEWS_SHARE * limit) return null;
  const line = findRise(thinOut(seen, Math.ceil(minutes / POINTS_AT_MOST)), limit * TOLERANCE_SHARE);
  if (!line) return null;
  const crossing = (slope: number, share: number) => crossingOf(seen, slope, { share, limit });
  return {
    minutes,
    line,
    at: crossing(line.slope, 0.5),
    earliest: crossing(line.highSlope, HIGH_SHARE),
    latest: crossing(line.lowSlope, LOW_SHARE),
  };
}

/** Width of the slope's interval as a share of the slope: how little is known of a rise. */
function uncertaintyOf({ line }: Rise): number {
  return (line.highSlope - line.lowSlope) / line.slope;
}

/** The best known rise as a forecast, with a band that holds all of them. */
function tellRises(rises: readonly Rise[], now: EpochMinute): Forecast {
  const [best] = [...rises].sort((a, b) => uncertaintyOf(a) - uncertaintyOf(b));
  if (!best) return { kind: 'lasts', earliest: null, basis: null };
  const horizon = now + TREND_HORIZON_MINUTES;
  const reach = Math.min(horizon, now + REACH_FACTOR * Math.max(...rises.map(({ minutes }) => minutes)));
  const within = (minute: EpochMinute | null, end: EpochMinute) =>
    minute === null || minute > end ? null : Math.max(minute, now);
  const times = rises.map((rise) => within(rise.earliest, reach)).filter((minute) => minute !== null);
  const earliest = times.length > 0 ? Math.min(...times) : null;
  const at = within(best.at, reach);
  if (at === null) return { kind: 'lasts', earliest, basis: null };
  const ends = rises.map(({ latest }) => within(latest, horizon));
  const known = ends.filter((minute) => minute !== null);
  return {
    kind: 'exhausts',
    at,
    earliest: earliest ?? at,
    latest: known.length === ends.length ? Math.max(...known) : null,
    pacePerMinute: best.line.slope,
    basis: { kind: 'rise', minutes: best.minutes },
    readings: [],
  };
}

/** The first minute a forecast looks at; earlier ones need not be handed over. */
export function trendFrom(now: EpochMinute): EpochMinute {
  return now - LATE_MINUTES - TREND_HORIZON_MINUTES;
}

/**
 * Forecast of a per-minute limit from the last three hours. Rises of 10, 30, 90 and 180 minutes are looked for; the one
 * whose slope is known best is told. Theil–Sen lines, because a wild minute does not move them as it moves least squares.
 *
 * The band holds those of all rises: `earliest` is where the high minutes (the upper tenth) get to the limit on the
 * steep end of the slope's 90 % interval, `latest` where the low minutes do on its flat end; `null` when that takes
 * longer than three hours. A law of it: as many tokens more in every minute never make it later.
 * @param values one a minute, `[minute, value]`, ascending; a minute that is absent had no traffic.
 * @param limit in the values' unit; a quota of 0 has no forecast.
 */
export function forecastMinute(values: readonly TimedValue[], limit: number, now: EpochMinute): Forecast {
  if (limit <= 0) return { kind: 'insufficientData', reason: 'the quota is 0' };
  const recent = values.filter(([minute, value]) => minute >= trendFrom(now) && minute < now && value > 0);
  const since = exhaustedSince(recent, limit, now);
  if (since !== null) return { kind: 'exhausted', at: since };
  const newest = recent.at(-1);
  if (!newest || recent.length < MINIMUM_MINUTES) {
    return {
      kind: 'insufficientData',
      reason: `fewer than ${MINIMUM_MINUTES} minutes with traffic in the last 3 hours`,
    };
  }
  const until =
    newest[0] >= now - TRAFFIC_STOPPED_MINUTES ? Math.min(newest[0] + 1, now - LATE_MINUTES) : now - LATE_MINUTES;
  const isNews = ([minute, value]: TimedValue) =>
    minute >= until - NEWEST_MINUTES && minute < until && value >= NEWS_SHARE * limit;
  // Most quotas are used so little that no rise need be looked for.
  if (!recent.some(isNews)) return tellRises([], now);
  const points = fillMinutes(recent, until - TREND_HORIZON_MINUTES, until);
  const rises = RISE_MINUTES.map((minutes) => lookForRise(points, minutes, limit));
  return tellRises(
    rises.filter((rise) => rise !== null),
    now,
  );
}
