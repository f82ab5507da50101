import type { TrafficMinute } from '../traffic/model-traffic';
import { type EpochMinute, MINUTES_PER_DAY, utcMidnight } from '../vocabulary/time';
import {
  type DayCourse,
  goOnAsLastHour,
  goOnAsProfile,
  missingPaceOf,
  PACE_MINUTES,
  type Pace,
  sumPace,
  toMinutes,
} from './day-course';
import type { EpochHour } from './day-profile';
import type { DayReading } from './day-reading';
import type { Forecast } from './forecast';

/** What a daily limit is forecast from. */
export interface DayForecastInput {
  /** Ascending, at least the last 1,440 minutes. */
  readonly minutes: readonly TrafficMinute[];
  /** Since UTC midnight. */
  readonly utcDay: DayReading;
  /** The last 1,440 minutes. */
  readonly rolling24h: DayReading;
  /** In quota tokens; a quota of 0 has no forecast. */
  readonly limit: number;
  /** The clock's minute, which is not complete. */
  readonly now: EpochMinute;
  /** Quota tokens of the earlier days by hour; `null` when none are remembered. */
  readonly hourly: ReadonlyMap<EpochHour, number> | null;
}

/** Sums of fractions miss a limit they meet by less than this share. */
const ROUNDING_SHARE = 1e-9;

/** When the reading since midnight gets to the limit; `null` when midnight comes first: it starts again then. */
function reachInUtcDay({ utcDay, limit, now }: DayForecastInput, coming: readonly number[]): EpochMinute | null {
  const midnight = utcMidnight(now) + MINUTES_PER_DAY;
  let tokens = utcDay.tokens;
  for (let minute = now; minute < midnight - 1; minute++) {
    tokens += coming[minute - now] ?? 0;
    if (tokens >= limit * (1 - ROUNDING_SHARE)) return minute + 1;
  }
  return null;
}

/** The tokens that leave the rolling reading in each minute from `now` on, for a day. */
function leavingTokens({ minutes, now }: DayForecastInput): readonly number[] {
  const leaving = new Array<number>(MINUTES_PER_DAY).fill(0);
  for (const { minute, quotaTokens } of minutes) {
    const index = minute + MINUTES_PER_DAY - now;
    if (index >= 0 && index < MINUTES_PER_DAY) leaving[index] = quotaTokens;
  }
  return leaving;
}

/** When the rolling reading gets to the limit, yesterday's minutes leaving it; `null` when not within a day. */
function reachInRollingDay(
  { rolling24h, limit, now }: DayForecastInput,
  coming: readonly number[],
  leaving: readonly number[],
): EpochMinute | null {
  let tokens = rolling24h.tokens;
  for (let minute = now; minute < now + MINUTES_PER_DAY; minute++) {
    tokens += (coming[minute - now] ?? 0) - (leaving[minute - now] ?? 0);
    if (tokens >= limit * (1 - ROUNDING_SHARE)) return minute + 1;
  }
  return null;
}

/** The minute the tokens that a reading counts now came to the limit: it is reached since then at the latest. */
function crossingMinute({ minutes, limit, now }: DayForecastInput, reading: DayReading): EpochMinute {
  let tokens = 0;
  for (const minute of minutes) {
    if (minute.minute < reading.from || minute.minute >= now) continue;
    tokens += minute.quotaTokens;
    if (tokens >= limit) return minute.minute;
  }
  return now;
}

function chooseCourse({ minutes, hourly, now }: DayForecastInput): DayCourse | null {
  const learnt = hourly && goOnAsProfile(minutes, hourly, now);
  if (learnt) return learnt;
  const first = minutes[0];
  return first && now - first.minute >= PACE_MINUTES ? goOnAsLastHour(minutes, now) : null;
}

/** Whether a course takes the pace of the last hour to go on. */
function restsOnLastHour({ basis }: DayCourse): boolean {
  return basis.kind === 'lastHour' || (basis.kind === 'profile' && basis.isSurge);
}

function isTime(minute: EpochMinute | null): minute is EpochMinute {
  return minute !== null;
}

/**
 * Forecast of a daily limit: the course of the earlier days at today's level, or without them the pace of the last hour.
 * AWS documents neither day reading, so both are forecast and the first to reach the limit is told. The rolling reading
 * is never below the one since midnight, so it is never the later; the reading since midnight ends at midnight.
 *
 * The band is that of both readings under the expected course and all other ways the day may go (see the courses);
 * `latest` is `null` when the limit is not reached in one of them.
 */
export function forecastDay(input: DayForecastInput): Forecast {
  const { utcDay, rolling24h, limit, now } = input;
  if (limit <= 0) return { kind: 'insufficientData', reason: 'the quota is 0' };
  const full = [utcDay, rolling24h].filter(({ tokens }) => tokens >= limit);
  if (full.length > 0) {
    return { kind: 'exhausted', at: Math.min(...full.map((reading) => crossingMinute(input, reading))) };
  }
  const course = chooseCourse(input);
  if (!course) {
    return { kind: 'insufficientData', reason: `less than ${PACE_MINUTES} minutes of traffic seen` };
  }
  const { expected, others, basis } = course;
  const leaving = leavingTokens(input);
  const reachIn = (pace: Pace) => {
    // Most days end far below the limit: no need to go through their minutes.
    const most = rolling24h.tokens + sumPace(pace, now, now + MINUTES_PER_DAY);
    if (most < limit * (1 - 2 * ROUNDING_SHARE)) return { utcDay: null, rolling24h: null };
    const coming = toMinutes(pace, now, now + MINUTES_PER_DAY);
    return { utcDay: reachInUtcDay(input, coming), rolling24h: reachInRollingDay(input, coming, leaving) };
  };
  const reached = reachIn(expected);
  const cases = [reached, ...others.map(reachIn)].flatMap(({ utcDay, rolling24h }) => [utcDay, rolling24h]);
  const times = cases.filter(isTime);
  const earliest = times.length > 0 ? Math.min(...times) : null;
  const told = [reached.utcDay, reached.rolling24h].filter(isTime);
  const missingPace = restsOnLastHour(course) ? missingPaceOf(input.minutes, now) : null;
  if (told.length === 0 || earliest === null) {
    return { kind: 'lasts', earliest: missingPace === null ? earliest : null, basis };
  }
  if (missingPace !== null) return { kind: 'insufficientData', reason: missingPace };
  const at = Math.min(...told);
  return {
    kind: 'exhausts',
    at,
    earliest,
    latest: times.length === cases.length ? Math.max(...times) : null,
    pacePerMinute: sumPace(expected, now, at) / (at - now),
    basis,
    readings: (['utcDay', 'rolling24h'] as const).filter((window) => reached[window] === at),
  };
}
