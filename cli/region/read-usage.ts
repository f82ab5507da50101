import { readActiveSeries } from '../../aws/cloudwatch';
import { readCustomDeployments } from '../../aws/custom-deployments';
import { readUsage } from '../../aws/metric-points';
import { mergeReading } from '../../lib/core/traffic/history';
import { isCustomDeployment } from '../../lib/core/traffic/resolve-model-id';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { HISTORY_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { ModelSeries } from '../../lib/core/vocabulary/series';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { Progress } from '../terminal/progress';
import type { Connection } from './connection';

/** The traffic of a Region, and what of it could not be read. */
export interface UsageReport {
  readonly series: readonly ModelSeries[];
  /** Base models of the custom model deployments among them, by ARN. */
  readonly customDeployments: Readonly<Record<string, string>>;
  readonly blindSpots: readonly BlindSpot[];
  /** The failure that leaves all usage unread; `null` when there is at least a part. */
  readonly fatal: BlindSpot | null;
}

/**
 * Reads every metric of every model id that had data in the last two weeks, for the minutes an evaluation needs. Series
 * of which nothing could be read are told in `errors`, and take no part.
 */
export async function readTraffic(
  { region, clients, counter }: Connection,
  now: EpochMinute,
  progress: Progress,
): Promise<UsageReport> {
  const done = progress.start('usage', region);
  const listed = await readActiveSeries(clients.cloudWatch, false);
  const from = now - HISTORY_MINUTES;
  const requests = listed.value.map((series) => ({ ...series, from, until: now }));
  const [read, deployments] = await Promise.all([
    readUsage(clients.cloudWatch, requests, counter),
    readCustomDeployments(clients.bedrock, listed.value.map(({ modelId }) => modelId).filter(isCustomDeployment)),
  ]);
  const series = read.value.map((reading) => mergeReading(null, reading, from));
  const blindSpots = [...listed.blindSpots, ...read.blindSpots, ...deployments.blindSpots];
  const isNothingListed = listed.blindSpots.length > 0 && requests.length === 0;
  const isNothingRead =
    requests.length > 0 && series.every(({ complete, minutes }) => !complete && minutes.length === 0);
  done(requests.length);
  return {
    series,
    customDeployments: deployments.value,
    blindSpots,
    fatal: isNothingListed || isNothingRead ? (blindSpots[0] ?? null) : null,
  };
}
