import type { AwsClients } from '../../aws/clients';
import { readActiveSeries } from '../../aws/cloudwatch';
import { lackingFrom, NO_ECHO } from '../../lib/core/traffic/echo';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import { LISTING_INTERVAL_MINUTES } from '../../lib/core/vocabulary/cadence';
import { seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { SeriesState, WatchdogState } from '../memory/state';

/**
 * After a longer pause the series of two weeks are asked for: CloudWatch calls those of the last three hours recently
 * active, and one that was busy and went quiet in the pause would never be read. An hour is left for late points.
 */
const LONGEST_PAUSE_MINUTES = 120;

/**
 * Which series have data: asked every five minutes. The first time all series of two weeks are asked for, so
 * that a model that was busy this morning counts in the day; afterwards the recently active ones, but for a long pause.
 * While points are late no series is given up, and a long lateness that is over is a long pause.
 */
export async function refreshSeries(
  clients: AwsClients,
  state: WatchdogState,
  now: EpochMinute,
): Promise<Read<Pick<WatchdogState, 'series' | 'seriesListedAt'>>> {
  const { series, seriesListedAt } = state;
  if (
    seriesListedAt !== null &&
    now % LISTING_INTERVAL_MINUTES !== 0 &&
    now - seriesListedAt < LISTING_INTERVAL_MINUTES
  ) {
    return { value: { series, seriesListedAt }, blindSpots: [] };
  }
  const { echo = NO_ECHO } = state;
  const lacking = lackingFrom(echo, now);
  const pausedAt = echo.late ? now : (lacking ?? now);
  const recentOnly = seriesListedAt !== null && now - Math.min(seriesListedAt, pausedAt) <= LONGEST_PAUSE_MINUTES;
  const listed = await readActiveSeries(clients.cloudWatch, recentOnly);
  const next: Record<string, SeriesState> = {};
  for (const { metricNames, ...identity } of listed.value) {
    const key = seriesKeyOf(identity);
    const known = series[key];
    next[key] = known
      ? { ...known, metricNames: unite(known.metricNames, metricNames) }
      : { metricNames, readUntil: null, unlistedAt: seriesListedAt, temperature: 'cold' };
  }
  const failed = listed.blindSpots.length > 0;
  return {
    value: {
      series: failed || lacking !== null ? { ...series, ...next } : next,
      seriesListedAt: failed ? seriesListedAt : now,
    },
    blindSpots: listed.blindSpots,
  };
}

/** The names of both, sorted, each once. */
export function unite(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}
