import type { TrafficMinute } from '../traffic/model-traffic';
import { minutesBetween } from '../vocabulary/minute-list';
import { type EpochMinute, MINUTES_PER_DAY, utcMidnight } from '../vocabulary/time';
import { type EpochHour, HOURS_PER_DAY, MINUTES_PER_HOUR, PROFILE_DAYS } from './day-profile';
import { sumTokens } from './day-reading';
import { type ForecastBasis, LATE_MINUTES } from './forecast';

/** Expected quota tokens of one minute; the same for all minutes of an hour of the clock. */
export type Pace = (minute: EpochMinute) => number;

/** How a day may go on: what is expected, and other ways it plausibly goes. */
export interface DayCourse {
  readonly expected: Pace;
  /** For the band. */
  readonly others: readonly Pace[];
  readonly basis: ForecastBasis;
}

/** Minutes of traffic the pace of a day is taken from without a profile. */
export const PACE_MINUTES = 60;

/** For the band: the newest minutes alone. */
const SHORT_PACE_MINUTES = 15;

/** Minutes with traffic in the last hour without which it has no pace: fewer are a burst, which says nothing of the next. */
const PACE_BUSY_MINUTES = 10;

/** Earlier days without which nothing is learnt from them. */
const MINIMUM_DAYS = 2;

/** Hours today's level is taken from: the fewest in which the earlier days had traffic enough to compare with. */
const LEVEL_HOURS = [3, 6, 12] as const;
const LONGEST_LEVEL_HOURS = 12;

/** Traffic enough: this share of what an average stretch of the day as long has. */
const COMPARABLE_SHARE = 0.5;

/** An earlier day gets a level of its own when it had this share of the mean in the level's hours. */
const OWN_LEVEL_SHARE = 0.25;

/** The last hour is a surge when it is more than so many times the highest of the earlier days at this time. */
const SURGE_FACTOR = 2;

/** Tokens a minute of so many minutes, the newest whose points have come or those that ended `before` minutes earlier. */
function paceOf(minutes: readonly TrafficMinute[], now: EpochMinute, length: number, before = 0): number {
  const until = now - LATE_MINUTES - before;
  return sumTokens(minutes, until - length, until) / length;
}

/** Why the last hour shows no pace that could go on; `null` when it does. */
export function missingPaceOf(minutes: readonly TrafficMinute[], now: EpochMinute): string | null {
  const until = now - LATE_MINUTES;
  const busy = minutesBetween(minutes, until - PACE_MINUTES, now).filter(({ quotaTokens }) => quotaTokens > 0);
  if (busy.length < PACE_BUSY_MINUTES) return `fewer than ${PACE_BUSY_MINUTES} minutes with traffic in the last hour`;
  const isRecent = busy.some(({ minute }) => minute >= until - SHORT_PACE_MINUTES);
  return isRecent ? null : `no traffic in the last ${SHORT_PACE_MINUTES} minutes`;
}

/** A pace that changes by so many tokens a minute with each hour. */
function changing(pace: number, change: number, now: EpochMinute): Pace {
  return (minute) => {
    const middle = Math.floor(minute / MINUTES_PER_HOUR) * MINUTES_PER_HOUR + MINUTES_PER_HOUR / 2;
    return Math.max(0, pace + change * Math.max(0, (middle - now) / MINUTES_PER_HOUR));
  };
}

/** Most that the pace changed from one hour to the next in the last day, as far as it was seen; 0 with one hour seen. */
function largestChange(minutes: readonly TrafficMinute[], now: EpochMinute): number {
  const first = Math.max(minutes[0]?.minute ?? now, now - MINUTES_PER_DAY);
  const hours = Math.floor((now - LATE_MINUTES - first) / PACE_MINUTES);
  const paces = Array.from({ length: hours }, (_, index) => paceOf(minutes, now, PACE_MINUTES, index * PACE_MINUTES));
  return Math.max(0, ...paces.slice(1).map((pace, index) => Math.abs(pace - (paces[index] ?? pace))));
}

/**
 * The course without a profile: the pace of the last hour. The band: the pace of the last 15 minutes, that of today so
 * far, and a pace that goes up or down with each hour by the largest change from one hour to the next in the last day.
 */
export function goOnAsLastHour(minutes: readonly TrafficMinute[], now: EpochMinute): DayCourse {
  const lastHour = paceOf(minutes, now, PACE_MINUTES);
  const today = now - LATE_MINUTES - utcMidnight(now);
  const lengths = [SHORT_PACE_MINUTES, ...(today >= PACE_MINUTES ? [today] : [])];
  const others = lengths.map((length): Pace => {
    const pace = paceOf(minutes, now, length);
    return () => pace;
  });
  const change = largestChange(minutes, now);
  return {
    expected: () => lastHour,
    others: [...others, changing(lastHour, change, now), changing(lastHour, -change, now)],
    basis: { kind: 'lastHour' },
  };
}

