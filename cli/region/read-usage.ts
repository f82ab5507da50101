import { readActiveSeries } from '../../aws/cloudwatch';
import { readCustomDeployments } from '../../aws/custom-deployments';
import { countReading, type ReadingCost, readUsage } from '../../aws/metric-points';
import type { ActiveSeries } from '../../lib/core/traffic/dimension-sets';
import { mergeReading, type SeriesHistory, type UsageReading } from '../../lib/core/traffic/history';
import { isCustomDeployment } from '../../lib/core/traffic/resolve-model-id';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { HISTORY_MINUTES, LATE_POINT_GRACE_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { ModelSeries } from '../../lib/core/vocabulary/series';
import { seriesKeyOf } from '../../lib/core/vocabulary/series-key';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { Progress } from '../terminal/progress';
import type { ReadingConnection } from './connection';

/** The traffic of a Region, and what of it could not be read. */
export interface UsageReport {
  readonly series: readonly ModelSeries[];
  /** Base models of the custom model deployments among them, by ARN. */
  readonly customDeployments: Readonly<Record<string, string>>;
  readonly blindSpots: readonly BlindSpot[];
  /** The failure that leaves all usage unread; `null` when there is at least a part. */
  readonly fatal: BlindSpot | null;
}

/** A report that the next reading can go on from. */
export interface TrafficReport extends UsageReport {
  /** By the key of the series; with those known before that are listed no more. */
  readonly histories: ReadonlyMap<string, SeriesHistory>;
  /** What was read. */
  readonly listed: readonly ActiveSeries[];
}

/** How traffic is read. */
export interface TrafficReading {
  readonly progress: Progress;
  /** Told what the reading takes, before it. @default - nobody is */
  readonly announce?: (cost: ReadingCost, region: string) => void;
  /** What was read before, by the key of the series. @default - nothing */
  readonly known?: ReadonlyMap<string, SeriesHistory>;
}

/** Whether a reading brought nothing, since it failed. */
function isUnread({ complete, columns }: UsageReading): boolean {
  return !complete && Object.values(columns).every((column) => column.size === 0);
}

/**
 * Reads every metric of every model id that had data in the last two weeks, for the minutes an evaluation needs; of series
 * that are known, those since the last reading and the ones before it that may have come late. Series of which nothing could
 * be read are told in `errors`, and take no part.
 */
export async function readTraffic(
  { region, clients, counter }: ReadingConnection,
  now: EpochMinute,
  { progress, announce, known = new Map() }: TrafficReading,
): Promise<TrafficReport> {
  const done = progress.start('usage', region);
  const listed = await readActiveSeries(clients.cloudWatch, false);
  const keepFrom = now - HISTORY_MINUTES;
  const requests = listed.value.map((series) => {
    const readUntil = known.get(seriesKeyOf(series))?.readUntil ?? keepFrom;
    return { ...series, from: Math.max(keepFrom, readUntil - LATE_POINT_GRACE_MINUTES), until: now };
  });
  announce?.(countReading(requests), region);
  const [read, deployments] = await Promise.all([
    readUsage(clients.cloudWatch, requests, counter),
    readCustomDeployments(clients.bedrock, listed.value.map(({ modelId }) => modelId).filter(isCustomDeployment)),
  ]);
  const histories = new Map(known);
  for (const reading of read.value) {
    const key = seriesKeyOf(reading);
    histories.set(key, mergeReading(known.get(key) ?? null, reading, keepFrom));
  }
  const blindSpots = [...listed.blindSpots, ...read.blindSpots, ...deployments.blindSpots];
  const isNothingListed = listed.blindSpots.length > 0 && requests.length === 0;
  const isNothingRead = requests.length > 0 && read.value.every(isUnread);
  done(requests.length);
  return {
    series: [...histories.values()],
    histories,
    listed: listed.value,
    customDeployments: deployments.value,
    blindSpots,
    fatal: isNothingListed || isNothingRead ? (blindSpots[0] ?? null) : null,
  };
}
