import { type EpochHour, HOURS_PER_DAY, MINUTES_PER_HOUR, PROFILE_DAYS } from './day-profile';
import { sumTokens } from './day-reading';
import { type ForecastBasis, LATE_MINUTES } from './forecast';
import type { PoolMinute } from './pool';
import { utcMidnight } from './time';
import type { EpochMinute } from './usage';

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

/** Tokens a minute of the last so many minutes whose points have come. */
function paceOf(minutes: readonly PoolMinute[], length: number, now: EpochMinute): number {
  const until = now - LATE_MINUTES;
  return sumTokens(minutes, until - length, until) / length;
}

/** The course without a profile: the pace of the last hour; the band from that of 15 minutes and of today so far. */
export function goOnAsLastHour(minutes: readonly PoolMinute[], now: EpochMinute): DayCourse {
  const today = now - LATE_MINUTES - utcMidnight(now);
  const others = [SHORT_PACE_MINUTES, ...(today >= PACE_MINUTES ? [today] : [])];
  const constant = (length: number): Pace => {
    const pace = paceOf(minutes, length, now);
    return () => pace;
  };
  return { expected: constant(PACE_MINUTES), others: others.map(constant), basis: { kind: 'lastHour' } };
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
  minutes: readonly PoolMinute[],
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
  const lastHour = paceOf(minutes, PACE_MINUTES, now);
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
