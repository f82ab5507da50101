import { statementOf } from '../../aws/aws-error';
import { type TablePartition, writeValues } from '../../aws/dynamodb';
import { type DayProfile, EMPTY_PROFILE, MINUTES_PER_HOUR, PROFILE_DAYS } from '../../lib/core/measure/day-profile';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, MINUTES_PER_DAY } from '../../lib/core/vocabulary/time';
import { PROFILE_SHAPE } from './shapes';
import { loadStored, type StoredKind, tellCache } from './stored';

const PROFILE: StoredKind = { key: 'dayProfile', shape: PROFILE_SHAPE };

/** What this process knows of the stored profile, and the hour it learnt it in. */
interface Known {
  readonly hour: number;
  readonly profile: DayProfile;
}

/** One profile a table, for the life of the process: it changes once an hour, a run comes every minute. */
const knownProfiles = new WeakMap<TablePartition, Known>();

function hourOf(now: EpochMinute): number {
  return Math.floor(now / MINUTES_PER_HOUR);
}

/** Hours that have not been yet, from a run whose clock was ahead, would push out those that have. */
function dropFuture(profile: DayProfile, now: EpochMinute): DayProfile {
  const isPast = (_: unknown, index: number) => (profile.hours[index] ?? 0) <= hourOf(now);
  if (profile.hours.every((hour) => hour <= hourOf(now))) return profile;
  const pools = Object.entries(profile.pools).map(([key, row]) => [key, row.filter(isPast)] as const);
  return { hours: profile.hours.filter(isPast), pools: Object.fromEntries(pools) };
}

/** @returns the failure with what it hides; it never stops an alert. */
function describeFailure(what: 'profileNotRecalled' | 'profileNotSaved', error: unknown): BlindSpot {
  return { source: 'dayProfile', ...toStatement(what, statementOf(error)) };
}

/**
 * The profile of the days before: read on a cold start and once an hour. Nothing stored is an empty profile.
 * @returns `null` with the error when it cannot be read: daily forecasts then go by the last hour.
 */
export async function loadProfile(table: TablePartition, now: EpochMinute): Promise<Read<DayProfile | null>> {
  const known = knownProfiles.get(table);
  if (known?.hour === hourOf(now)) return { value: known.profile, blindSpots: [] };
  try {
    const found = await loadStored<DayProfile>(table, PROFILE);
    const blindSpots = tellCache(table, PROFILE.key, found);
    if (found.fate === 'newer') return { value: null, blindSpots };
    // A broken one is not known, so that it is written over at the end of the run.
    if (found.fate === 'broken') return { value: EMPTY_PROFILE, blindSpots };
    const profile = dropFuture(found.value ?? EMPTY_PROFILE, now);
    knownProfiles.set(table, { hour: hourOf(now), profile });
    return { value: profile, blindSpots };
  } catch (error) {
    return { value: null, blindSpots: [describeFailure('profileNotRecalled', error)] };
  }
}

/**
 * Saves a profile that has changed, which it does once an hour. Two runs that overlap write the same facts. What cannot
 * be saved is tried again by the next run.
 * @param profile `null` when the stored one could not be read: it must not be replaced by less.
 */
export async function saveProfile(
  table: TablePartition,
  profile: DayProfile | null,
  now: EpochMinute,
): Promise<readonly BlindSpot[]> {
  if (profile === null || profile === knownProfiles.get(table)?.profile) return [];
  try {
    const expiresAt = (now + PROFILE_DAYS * MINUTES_PER_DAY) * 60;
    await writeValues(table, [{ sortKey: PROFILE.key, value: profile, expiresAt }]);
    knownProfiles.set(table, { hour: hourOf(now), profile });
    return [];
  } catch (error) {
    return [describeFailure('profileNotSaved', error)];
  }
}
