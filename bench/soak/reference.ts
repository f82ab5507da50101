/**
 * What must have been said, computed from the traffic alone: slow, plain, and without a line of the product, whose
 * numbers (80 and 95 %, 75 % to clear, 15 minutes to clear) are written out here again.
 */
import { POOL_CODE, type SoakPlan, type SoakTraffic } from './plan';

/** From this minute on, and up to this one, something may be said. */
export interface Window {
  readonly notBefore: number;
  readonly deadline: number;
}

/** One trouble that must be told once. Minutes since the start of the soak. */
export interface Episode {
  readonly findingId: string;
  readonly start: number;
  readonly end: number;
  readonly opened: Window;
  /** `null`: never critical. `'either'`: the severity is not judged here. */
  readonly critical: Window | 'either' | null;
  /** `null`: the run ended before. */
  readonly recovered: Window | null;
}

/** Whether the watchdog ran undisturbed at a minute. */
export type GoodTick = (minute: number) => boolean;

const SLOWEST_INTERVAL = 15;
const MARGIN = 2;
const QUIET_EVALUATION = 5;
const CLEAR_MINUTES = 15;
/** A minute is looked at for at most so long after it: the interval, and the grace for late points. */
const LONGEST_LOOK_BACK = 31;

/** The minute at which so many undisturbed ticks have passed after `from`. */
function afterGoodTicks(from: number, count: number, isGood: GoodTick, end: number): number {
  let minute = from;
  for (let left = count; left > 0 && minute < end; ) {
    minute++;
    if (isGood(minute)) left--;
  }
  return minute;
}

function shownAt(traffic: SoakTraffic, minute: number): number {
  return minute + Math.ceil(traffic.visibleAfter[minute] ?? 0);
}

/** Groups bad minutes. @throws Error when two lie as far apart as the rules of the product leave in doubt. */
function toGroups(bad: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const minute of bad) {
    const group = groups.at(-1);
    const gap = minute - (group?.at(-1) ?? Number.NEGATIVE_INFINITY);
    if (gap >= 10 && gap <= 75) throw new Error(`bad minutes ${gap} apart at ${minute}: the rule is in doubt`);
    if (group && gap < 10) group.push(minute);
    else groups.push([minute]);
  }
  return groups;
}

interface Watched {
  readonly findingId: string;
  readonly isBad: (minute: number) => boolean;
  readonly isCritical: ((minute: number) => boolean) | null;
}

function expectMinutes(traffic: SoakTraffic, watched: Watched, minutes: number, isGood: GoodTick): Episode[] {
  const { findingId, isBad, isCritical } = watched;
  const bad = Array.from({ length: minutes }, (_, minute) => minute).filter(isBad);
  const windowOf = (group: readonly number[]): Window => {
    const first = Math.min(...group.map((minute) => shownAt(traffic, minute)));
    return { notBefore: first, deadline: afterGoodTicks(first, SLOWEST_INTERVAL + MARGIN, isGood, minutes) };
  };
  return toGroups(bad).map((group) => {
    const [start = 0, end = 0] = [group[0], group.at(-1)];
    const worst = isCritical ? group.filter(isCritical) : [];
    const clear = LONGEST_LOOK_BACK + CLEAR_MINUTES + SLOWEST_INTERVAL + MARGIN;
    return {
      findingId,
      start,
      end,
      opened: windowOf(group),
      critical: isCritical ? (worst.length > 0 ? windowOf(worst) : null) : 'either',
      recovered: { notBefore: end + CLEAR_MINUTES, deadline: afterGoodTicks(end, clear, isGood, minutes) },
    };
  });
}

function watchedOf({ model, tokens, invocations, throttles }: SoakTraffic): Watched[] {
  const share = (values: Float64Array, limit: number, percent: number) => (minute: number) =>
    ((values[minute] ?? 0) * 100) / limit >= percent;
  const { requests } = model;
  return [
    {
      findingId: `utilization/${model.tokens.quotaCode}`,
      isBad: share(tokens, model.tokens.limit, 80),
      isCritical: share(tokens, model.tokens.limit, 95),
    },
    ...(requests
      ? [
          {
            findingId: `utilization/${requests.quotaCode}`,
            isBad: share(invocations, requests.limit, 80),
            isCritical: share(invocations, requests.limit, 95),
          },
        ]
      : []),
    {
      findingId: `throttled/${model.scope}/${model.baseModelId}`,
      isBad: (minute) => (throttles[minute] ?? 0) > 0,
      isCritical: null,
    },
  ];
}

