import type { SoakPlan } from './plan';
import { dayBefore, readDays } from './reference';

/** Points may be this late in the worst case: 14 minutes, a cold interval, and the longest outage. */
const LATEST = 16 + 15 + 40;
const DOUBT_POINTS = 0.4;
const CANDIDATES = 240;

/**
 * A limit of the daily pool at which some days pass 80 and 95 %, and at which it is never in doubt which: the course with
 * all points, without the newest, and a little up or down tell the same days.
 */
export function choosePoolLimit(plan: SoakPlan): number {
  const all = dayBefore(plan, () => true);
  const late = dayBefore(plan, (_, minute, at) => minute + LATEST <= at, LATEST);
  const sorted = [...all.lastDay].sort((a, b) => a - b);
  let best = { limit: (sorted.at(-1) ?? 1) * 3, score: -1 };
  for (let index = 0; index < CANDIDATES; index++) {
    const sum = sorted[Math.floor(((index / CANDIDATES) * 0.65 + 0.33) * sorted.length)] ?? 0;
    const limit = Math.round((sum / 0.8) * (1 + (index % 7) * 0.004));
    if (limit <= 0) continue;
    const courses = [all, late].flatMap((sums) =>
      [-DOUBT_POINTS, 0, DOUBT_POINTS].map((shift) => readDays(sums, limit, shift)),
    );
    const told = courses.map((days) => days.map(({ criticalFrom, until }) => [criticalFrom !== null, until !== null]));
    const [first, ...others] = told.map((one) => JSON.stringify(one));
    if (others.some((other) => other !== first)) continue;
    const days = courses[1] ?? [];
    const isApart = days.every(({ from }, at) => at === 0 || from - (days[at - 1]?.until ?? from) > 80);
    const hasEnd = days.every(({ until }) => until !== null || plan.days < 3);
    // What is seen only after midnight is yesterday's number by then, and not told.
    const isBeforeMidnight = (at: number | null) => at !== null && at % 1440 >= 1440 - LATEST;
    const isOfOneDay = !days.some(({ from, criticalFrom }) => isBeforeMidnight(from) || isBeforeMidnight(criticalFrom));
    if (!isApart || !isOfOneDay) continue;
    const critical = days.filter(({ criticalFrom }) => criticalFrom !== null).length;
    const score =
      Math.min(days.length, plan.days) + (critical > 0 && critical < days.length ? 1 : 0) + (hasEnd ? 0.5 : 0);
    if (score > best.score) best = { limit, score };
  }
  return best.limit;
}
