import type { CallScope, ModelTraffic } from '../traffic/model-traffic';
import { LATE_POINT_GRACE_MINUTES } from '../vocabulary/cadence';
import { type EpochMinute, MINUTES_PER_DAY } from '../vocabulary/time';

/** Hours since 1970-01-01T00:00Z. */
export type EpochHour = number;

/** Quota tokens of the last days by the hour: what the course of a day is learnt from. */
export interface DayProfile {
  /** The hours that were seen in full, ascending. */
  readonly hours: readonly EpochHour[];
  /**
   * Profile key → whole quota tokens of each of `hours`; a model that is absent had no traffic. By the name under which it
   * is saved.
   */
  readonly pools: Readonly<Record<string, readonly number[]>>;
}

/** The profile of a watchdog that never ran. */
export const EMPTY_PROFILE: DayProfile = { hours: [], pools: {} };

export const MINUTES_PER_HOUR = 60;
export const HOURS_PER_DAY = 24;

/** Earlier days a profile can show. */
export const PROFILE_DAYS = 7;

/** Hours that are kept: the days, and half a day before the oldest to take its level from. */
const PROFILE_HOURS = PROFILE_DAYS * HOURS_PER_DAY + HOURS_PER_DAY / 2;

/** The name of a model's traffic in a profile: its endpoint, scope and base model. */
export function profileKeyOf(
  modelTraffic: Pick<ModelTraffic, 'endpoint' | 'baseModelId'> & { scope: CallScope },
): string {
  return `${modelTraffic.endpoint} ${modelTraffic.scope} ${modelTraffic.baseModelId}`;
}

/** Whole tokens of a model by hour. */
function sumByHour(modelTraffic: ModelTraffic): Map<EpochHour, number> {
  const sums = new Map<EpochHour, number>();
  for (const { minute, quotaTokens } of modelTraffic.minutes) {
    const hour = Math.floor(minute / MINUTES_PER_HOUR);
    sums.set(hour, (sums.get(hour) ?? 0) + quotaTokens);
  }
  return sums;
}

/**
 * Takes the hours into the profile that are complete and whose late points have come. Hours that were missed are made up
 * for as far as the minutes go back, a day; hours that are too old go.
 * @param settledUntil everything before this minute was read of every series, at the latest `now`.
 * @returns the same object when there is nothing to add.
 */
export function updateProfile(
  profile: DayProfile,
  traffic: readonly ModelTraffic[],
  { now, settledUntil }: { now: EpochMinute; settledUntil: EpochMinute },
): DayProfile {
  const from = Math.ceil((now - MINUTES_PER_DAY) / MINUTES_PER_HOUR);
  const until = Math.floor((Math.min(settledUntil, now) - LATE_POINT_GRACE_MINUTES) / MINUTES_PER_HOUR);
  const known = new Map(profile.hours.map((hour, index) => [hour, index]));
  const isNew = (hour: EpochHour) => hour >= from && hour < until && !known.has(hour);
  const fresh = Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index).filter(isNew);
  if (fresh.length === 0) return profile;
  const hours = [...profile.hours, ...fresh].sort((a, b) => a - b).filter((hour) => hour >= until - PROFILE_HOURS);
  const sums = new Map(traffic.map((modelTraffic) => [profileKeyOf(modelTraffic), sumByHour(modelTraffic)]));
  const toRow = (key: string) =>
    hours.map((hour) => {
      const index = known.get(hour);
      return index === undefined ? Math.round(sums.get(key)?.get(hour) ?? 0) : (profile.pools[key]?.[index] ?? 0);
    });
  const rows = [...new Set([...Object.keys(profile.pools), ...sums.keys()])]
    .sort()
    .map((key) => [key, toRow(key)] as const)
    .filter(([, row]) => row.some((tokens) => tokens > 0));
  return { hours, pools: Object.fromEntries(rows) };
}

/** Quota tokens of some models together by hour; an hour that is absent was not seen. */
export function sumProfile(profile: DayProfile, keys: readonly string[]): ReadonlyMap<EpochHour, number> {
  return new Map(
    profile.hours.map((hour, index) => [hour, keys.reduce((sum, key) => sum + (profile.pools[key]?.[index] ?? 0), 0)]),
  );
}
