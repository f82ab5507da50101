/**
 * What must have been said, computed from the traffic alone: slow, plain, and without a line of the product, whose
 * numbers (80 and 95 %, 75 % to clear, 60 minutes of no calls) are written out here again.
 */
import { POOL_CODE, type SoakPlan, type SoakTraffic } from './plan';

/** From this minute on, and up to this one, something may be said. */
export interface Window {
  readonly notBefore: number;
  readonly deadline: number;
}

/** One trouble; how it must be told hangs on what was told before. Minutes since the start of the soak. */
export interface Episode {
  readonly findingId: string;
  /** Use and throttles of one model may be one trouble, told as one; `null` for what stands alone. */
  readonly model: string | null;
  readonly start: number;
  readonly end: number;
  readonly opened: Window;
  /** `null`: never critical. `'either'`: the severity is not judged here. */
  readonly critical: Window | 'either' | null;
  /** Whether it can be told as critical at all. */
  readonly mayBeCritical: boolean;
  /** When its end must be told, which needs so many clear minutes. Without end: it did not come in this soak. */
  readonly recovered: (clearMinutes: number) => Window;
}

/** Whether the watchdog ran undisturbed at a minute. */
export type GoodTick = (minute: number) => boolean;

const SLOWEST_INTERVAL = 15;
const MARGIN = 2;
const QUIET_EVALUATION = 5;
/** Minutes of clear that end a first trouble: what parts two days of the pool. */
const CLEAR_MINUTES = 15;
const CALLED_WITHIN = 60;
/** A minute is looked at for at least so long after it: the grace for late points. */
const SHORTEST_LOOK_BACK = 15;
/** And for at most so long: the interval, and the grace. */
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
  readonly isCritical: (minute: number) => boolean;
  /** `false`: more than the minute decides, and a critical minute only may make it critical. */
  readonly isJudged: boolean;
}

