import {
  type DayProfile,
  EMPTY_PROFILE,
  profileKeyOf,
  sumProfile,
  updateProfile,
} from '../../../../lib/core/measure/day-profile';
import { minuteOf, SONNET } from '../fixtures';
import { trafficMinute, trafficMinutes, trafficOf } from '../traffic-minutes';

const NOW = minuteOf('14:33');
const HOUR = Math.floor(NOW / 60);
const KEY = `runtime crossRegion ${SONNET}`;
const settled = { now: NOW, settledUntil: NOW };

describe('the profile of earlier days', () => {
  it('begins with the whole hours of the last day', () => {
    const modelTraffic = trafficOf(trafficMinutes(NOW - 1440, NOW, () => 10));
    const profile = updateProfile(EMPTY_PROFILE, [modelTraffic], settled);
    // From 15:00 of yesterday to 14:00 of today: the hour of 14:33 yesterday is cut, that of now not over.
    expect(profile.hours).toEqual(Array.from({ length: 23 }, (_, index) => HOUR - 23 + index));
    expect(profile.pools).toEqual({ [KEY]: Array.from({ length: 23 }, () => 600) });
  });

  it('adds an hour once its late points have come, fifteen minutes after its end', () => {
    const modelTraffic = trafficOf(trafficMinutes(NOW - 1440, NOW + 60, () => 10));
    const before = updateProfile(EMPTY_PROFILE, [modelTraffic], settled);
    const at = (clock: string) => ({ now: minuteOf(clock), settledUntil: minuteOf(clock) });
    expect(updateProfile(before, [modelTraffic], at('15:14'))).toBe(before);
    expect(updateProfile(before, [modelTraffic], at('15:15')).hours.at(-1)).toBe(HOUR);
  });

  it('waits for a series that could not be read', () => {
    const modelTraffic = trafficOf(trafficMinutes(NOW - 1440, NOW, () => 10));
    expect(updateProfile(EMPTY_PROFILE, [modelTraffic], { now: NOW, settledUntil: 0 })).toBe(EMPTY_PROFILE);
    const partly = updateProfile(EMPTY_PROFILE, [modelTraffic], { now: NOW, settledUntil: minuteOf('12:15') });
    expect(partly.hours.at(-1)).toBe(HOUR - 3);
  });

  it('is the same object when there is nothing to add', () => {
    const modelTraffic = trafficOf(trafficMinutes(NOW - 1440, NOW, () => 10));
    const profile = updateProfile(EMPTY_PROFILE, [modelTraffic], settled);
    expect(updateProfile(profile, [modelTraffic], { now: NOW + 1, settledUntil: NOW + 1 })).toBe(profile);
  });

  it('makes up for missed hours, keeps the known ones and forgets those older than seven and a half days', () => {
    const old: DayProfile = {
      hours: [HOUR - 181, HOUR - 180, HOUR - 100],
      pools: { [KEY]: [1, 2, 3], gone: [9, 0, 0] },
    };
    const profile = updateProfile(old, [trafficOf([trafficMinute(NOW - 70, 42.4)])], settled);
    expect(profile.hours.slice(0, 3)).toEqual([HOUR - 180, HOUR - 100, HOUR - 23]);
    expect(profile.pools[KEY]?.slice(0, 3)).toEqual([2, 3, 0]);
    expect(profile.pools[KEY]?.slice(-2)).toEqual([0, 42]);
    expect(profile.pools.gone).toBeUndefined();
  });

  it('keeps a model without traffic today, and gives a new one zeros before', () => {
    const other = trafficOf([trafficMinute(NOW - 120, 5)], { scope: 'onDemand' });
    const before: DayProfile = { hours: [HOUR - 50], pools: { [KEY]: [7] } };
    const { pools } = updateProfile(before, [other], settled);
    expect(pools[KEY]?.[0]).toBe(7);
    expect(pools[profileKeyOf(other)]?.[0]).toBe(0);
    expect(sumProfile({ hours: [HOUR - 50], pools: { [KEY]: [7], x: [2] } }, [KEY, 'x', 'unknown'])).toEqual(
      new Map([[HOUR - 50, 9]]),
    );
  });
});