/** The first minute of the next hour of the clock. */
function nextHour(minute: EpochMinute): EpochMinute {
  return (Math.floor(minute / MINUTES_PER_HOUR) + 1) * MINUTES_PER_HOUR;
}

/** Expected tokens of `[from, until)`. */
export function sumPace(pace: Pace, from: EpochMinute, until: EpochMinute): number {
  let tokens = 0;
  for (let start = from; start < until; start = nextHour(start)) {
    tokens += pace(start) * (Math.min(nextHour(start), until) - start);
  }
  return tokens;
}

/** Expected tokens of each minute of `[from, until)`. */
export function toMinutes(pace: Pace, from: EpochMinute, until: EpochMinute): number[] {
  const tokens = new Array<number>(Math.max(0, until - from));
  for (let start = from; start < until; start = nextHour(start)) {
    tokens.fill(pace(start), start - from, nextHour(start) - from);
  }
  return tokens;
}

/** The earlier days seen in full, each as the pace it would give today at the same time of day; the newest first. */
function earlierDays(hourly: ReadonlyMap<EpochHour, number>, now: EpochMinute): Pace[] {
  const thisHour = Math.floor(now / MINUTES_PER_HOUR);
  const days: Pace[] = [];
  for (let day = 1; day <= PROFILE_DAYS; day++) {
    const first = thisHour - day * HOURS_PER_DAY - LONGEST_LEVEL_HOURS;
    // The newest two hours of the newest day may not be in the profile yet.
    const length = LONGEST_LEVEL_HOURS + HOURS_PER_DAY - 1;
    if (!Array.from({ length }, (_, index) => first + index).every((hour) => hourly.has(hour))) continue;
    days.push((minute) => {
      let hour = Math.floor(minute / MINUTES_PER_HOUR) - day * HOURS_PER_DAY;
      while (!hourly.has(hour) && hour > first) hour -= HOURS_PER_DAY;
      return (hourly.get(hour) ?? 0) / MINUTES_PER_HOUR;
    });
  }
  return days;
}

/** The hours today's level is taken from, as minutes; `null` when the earlier days had next to nothing in any of them. */
function comparableMinutes(mean: Pace, now: EpochMinute): number | null {
  const day = sumPace(mean, now, now + HOURS_PER_DAY * MINUTES_PER_HOUR);
  const until = now - LATE_MINUTES;
  const hours = LEVEL_HOURS.find((length) => {
    const expected = sumPace(mean, until - length * MINUTES_PER_HOUR, until);
    return expected > 0 && expected >= (COMPARABLE_SHARE * day * length) / HOURS_PER_DAY;
  });
  return hours === undefined ? null : hours * MINUTES_PER_HOUR;
}

/**
 * The course learnt from the earlier days: their mean at each hour × today's level, which is today's tokens ÷ the mean's
 * over the last 3 (6, 12) hours; level 1 when the earlier days had nothing to compare with. A last hour far above all
 * earlier days goes on at least at its pace. The band: each earlier day as it went, at today's level against that day.
 * Worked number: mean 6,000 an hour, today 27,000 in the last three → level 1.5; a coming hour with 12,000 → 18,000.
 * @returns `null` with fewer than two earlier days.
 */
export function goOnAsProfile(
  minutes: readonly TrafficMinute[],
  hourly: ReadonlyMap<EpochHour, number>,
  now: EpochMinute,
): DayCourse | null {
  const days = earlierDays(hourly, now);
  if (days.length < MINIMUM_DAYS) return null;
  const mean: Pace = (minute) => days.reduce((sum, day) => sum + day(minute), 0) / days.length;
  const until = now - LATE_MINUTES;
  const length = comparableMinutes(mean, now);
  const usual = length === null ? 0 : sumPace(mean, until - length, until);
  const level = length === null ? 1 : sumTokens(minutes, until - length, until) / usual;
  const levelAgainst = (day: Pace): number => {
    if (length === null) return level;
    const own = sumPace(day, until - length, until);
    return own >= OWN_LEVEL_SHARE * usual ? (level * usual) / own : level;
  };
  const lastHour = paceOf(minutes, now, PACE_MINUTES);
  const highest = Math.max(...days.map((day) => sumPace(day, until - PACE_MINUTES, until))) / PACE_MINUTES;
  const isSurge = lastHour > SURGE_FACTOR * highest;
  return {
    expected: isSurge ? (minute) => Math.max(lastHour, level * mean(minute)) : (minute) => level * mean(minute),
    others: days.map((day) => {
      const own = levelAgainst(day);
      return (minute) => own * day(minute);
    }),
    basis: { kind: 'profile', days: days.length, level, isSurge },
  };
}