function expectMinutes(traffic: SoakTraffic, watched: Watched, minutes: number, isGood: GoodTick): Episode[] {
  const { findingId, isBad, isCritical, isJudged } = watched;
  const bad = Array.from({ length: minutes }, (_, minute) => minute).filter(isBad);
  const windowOf = (group: readonly number[]): Window => {
    const first = Math.min(...group.map((minute) => shownAt(traffic, minute)));
    return { notBefore: first, deadline: afterGoodTicks(first, SLOWEST_INTERVAL + MARGIN, isGood, minutes) };
  };
  return toGroups(bad).map((group) => {
    const [start = 0, end = 0] = [group[0], group.at(-1)];
    const worst = group.filter(isCritical);
    const latest = LONGEST_LOOK_BACK + SLOWEST_INTERVAL + MARGIN;
    return {
      findingId,
      model: traffic.model.modelId,
      start,
      end,
      opened: windowOf(group),
      critical: isJudged ? (worst.length > 0 ? windowOf(worst) : null) : 'either',
      mayBeCritical: worst.length > 0,
      recovered: (clearMinutes) => ({
        notBefore: end + SHORTEST_LOOK_BACK + clearMinutes,
        deadline: afterGoodTicks(end, latest + clearMinutes, isGood, Number.POSITIVE_INFINITY),
      }),
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
      isJudged: true,
    },
    ...(requests
      ? [
          {
            findingId: `utilization/${requests.quotaCode}`,
            isBad: share(invocations, requests.limit, 80),
            isCritical: share(invocations, requests.limit, 95),
            isJudged: true,
          },
        ]
      : []),
    {
      findingId: `throttled/${model.scope}/${model.baseModelId}`,
      isBad: (minute) => (throttles[minute] ?? 0) > 0,
      isCritical: (minute) => share(throttles, (throttles[minute] ?? 0) + (invocations[minute] ?? 0), 5)(minute),
      isJudged: false,
    },
  ];
}

/** The day of all models at each minute, in tokens. */
export interface DayCourse {
  /** In the 24 hours before: the larger of both readings, for it holds the other. */
  readonly lastDay: Float64Array;
  readonly sinceMidnight: Float64Array;
  /** 1 where anybody called within the hour before. */
  readonly isCalled: Uint8Array;
}

/** Adds up what counts. @param lag minutes by which the newest that counts is late: calls are looked for so much longer. */
export function dayBefore(
  plan: SoakPlan,
  isCounted: (traffic: SoakTraffic, minute: number, at: number) => boolean,
  lag = 0,
): DayCourse {
  const length = plan.minutes + 1;
  const course = {
    lastDay: new Float64Array(length),
    sinceMidnight: new Float64Array(length),
    isCalled: new Uint8Array(length),
  };
  for (let at = 0; at < length; at++) {
    let [sinceMidnight, lastDay, isCalled] = [0, 0, 0];
    for (const traffic of plan.traffic) {
      for (let minute = Math.max(0, at - 1440); minute < at; minute++) {
        if (!isCounted(traffic, minute, at)) continue;
        const tokens = traffic.tokens[minute] ?? 0;
        lastDay += tokens;
        if (minute >= Math.floor(at / 1440) * 1440) sinceMidnight += tokens;
        if (tokens > 0 && minute >= at - CALLED_WITHIN - lag) isCalled = 1;
      }
    }
    course.lastDay[at] = lastDay;
    course.sinceMidnight[at] = sinceMidnight;
    course.isCalled[at] = isCalled;
  }
  return course;
}

/**
 * Whether a day may be spoken of: today is bad alone, or lifts what is left of yesterday over the threshold, with calls
 * going on.
 */
function isOfToday(course: DayCourse, minute: number, percentOf: (tokens: number) => number): boolean {
  const [lastDay = 0, sinceMidnight = 0] = [course.lastDay[minute], course.sinceMidnight[minute]];
  if (percentOf(sinceMidnight) >= 80) return true;
  const left = percentOf(lastDay - sinceMidnight);
  return course.isCalled[minute] === 1 && left < (percentOf(lastDay) >= 95 ? 95 : 80);
}

/** One time the day stood at 80 % or more and could be spoken of, until it was below 75 % for 15 minutes. */
export interface DayEpisode {
  readonly from: number;
  readonly criticalFrom: number | null;
  /** `null`: to the end of the run. */
  readonly until: number | null;
}

/** The minute from `from` on at which the day was below 75 % for so many minutes; `null` when it never was. */
function clearAt({ lastDay }: DayCourse, limit: number, from: number, clearMinutes: number): number | null {
  let below = 0;
  for (let minute = from; minute < lastDay.length; minute++) {
    below = ((lastDay[minute] ?? 0) * 100) / limit < 75 ? below + 1 : 0;
    if (below > clearMinutes) return minute;
  }
  return null;
}

/** Reads the day's course. @param shift percent added to the course: what is the same either way is not in doubt. */
export function readDays(course: DayCourse, limit: number, shift = 0): DayEpisode[] {
  const episodes: { from: number; criticalFrom: number | null; until: number | null }[] = [];
  const percentOf = (tokens: number) => (tokens * 100) / limit + shift;
  let below = 0;
  for (let minute = 0; minute < course.lastDay.length; minute++) {
    const percent = percentOf(course.lastDay[minute] ?? 0);
    const isTold = percent >= 80 && isOfToday(course, minute, percentOf);
    let open = episodes.at(-1)?.until === null ? episodes.at(-1) : undefined;
    if (!open && isTold) {
      open = { from: minute, criticalFrom: null, until: null };
      episodes.push(open);
    }
    if (!open) continue;
    if (percent >= 95 && isTold) open.criticalFrom ??= minute;
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
  const allCourse = dayBefore(plan, () => true);
  const seenCourse = dayBefore(plan, (traffic, minute, at) => (seenAt.get(traffic)?.[minute] ?? end) <= at);
  const [all, seen] = [readDays(allCourse, limit), readDays(seenCourse, limit)];
  if (seen.length !== all.length) throw new Error('the days of the pool are in doubt');
  const slack = MARGIN + QUIET_EVALUATION;
  return all.map((day, index) => {
    const late = seen[index];
    if (!late) throw new Error('the days of the pool are in doubt');
    const window = (one: number, other: number) => ({
      notBefore: Math.min(one, other),
      deadline: afterGoodTicks(Math.max(one, other), slack, isGood, end),
    });
    const critical = [day.criticalFrom, late.criticalFrom].filter((from) => from !== null);
    const [first, second] = critical;
    return {
      findingId: `dailyPool/${POOL_CODE}`,
      model: null,
      start: day.from,
      end: day.until ?? end,
      opened: window(day.from, late.from),
      critical: first === undefined ? null : second === undefined ? ('either' as const) : window(first, second),
      mayBeCritical: first !== undefined,
      recovered: (clearMinutes: number) => {
        const at = clearAt(allCourse, limit, day.from, clearMinutes);
        const lateAt = clearAt(seenCourse, limit, late.from, clearMinutes);
        return {
          notBefore: Math.min(at ?? end, lateAt ?? end),
          deadline:
            at === null
              ? Number.POSITIVE_INFINITY
              : afterGoodTicks(at, SLOWEST_INTERVAL, isGood, Number.POSITIVE_INFINITY),
        };
      },
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
