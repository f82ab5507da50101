import type { AlertEntry } from '../../lib/core/alerts/entry';
import type { Echo } from '../../lib/core/traffic/echo';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { WatchdogState } from './state';

/** A state as far as it lies in the present. */
export interface PresentState {
  readonly state: WatchdogState;
  /** The time that had not come; `null`: none, and the state is the very same. */
  readonly future: EpochMinute | null;
}

function isEchoPast({ awaited, readAt, late, catchUp }: Echo, latest: EpochMinute): boolean {
  const times = [...awaited.slice(-1), readAt, late?.foundAt, catchUp?.from];
  return times.every((time) => (time ?? latest) <= latest);
}

/**
 * Puts back to the present what a run with a clock ahead has saved: else every event until then counts as evaluated. What was
 * evaluated and read is not known then, so it is read again; what was said was said.
 * @param latest the latest time that can have been.
 */
export function toPresent(state: WatchdogState, now: EpochMinute, latest: EpochMinute): PresentState {
  const { evaluatedUntil, seriesListedAt, digest, echo } = state;
  const future = Math.max(evaluatedUntil ?? 0, seriesListedAt ?? 0);
  if (future <= latest) return { state, future: null };
  const back = <T extends EpochMinute | null>(time: T) => (time !== null && time > latest ? now : time);
  const toEntry = (entry: AlertEntry): AlertEntry => ({
    ...entry,
    since: back(entry.since),
    spokenAt: back(entry.spokenAt),
    clearSince: back(entry.clearSince),
    ...(entry.flapping ? { flapping: { ...entry.flapping, recoveredAt: back(entry.flapping.recoveredAt) } } : {}),
  });
  const { echo: _, ...rest } = state;
  return {
    future,
    state: {
      ...rest,
      evaluatedUntil: null,
      seriesListedAt: null,
      series: Object.fromEntries(
        Object.entries(state.series).map(([key, one]) => [key, { ...one, readUntil: null, unlistedAt: null }]),
      ),
      alerts: Object.fromEntries(Object.entries(state.alerts).map(([id, entry]) => [id, toEntry(entry)])),
      ...(digest
        ? {
            digest: {
              ...digest,
              since: back(digest.since),
              lastDigestAt: back(digest.lastDigestAt),
              countedUntil: back(digest.countedUntil),
            },
          }
        : {}),
      ...(echo && isEchoPast(echo, latest) ? { echo } : {}),
    },
  };
}