/** Tokens of all models in the day before each minute: the larger of both readings, for it holds the other. */
export function dayBefore(plan: SoakPlan, isCounted: (traffic: SoakTraffic, minute: number, at: number) => boolean) {
  const sums = new Float64Array(plan.minutes + 1);
  for (let at = 0; at <= plan.minutes; at++) {
    let [sinceMidnight, lastDay] = [0, 0];
    for (const traffic of plan.traffic) {
      for (let minute = Math.max(0, at - 1440); minute < at; minute++) {
        if (!isCounted(traffic, minute, at)) continue;
        const tokens = traffic.tokens[minute] ?? 0;
        lastDay += tokens;
        if (minute >= Math.floor(at / 1440) * 1440) sinceMidnight += tokens;
      }
    }
    sums[at] = Math.max(sinceMidnight, lastDay);
  }
  return sums;
}

/** One time the day stood at 80 % or more: from 80 % until it was below 75 % for 15 minutes. */
export interface DayEpisode {
  readonly from: number;
  readonly criticalFrom: number | null;
  /** `null`: to the end of the run. */
  readonly until: number | null;
}

/** Reads the day's course. @param shift percent added to the course: what is the same either way is not in doubt. */
export function readDays(sums: Float64Array, limit: number, shift = 0): DayEpisode[] {
  const episodes: { from: number; criticalFrom: number | null; until: number | null }[] = [];
  let below = 0;
  for (let minute = 0; minute < sums.length; minute++) {
    const percent = ((sums[minute] ?? 0) * 100) / limit + shift;
    let open = episodes.at(-1)?.until === null ? episodes.at(-1) : undefined;
    if (!open && percent >= 80) {
      open = { from: minute, criticalFrom: null, until: null };
      episodes.push(open);
    }
    if (!open) continue;
    if (percent >= 95) open.criticalFrom ??= minute;
    below = percent < 75 ? below + 1 : 0;
    if (below <= CLEAR_MINUTES) continue;
    open.until = minute;
    below = 0;
  }
  return episodes;
}

function expectDays(plan: SoakPlan, limit: number, isGood: GoodTick): Episode[] {
  const end = plan.minutes;
  const seenAt = new Map(
    plan.traffic.map((traffic) => [
      traffic,
      Array.from({ length: end }, (_, minute) =>
        afterGoodTicks(shownAt(traffic, minute), SLOWEST_INTERVAL, isGood, end + 1),
      ),
    ]),
  );
  const all = readDays(
    dayBefore(plan, () => true),
    limit,
  );
  const seen = readDays(
    dayBefore(plan, (traffic, minute, at) => (seenAt.get(traffic)?.[minute] ?? end) <= at),
    limit,
  );
  if (seen.length !== all.length) throw new Error('the days of the pool are in doubt');
  const slack = MARGIN + QUIET_EVALUATION;
  return all.map((day, index) => {
    const late = seen[index];
    if (!late) throw new Error('the days of the pool are in doubt');
    const window = (notBefore: number, latest: number | null) => ({
      notBefore,
      deadline: afterGoodTicks(latest ?? end, slack, isGood, end),
    });
    return {
      findingId: `dailyPool/${POOL_CODE}`,
      start: day.from,
      end: day.until ?? end,
      opened: window(day.from, late.from),
      critical: day.criticalFrom === null ? null : window(day.criticalFrom, late.criticalFrom),
      recovered:
        day.until === null ? null : window(Math.min(day.until, late.until ?? end), day.until + SLOWEST_INTERVAL),
    };
  });
}

/** All episodes of a soak, by finding and time. */
export function expectEpisodes(plan: SoakPlan, poolLimit: number, isGood: GoodTick): Episode[] {
  const perMinute = plan.traffic.flatMap((traffic) =>
    watchedOf(traffic).flatMap((watched) => expectMinutes(traffic, watched, plan.minutes, isGood)),
  );
  return [...perMinute, ...expectDays(plan, poolLimit, isGood)];
}
